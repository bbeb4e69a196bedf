/** The matrix of a locality and period: as a heat map, as the official table, compared with another; a cell opens beside it. */
import { useCallback, useDeferredValue } from 'react';
import { ConsoleMatrixDocument } from '../../../generated/console-matrix';
import { useHub } from '../../hub/use-hub';
import { OutsideLink } from '../../parts/button';
import { Choice, Finder } from '../../parts/fields';
import { PageHead } from '../../parts/page-head';
import { Segments } from '../../parts/segments';
import { SourceLine } from '../../parts/source-line';
import { Answer, Skeleton } from '../../parts/states';
import { formatShare } from '../../shared/format';
import { useServerInfo } from '../../shell/use-server-info';
import { AssessmentSteps } from './assessment-steps';
import { CellDrawer } from './cell-drawer';
import { CompareView } from './compare-view';
import { HeatGrid } from './heat-grid';
import { Legend } from './legend';
import { type MatrixAddress, useMatrixAddress, type View, VIEWS } from './matrix-address';
import { type Assessment, placeOf } from './matrix-data';
import { useMatrixChoices } from './matrix-choices';
import { MatrixFiles } from './matrix-files';
import { useMatrixMessages } from './matrix-messages';
import { OfficialTable } from './official-table';
import { WhatIfView } from './what-if-view';
import './matrix.css';

type Change = ReturnType<typeof useMatrixAddress>[1];

function Toolbar({ address, change }: { address: MatrixAddress; change: Change }) {
  const say = useMatrixMessages();
  const { localities, periods } = useMatrixChoices();
  return (
    <div className="matrix-toolbar">
      <Finder
        inline
        label={say.locality}
        options={localities}
        value={address.locality}
        onChange={(locality) => change({ locality })}
      />
      <Choice
        inline
        label={say.period}
        options={periods}
        value={address.period}
        onChange={(period) => change({ period })}
      />
      <Segments
        label={say.view}
        segments={VIEWS.map((id) => ({ id, title: say.views[id] }))}
        selected={address.view}
        onSelect={(view) => change({ view })}
      />
    </div>
  );
}

function lastChangeOf({ groups }: Assessment): string | null {
  const times = groups.flatMap(({ items }) =>
    items.flatMap(({ cells }) => cells.map((cell) => cell.changedAt)),
  );
  return times.sort().at(-1) ?? null;
}

function hasSimulated({ groups }: Assessment): boolean {
  return groups.some(({ items }) =>
    items.some(({ cells }) => cells.some(({ evidence }) => evidence.nodes.some((node) => node.simulated))),
  );
}

function Head({ address, assessment }: { address: MatrixAddress; assessment: Assessment | undefined }) {
  const say = useMatrixMessages();
  const info = useServerInfo();
  return (
    <PageHead
      title={say.title}
      lead={
        assessment && (
          <>
            {assessment.locality.name.text} · {assessment.period.label.text} ·{' '}
            {formatShare(assessment.summary.completeness)} {say.complete}
          </>
        )
      }
    >
      {assessment && <AssessmentSteps assessment={assessment} />}
      {assessment && <MatrixFiles assessment={assessment} />}
      {info?.mode === 'SANDBOX' && (
        <OutsideLink
          icon="explorer"
          href={`/explorer?example=console-matrix&variables=${encodeURIComponent(
            JSON.stringify({ locality: address.locality, period: address.period }),
          )}`}
        >
          {say.query}
        </OutsideLink>
      )}
    </PageHead>
  );
}

interface ViewProps {
  view: View;
  address: MatrixAddress;
  assessment: Assessment;
  change: Change;
  onOpen: (cellId: string) => void;
}

function ChosenView({ view, address, assessment, change, onOpen }: ViewProps) {
  switch (view) {
    case 'heat':
      return <HeatGrid assessment={assessment} onOpen={onOpen} />;
    case 'table':
      return <OfficialTable assessment={assessment} onOpen={onOpen} />;
    case 'compare':
      return (
        <CompareView
          assessment={assessment}
          against={address.against}
          onAgainst={(against) => change({ against })}
          onOpen={onOpen}
        />
      );
    case 'what-if':
      return (
        <WhatIfView
          assessment={assessment}
          assume={address.assume}
          onAssume={(assume) => change({ assume })}
          onOpen={onOpen}
        />
      );
  }
}

export function MatrixPage() {
  const say = useMatrixMessages();
  const [address, change] = useMatrixAddress();
  const matrix = useHub(
    ConsoleMatrixDocument,
    { locality: address.locality, period: address.period },
    { keepPrevious: true },
  );
  const open = useCallback((cellId: string) => change({ cell: placeOf(cellId) }), [change]);
  // A key or a click shows at once; hundreds of cells and the drawer follow without holding it up.
  const view = useDeferredValue(address.view);
  const cell = useDeferredValue(address.cell);
  return (
    <div className="page">
      <Head address={address} assessment={matrix.data?.matrix} />
      <Toolbar address={address} change={change} />
      <Answer query={matrix} skeleton={<Skeleton lines={12} tall />}>
        {({ matrix: assessment }) => (
          <>
            {view !== 'what-if' && <Legend assessment={assessment} />}
            <ChosenView view={view} address={address} assessment={assessment} change={change} onOpen={open} />
            <SourceLine
              at={lastChangeOf(assessment)}
              source={say.source}
              simulated={hasSimulated(assessment)}
            />
            <CellDrawer
              cellId={cell && `${address.locality}.${address.period}/${cell}`}
              assessment={assessment}
              onClose={() => change({ cell: null })}
            />
          </>
        )}
      </Answer>
    </div>
  );
}
