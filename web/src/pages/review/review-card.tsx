/** One row under review: what the engine found, side by side, and the decision. */
import { type Ref } from 'react';
import { Link } from 'wouter';
import { reasonCodeWords } from '../../../generated/words/reason-code';
import { reviewDecisionWords } from '../../../generated/words/review-decision';
import { SimulatedBadge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Panel } from '../../parts/panel';
import { VerdictBadge } from '../../parts/verdict';
import { formatMoment, formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { type DecidedTask, DecisionForm, type DecisionHandle } from './decision-form';
import { useReviewMessages } from './review-messages';
import { SideBySide } from './side-by-side';
import { type Task } from './task';

function Outcome({ task, onNext }: { task: Task; onNext: () => void }) {
  const say = useReviewMessages();
  const words = useSay();
  if (task.decision === null) return null;
  return (
    <div className="review-outcome" role="status">
      <p>
        <strong>{say.outcome}:</strong> {words(reviewDecisionWords[task.decision])} ·{' '}
        {formatMoment(task.decidedAt)} · {formatShare(task.confidence, 2)}
      </p>
      {task.reason && <p className="soft">“{task.reason}”</p>}
      <div className="row">
        {say.now} <VerdictBadge verdict={task.effectiveVerdict} />
        <Button icon="chevron" onPress={onNext} autoFocus>
          {say.next}
        </Button>
      </div>
    </div>
  );
}

interface Props {
  task: Task;
  handle: Ref<DecisionHandle>;
  onDecided: (task: DecidedTask) => void;
  onNext: () => void;
}

export function ReviewCard({ task, handle, onDecided, onNext }: Props) {
  const say = useReviewMessages();
  const words = useSay();
  return (
    <Panel
      title={say.line(formatNumber(task.line))}
      note={task.run.dataset && <Link href={`/data/${task.run.dataset.id}`}>{task.run.dataset.name}</Link>}
      actions={
        <>
          <SimulatedBadge simulated={task.run.simulated} />
          <VerdictBadge verdict={task.verdict} />
        </>
      }
    >
      <div className="review-card">
        {task.reasons.length > 0 && (
          <p className="review-reasons">
            <span className="soft">{say.reasons}:</span>{' '}
            {task.reasons.map((reason) => words(reasonCodeWords[reason])).join('; ')}
          </p>
        )}
        <SideBySide key={task.id} task={task} />
        <p className="soft small">{say.register}</p>
        {task.decision === null ? (
          <DecisionForm task={task} handle={handle} onDecided={onDecided} />
        ) : (
          <Outcome task={task} onNext={onNext} />
        )}
      </div>
    </Panel>
  );
}
