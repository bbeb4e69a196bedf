/** One cell in full, beside the matrix: what is claimed, what its status rests on, how it came to be, what people say of it. */
import { CellDetailDocument } from '../../../generated/cell-detail';
import { useSession } from '../../hub/session';
import { useHub } from '../../hub/use-hub';
import { OutsideLink } from '../../parts/button';
import { Drawer } from '../../parts/drawer';
import { Answer, EmptyState } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import { useServerInfo } from '../../shell/use-server-info';
import { CellClaim } from './cell-claim';
import { CellComments } from './cell-comments';
import { CellCommitments } from './cell-commitments';
import { type CellDetail } from './cell-data';
import { CellEvidence } from './cell-evidence';
import { CellHistory } from './cell-history';
import { useCellMessages } from './cell-messages';
import { CellStatusBox } from './cell-status-box';
import { type Assessment } from './matrix-data';
import './cell-drawer.css';

function CellTabs({ cell, assessment }: { cell: CellDetail; assessment: Assessment }) {
  const say = useCellMessages();
  const { may } = useSession();
  const editable = may('OPERATOR') && assessment.state === 'DRAFT';
  const counted = (title: string, count: number) => (
    <>
      {title}
      {count > 0 && <span className="tab-count">{count}</span>}
    </>
  );
  return (
    <>
      <CellStatusBox key={`${cell.id} ${cell.version}`} cell={cell} editable={editable} />
      <Tabs
        label={say.parts}
        tabs={[
          {
            id: 'claim',
            title: say.claim,
            content: <CellClaim key={cell.version} cell={cell} editable={editable} />,
          },
          {
            id: 'evidence',
            title: counted(say.evidence, cell.evidence.totalCount),
            content: <CellEvidence cell={cell} />,
          },
          {
            id: 'history',
            title: counted(say.history, cell.history.length),
            content: <CellHistory cell={cell} />,
          },
          {
            id: 'comments',
            title: counted(say.comments, cell.comments.length),
            content: <CellComments cell={cell} open={assessment.state !== 'PUBLISHED'} />,
          },
          {
            id: 'commitments',
            title: counted(say.commitments, cell.item.commitments.length),
            content: <CellCommitments cell={cell} assessmentId={assessment.id} editable={editable} />,
          },
        ]}
      />
    </>
  );
}

export function CellDrawer({
  cellId,
  assessment,
  onClose,
}: {
  cellId: string | null;
  assessment: Assessment;
  onClose: () => void;
}) {
  const say = useCellMessages();
  const info = useServerInfo();
  const detail = useHub(CellDetailDocument, { id: cellId ?? '' }, { enabled: cellId !== null });
  const cell = cellId === null ? null : detail.data?.cell;
  const title = cell ? (
    <>
      {cell.item.path} · {cell.column.title.text}
      <small className="drawer-subtitle">{cell.item.title.text}</small>
    </>
  ) : (
    say.cell
  );
  return (
    <Drawer isOpen={cellId !== null} onClose={onClose} title={title}>
      <Answer query={detail}>
        {({ cell: found }) =>
          found ? (
            <>
              <CellTabs cell={found} assessment={assessment} />
              {info?.mode === 'SANDBOX' && (
                <p className="cell-query">
                  <OutsideLink
                    small
                    look="quiet"
                    icon="explorer"
                    href={`/explorer?example=cell-detail&variables=${encodeURIComponent(JSON.stringify({ id: found.id }))}`}
                  >
                    {say.query}
                  </OutsideLink>
                </p>
              )}
            </>
          ) : (
            <EmptyState title={say.noCell} />
          )
        }
      </Answer>
    </Drawer>
  );
}
