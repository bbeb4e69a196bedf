/** What kind of run it is, in words, and whether it still moves. */
import { type RunKind, type RunState } from '../../generated/types';
import { useRunWords } from '../shared/run-words';

/** States in which a run still moves. */
export const isMoving = (state: RunState): boolean => state === 'QUEUED' || state === 'RUNNING';

export function useRunKind(): (kind: RunKind) => string {
  const { kind: words } = useRunWords();
  return (kind) => words[kind];
}
