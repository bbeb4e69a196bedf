/** What has been promised for the item of a cell, judged by the six clear points, and the form to promise more. */
import { useState } from 'react';
import { AddCommitmentDocument } from '../../../generated/add-commitment';
import { isRefused } from '../../hub/hub-error';
import { useHubWrite } from '../../hub/use-hub';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Choice, TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { EmptyState } from '../../parts/states';
import { formatDate } from '../../shared/format';
import { CELL_QUESTIONS, type CellDetail } from './cell-data';
import { useCommitmentMessages } from './commitment-messages';

type Commitment = CellDetail['item']['commitments'][number];

/** The parts of the roadmap to which a promise belongs, in the order of the form. */
const DIMENSIONS = ['LEGAL', 'INFRASTRUCTURE', 'DATA', 'SECURITY', 'RESOURCES'] as const;

function CommitmentEntry({ commitment }: { commitment: Commitment }) {
  const say = useCommitmentMessages();
  const { dimension, action, lead, person, dueOn, product, state, overdue, unclear } = commitment;
  return (
    <li>
      <p className="row small">
        <Badge tone={state === 'DONE' ? 'good' : overdue ? 'bad' : 'calm'}>{say.states[state]}</Badge>
        <strong>{dimension.label.text}</strong>
        <span className="soft">
          {dueOn ? `${say.due} ${formatDate(dueOn)}` : say.noDue}
          {overdue && ` · ${say.overdue}`}
        </span>
      </p>
      <p>{action}</p>
      <p className="small soft">{[lead?.name.text, person, product].filter(Boolean).join(' · ')}</p>
      {unclear.length > 0 && (
        <Notice tone="warn">
          {say.unclear}: {unclear.map((point) => say.points[point]).join(', ')}
        </Notice>
      )}
    </li>
  );
}

function CommitmentForm({ assessmentId, itemPath }: { assessmentId: string; itemPath: string }) {
  const say = useCommitmentMessages();
  const write = useHubWrite(AddCommitmentDocument, CELL_QUESTIONS);
  const [dimension, setDimension] = useState<string>('INFRASTRUCTURE');
  const [action, setAction] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [product, setProduct] = useState('');
  const refused = write.data && isRefused(write.data.addCommitment) ? write.data.addCommitment.message : null;
  const add = async () => {
    const answer = await write.mutateAsync({
      place: { assessmentId, itemPath },
      input: {
        action: action.trim(),
        dimension,
        dueOn: dueOn || null,
        product: product || null,
        state: 'PLANNED',
      },
    });
    if (!isRefused(answer.addCommitment)) setAction('');
  };
  const options = DIMENSIONS.map((id) => ({ id, label: say.dimensions[id] }));
  return (
    <div className="stack cell-form">
      <TextLine label={say.action} value={action} onChange={setAction} lines={2} />
      <div className="cell-form-row">
        <Choice label={say.dimension} options={options} value={dimension} onChange={setDimension} />
        <TextLine label={say.dueOn} type="date" value={dueOn} onChange={setDueOn} />
      </div>
      <TextLine label={say.product} value={product} onChange={setProduct} />
      {(refused ?? write.error?.message) && <Notice tone="bad">{refused ?? write.error?.message}</Notice>}
      <p>
        <Button
          icon="plus"
          isPending={write.isPending}
          isDisabled={action.trim() === ''}
          onPress={() => void add().catch(() => undefined)}
        >
          {say.add}
        </Button>
      </p>
    </div>
  );
}

export function CellCommitments({
  cell,
  assessmentId,
  editable,
}: {
  cell: CellDetail;
  assessmentId: string;
  editable: boolean;
}) {
  const say = useCommitmentMessages();
  const { commitments, path } = cell.item;
  return (
    <div className="stack">
      {commitments.length === 0 && <EmptyState title={say.none} />}
      <ol className="cell-list">
        {commitments.map((commitment) => (
          <CommitmentEntry key={commitment.id} commitment={commitment} />
        ))}
      </ol>
      {editable && <CommitmentForm assessmentId={assessmentId} itemPath={path} />}
    </div>
  );
}
