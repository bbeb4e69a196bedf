/** What a person says about a row, with the reason for it. */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { DecideReviewTaskDocument } from '../../../generated/decide-review-task';
import { type DecideReviewTaskMutation, type ReviewDecision } from '../../../generated/types';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Choice, TextLine } from '../../parts/fields';
import { RefusalNote } from '../../parts/refusal-note';
import { ErrorPanel } from '../../parts/states';
import { formatNumber } from '../../shared/format';
import { useReviewMessages } from './review-messages';
import { DECISIONS, type Task } from './task';

type Answered = DecideReviewTaskMutation['decideReview'];
export type DecidedTask = Extract<Answered, { __typename: 'ReviewTask' }>;

/** What the hot keys of the page reach for. */
export interface DecisionHandle {
  choose(decision: ReviewDecision): void;
  focusReason(): void;
  save(): void;
}

interface Props {
  task: Task;
  handle: Ref<DecisionHandle>;
  onDecided: (task: DecidedTask) => void;
}

function useDecision({ task, onDecided }: Omit<Props, 'handle'>) {
  const only = task.candidates.length === 1 ? (task.candidates[0]?.no ?? null) : null;
  const [decision, choose] = useState<ReviewDecision | null>(null);
  const [candidate, setCandidate] = useState<number | null>(only);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const write = useHubWrite(DecideReviewTaskDocument, []);
  const needsCandidate = decision === 'SAME_PERSON' && candidate === null;
  const save = (): void => {
    setTried(true);
    if (decision === null || needsCandidate || reason.trim() === '') return;
    const input = {
      runId: task.run.id,
      seq: task.seq,
      decision,
      reason: reason.trim(),
      ...(decision === 'SAME_PERSON' && candidate !== null && { candidate }),
    };
    const onSuccess = ({ decideReview }: DecideReviewTaskMutation): void =>
      isRefused(decideReview) ? setRefusal(decideReview as Refused) : onDecided(decideReview as DecidedTask);
    write.mutate({ input }, { onSuccess });
  };
  return {
    decision,
    choose,
    candidate,
    setCandidate,
    reason,
    setReason,
    tried,
    refusal,
    write,
    needsCandidate,
    save,
  };
}

function Decisions({
  chosen,
  onChoose,
}: {
  chosen: ReviewDecision | null;
  onChoose: (decision: ReviewDecision) => void;
}) {
  const say = useReviewMessages();
  const words: Record<ReviewDecision, string> = {
    SAME_PERSON: say.same,
    OTHER_PERSON: say.other,
    UNDECIDED: say.undecided,
  };
  return (
    <div className="decision-choices" role="radiogroup" aria-label={say.decide}>
      {DECISIONS.map((decision, index) => (
        <label key={decision} className="decision-choice" data-chosen={chosen === decision || undefined}>
          <input
            type="radio"
            name="decision"
            checked={chosen === decision}
            onChange={() => onChoose(decision)}
          />
          <kbd aria-hidden="true">{index + 1}</kbd>
          {words[decision]}
        </label>
      ))}
    </div>
  );
}

export function DecisionForm({ task, handle, onDecided }: Props) {
  const say = useReviewMessages();
  const form = useDecision({ task, onDecided });
  const box = useRef<HTMLFormElement>(null);
  useImperativeHandle(handle, () => ({
    choose: form.choose,
    focusReason: () => box.current?.querySelector('textarea')?.focus(),
    save: form.save,
  }));
  return (
    <form
      ref={box}
      className="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <Decisions chosen={form.decision} onChoose={form.choose} />
      {form.decision === 'SAME_PERSON' && task.candidates.length > 1 && (
        <Choice
          label={say.chosen}
          options={task.candidates.map(({ no }) => ({
            id: String(no),
            label: say.candidate(formatNumber(no)),
          }))}
          value={form.candidate === null ? null : String(form.candidate)}
          onChange={(no) => form.setCandidate(Number(no))}
          error={form.tried && form.needsCandidate ? say.chooseFirst : undefined}
        />
      )}
      <TextLine
        label={say.reason}
        lines={2}
        value={form.reason}
        onChange={form.setReason}
        maxLength={500}
        help={say.reasonHelp}
        error={form.tried && form.reason.trim() === '' ? say.reasonNeeded : undefined}
      />
      {form.refusal && <RefusalNote refusal={form.refusal} />}
      {form.write.error && <ErrorPanel error={form.write.error} />}
      <Button
        type="submit"
        look="strong"
        icon="check"
        isDisabled={form.decision === null}
        isPending={form.write.isPending}
      >
        {say.save}
      </Button>
    </form>
  );
}
