/** How a run stands, as a badge, and what kind of run it is, in words. */
import { type RunKind, type RunState } from '../../generated/types';
import { runKindWords } from '../../generated/words/run-kind';
import { runStateWords } from '../../generated/words/run-state';
import { useSay } from '../shared/use-language';
import { Badge, type Tone } from './badge';
import { type IconName } from './icon';

const LOOKS: Readonly<Record<RunState, { tone: Tone; icon?: IconName }>> = {
  QUEUED: { tone: 'calm' },
  RUNNING: { tone: 'info', icon: 'play' },
  SUCCEEDED: { tone: 'good' },
  SUCCEEDED_WITH_ISSUES: { tone: 'warn' },
  FAILED_CONFIG: { tone: 'bad' },
  FAILED_SYSTEM: { tone: 'bad' },
  CANCELLED: { tone: 'calm', icon: 'pause' },
};

/** States in which a run still moves. */
export const isMoving = (state: RunState): boolean => state === 'QUEUED' || state === 'RUNNING';

export function RunStateBadge({ state }: { state: RunState }) {
  const say = useSay();
  return <Badge {...LOOKS[state]}>{say(runStateWords[state])}</Badge>;
}

export function useRunKind(): (kind: RunKind) => string {
  const say = useSay();
  return (kind) => say(runKindWords[kind]);
}
