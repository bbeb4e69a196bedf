/** The state of a run as a badge. */
import { type RunState } from '../../generated/types';
import { useRunWords } from '../shared/run-words';
import { Badge, type Tone } from './badge';
import { type IconName } from './icon';

const LOOKS: Readonly<Record<RunState, { tone: Tone; icon: IconName }>> = {
  QUEUED: { tone: 'calm', icon: 'clock' },
  RUNNING: { tone: 'info', icon: 'run' },
  SUCCEEDED: { tone: 'good', icon: 'check' },
  SUCCEEDED_WITH_ISSUES: { tone: 'warn', icon: 'alert' },
  FAILED_CONFIG: { tone: 'bad', icon: 'close' },
  FAILED_SYSTEM: { tone: 'bad', icon: 'close' },
  CANCELLED: { tone: 'calm', icon: 'pause' },
};

export function RunStateBadge({ state }: { state: RunState }) {
  const words = useRunWords();
  return <Badge {...LOOKS[state]}>{words.state[state]}</Badge>;
}
