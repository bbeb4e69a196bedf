/** Where the assessment stands on its way to publication, and the steps that the reader's role may take from there. */
import { type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { AcceptAssessmentDocument } from '../../../generated/accept-assessment';
import { SubmitAssessmentDocument } from '../../../generated/move-assessment';
import { PublishAssessmentDocument } from '../../../generated/publish-assessment';
import { ReturnAssessmentDocument } from '../../../generated/return-assessment';
import { type HubError, isRefused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHubWrite } from '../../hub/use-hub';
import { Badge, type Tone } from '../../parts/badge';
import { Button } from '../../parts/button';
import { DialogBox } from '../../parts/drawer';
import { TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { useStatusWords } from '../../shared/status-words';
import { type Assessment } from './matrix-data';
import { useStepMessages } from './step-messages';

type Step = 'submit' | 'accept' | 'publish' | 'return';

const TONES: Readonly<Record<Assessment['state'], Tone>> = {
  DRAFT: 'calm',
  SUBMITTED: 'info',
  ACCEPTED: 'info',
  PUBLISHED: 'good',
};

/** The same table as the hub's own; the hub decides, this only saves the reader a refusal. */
function useStepsFrom(state: Assessment['state']): Step[] {
  const { may } = useSession();
  const steward = may('STEWARD');
  if (state === 'DRAFT') return may('OPERATOR') ? ['submit'] : [];
  if (state === 'SUBMITTED') return steward ? ['accept', 'return'] : [];
  if (state === 'ACCEPTED') return steward ? ['publish', 'return'] : [];
  return may('ADMIN') ? ['return'] : [];
}

type Moved = UseMutationResult<object, HubError, never>;

function useMoves() {
  return {
    submit: useHubWrite(SubmitAssessmentDocument),
    accept: useHubWrite(AcceptAssessmentDocument),
    publish: useHubWrite(PublishAssessmentDocument),
    return: useHubWrite(ReturnAssessmentDocument),
  };
}

/** The hub's own words for why a step was not taken. */
function troubleOf(moved: Moved): string | undefined {
  if (moved.error) return moved.error.message;
  const [answer] = Object.values(moved.data ?? {}) as object[];
  return answer && isRefused(answer) ? String((answer as { message: string }).message) : undefined;
}

function StepDialog({
  step,
  assessment,
  onClose,
}: {
  step: Step;
  assessment: Assessment;
  onClose: () => void;
}) {
  const say = useStepMessages();
  const moves = useMoves();
  const [reason, setReason] = useState('');
  const moved = moves[step];
  const trouble = troubleOf(moved as unknown as Moved);
  const go = async () => {
    const { id, version } = assessment;
    const answer =
      step === 'return'
        ? await moves.return.mutateAsync({ id, version, reason })
        : await moves[step].mutateAsync({ id, version });
    const [first] = Object.values(answer) as object[];
    if (first && !isRefused(first)) onClose();
  };
  return (
    <DialogBox isOpen onClose={onClose} title={say.steps[step]}>
      <div className="stack">
        <p>{say.means[step]}</p>
        {step === 'return' && (
          <TextLine label={say.reason} lines={3} value={reason} onChange={setReason} isRequired autoFocus />
        )}
        {trouble && <Notice tone="bad">{trouble}</Notice>}
        <div className="row">
          <Button
            look="strong"
            isPending={moved.isPending}
            isDisabled={step === 'return' && reason.trim() === ''}
            onPress={() => void go().catch(() => undefined)}
          >
            {say.steps[step]}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </DialogBox>
  );
}

export function AssessmentSteps({ assessment }: { assessment: Assessment }) {
  const say = useStepMessages();
  const words = useStatusWords();
  const steps = useStepsFrom(assessment.state);
  const [asked, setAsked] = useState<Step | null>(null);
  return (
    <>
      <Badge tone={TONES[assessment.state]}>{words.assessment[assessment.state]}</Badge>
      {steps.map((step) => (
        <Button key={step} look={step === 'return' ? 'plain' : 'strong'} onPress={() => setAsked(step)}>
          {say.steps[step]}
        </Button>
      ))}
      {asked && <StepDialog step={asked} assessment={assessment} onClose={() => setAsked(null)} />}
    </>
  );
}
