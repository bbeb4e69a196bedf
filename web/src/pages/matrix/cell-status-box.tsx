/** The status of a cell, the rule or reason behind it in words, and the form by which a person declares another. */
import { useState } from 'react';
import { SetCellStatusDocument } from '../../../generated/set-cell-status';
import { ToggleFollowUpDocument } from '../../../generated/toggle-follow-up';
import { isRefused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Choice, TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { StatusLabel } from '../../parts/status-mark';
import { formatMoment } from '../../shared/format';
import { STATUSES, useStatusWords } from '../../shared/status-words';
import { CELL_QUESTIONS, type CellDetail } from './cell-data';
import { useCellMessages } from './cell-messages';

/** What the hub takes for "no declaration: let the rule decide". */
const BY_RULE = 'BY_RULE';

function DeclareForm({ cell, onDone }: { cell: CellDetail; onDone: () => void }) {
  const say = useCellMessages();
  const words = useStatusWords();
  const write = useHubWrite(SetCellStatusDocument, CELL_QUESTIONS);
  const [status, setStatus] = useState<string>(cell.statusSource === 'DECLARED' ? cell.status : 'PARTIAL');
  const [reason, setReason] = useState('');
  const refused = write.data && isRefused(write.data.setCellStatus) ? write.data.setCellStatus.message : null;
  const options = [
    ...STATUSES.filter((one) => one !== 'NOT_ASSESSED').map((id) => ({ id, label: words.status[id] })),
    { id: BY_RULE, label: say.byRule },
  ];
  const declare = async () => {
    const declared = STATUSES.find((one) => one === status) ?? null;
    const answer = await write.mutateAsync({
      id: cell.id,
      version: cell.version,
      status: declared,
      reason: reason.trim(),
    });
    if (!isRefused(answer.setCellStatus)) onDone();
  };
  return (
    <div className="stack">
      <Choice label={say.newStatus} options={options} value={status} onChange={setStatus} />
      <TextLine label={say.reason} help={say.reasonHelp} lines={2} value={reason} onChange={setReason} />
      {(refused ?? write.error?.message) && <Notice tone="bad">{refused ?? write.error?.message}</Notice>}
      <div className="row">
        <Button
          look="strong"
          isPending={write.isPending}
          isDisabled={reason.trim() === ''}
          onPress={() => void declare().catch(() => undefined)}
        >
          {say.declare}
        </Button>
        <Button onPress={onDone}>{say.cancel}</Button>
      </div>
    </div>
  );
}

function FollowUpButton({ cell }: { cell: CellDetail }) {
  const say = useCellMessages();
  const write = useHubWrite(ToggleFollowUpDocument, CELL_QUESTIONS);
  return (
    <Button
      small
      icon="flag"
      isPending={write.isPending}
      aria-pressed={cell.followUp}
      onPress={() => write.mutate({ id: cell.id, followUp: !cell.followUp })}
    >
      {cell.followUp ? say.unfollow : say.follow}
    </Button>
  );
}

export function CellStatusBox({ cell, editable }: { cell: CellDetail; editable: boolean }) {
  const say = useCellMessages();
  const words = useStatusWords();
  const { may } = useSession();
  const [declaring, setDeclaring] = useState(false);
  const why = cell.statusSource === 'DERIVED' ? cell.statusRule?.words.text : cell.statusReason;
  return (
    <section className="cell-status" data-status={cell.status}>
      <div className="cell-status-head">
        <StatusLabel status={cell.status} />
        <span className="soft small">
          {words.source[cell.statusSource]}
          {cell.statusAt && ` · ${formatMoment(cell.statusAt)}`}
        </span>
        <span className="cell-status-actions">
          {may('OPERATOR') && <FollowUpButton cell={cell} />}
          {editable && !declaring && (
            <Button small icon="edit" onPress={() => setDeclaring(true)}>
              {say.declareOther}
            </Button>
          )}
        </span>
      </div>
      {why && (
        <p>
          <span className="soft">{cell.statusSource === 'DERIVED' ? say.rule : say.because}: </span>
          {why}
        </p>
      )}
      {declaring && <DeclareForm cell={cell} onDone={() => setDeclaring(false)} />}
    </section>
  );
}
