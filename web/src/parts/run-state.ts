/** What kind of run it is, in words, and whether it still moves. */
import { type RunKind, type RunState } from '../../generated/types';
import { runKindWords } from '../../generated/words/run-kind';
import { useSay } from '../shared/use-language';

/** States in which a run still moves. */
export const isMoving = (state: RunState): boolean => state === 'QUEUED' || state === 'RUNNING';

export function useRunKind(): (kind: RunKind) => string {
  const say = useSay();
  return (kind) => say(runKindWords[kind]);
}
