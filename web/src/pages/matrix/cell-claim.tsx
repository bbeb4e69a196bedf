/** The official prose of a cell as it is written, the form by which it is changed, the question it answers and who answers for it. */
import { useState } from 'react';
import { UpdateCellTextDocument } from '../../../generated/update-cell-text';
import { isRefused } from '../../hub/hub-error';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { CellCare } from './cell-care';
import { CELL_QUESTIONS, type CellDetail } from './cell-data';
import { useCellMessages } from './cell-messages';

function proseOf(cell: CellDetail): string {
  return cell.textState === 'DASH' ? '-' : (cell.text ?? '');
}

function ProseForm({ cell, onDone }: { cell: CellDetail; onDone: () => void }) {
  const say = useCellMessages();
  const write = useHubWrite(UpdateCellTextDocument, CELL_QUESTIONS);
  const [text, setText] = useState(proseOf(cell));
  const [reason, setReason] = useState('');
  const refused =
    write.data && isRefused(write.data.updateCellText) ? write.data.updateCellText.message : null;
  const save = async () => {
    const answer = await write.mutateAsync({
      id: cell.id,
      version: cell.version,
      text,
      reason: reason || null,
    });
    if (!isRefused(answer.updateCellText)) onDone();
  };
  return (
    <div className="stack">
      <TextLine label={say.prose} help={say.proseHelp} lines={8} value={text} onChange={setText} autoFocus />
      <TextLine label={say.changeReason} value={reason} onChange={setReason} />
      {(refused ?? write.error?.message) && <Notice tone="bad">{refused ?? write.error?.message}</Notice>}
      <div className="row">
        <Button look="strong" isPending={write.isPending} onPress={() => void save().catch(() => undefined)}>
          {say.save}
        </Button>
        <Button onPress={onDone}>{say.cancel}</Button>
      </div>
    </div>
  );
}

function Prose({ cell }: { cell: CellDetail }) {
  const say = useCellMessages();
  if (cell.textState === 'MERGED') return <p className="soft">{say.merged(cell.mergedFrom ?? '')}</p>;
  if (cell.textState === 'EMPTY') return <p className="soft">{say.empty}</p>;
  if (cell.textState === 'DASH') return <p>“-” · {say.dash}</p>;
  return (
    <p className="cell-prose" lang="vi">
      {cell.text}
    </p>
  );
}

export function CellClaim({ cell, editable }: { cell: CellDetail; editable: boolean }) {
  const say = useCellMessages();
  const [editing, setEditing] = useState(false);
  return (
    <div className="stack">
      {editing ? <ProseForm cell={cell} onDone={() => setEditing(false)} /> : <Prose cell={cell} />}
      {editable && !editing && cell.textState !== 'MERGED' && (
        <p>
          <Button small icon="edit" onPress={() => setEditing(true)}>
            {say.edit}
          </Button>
        </p>
      )}
      {cell.needsReview && <Notice tone="warn">{cell.note ?? say.needsReview}</Notice>}
      <dl className="facts">
        <dt>{say.question}</dt>
        <dd lang="vi">{cell.column.question}</dd>
        {cell.corrected.length > 0 && (
          <>
            <dt>{say.corrected}</dt>
            <dd lang="vi">{cell.corrected.join('; ')}</dd>
          </>
        )}
      </dl>
      <CellCare cell={cell} editable={editable} />
    </div>
  );
}
