/** The states of runs and chunks, and which may follow which: the tables that a test proves reachable. */

export const RunKind = {
  IMPORT: 'IMPORT',
  PROFILE: 'PROFILE',
  CLEANSE: 'CLEANSE',
  VERIFY: 'VERIFY',
  LINK: 'LINK',
  SYNC: 'SYNC',
  EXPORT: 'EXPORT',
  CONFORMANCE: 'CONFORMANCE',
} as const;
export type RunKind = (typeof RunKind)[keyof typeof RunKind];

export const RunState = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  SUCCEEDED_WITH_ISSUES: 'SUCCEEDED_WITH_ISSUES',
  FAILED_CONFIG: 'FAILED_CONFIG',
  FAILED_SYSTEM: 'FAILED_SYSTEM',
  CANCELLED: 'CANCELLED',
} as const;
export type RunState = (typeof RunState)[keyof typeof RunState];

/** What may follow each state of a run; an empty list marks an end. */
export const RUN_TRANSITIONS = {
  QUEUED: ['RUNNING', 'FAILED_CONFIG', 'FAILED_SYSTEM', 'CANCELLED'],
  RUNNING: ['SUCCEEDED', 'SUCCEEDED_WITH_ISSUES', 'FAILED_CONFIG', 'FAILED_SYSTEM', 'CANCELLED'],
  SUCCEEDED: [],
  SUCCEEDED_WITH_ISSUES: [],
  FAILED_CONFIG: [],
  FAILED_SYSTEM: [],
  CANCELLED: [],
} as const satisfies Record<RunState, readonly RunState[]>;

/** True when nothing will change about the run any more. */
export function isSettled(state: RunState): boolean {
  return RUN_TRANSITIONS[state].length === 0;
}

/** A run's work is done in `WORK` chunks; one `FINISH` chunk, blocked until they are all over, seals the result. */
export const ChunkStep = { WORK: 'WORK', FINISH: 'FINISH' } as const;
export type ChunkStep = (typeof ChunkStep)[keyof typeof ChunkStep];

export const ChunkState = {
  BLOCKED: 'BLOCKED',
  READY: 'READY',
  /** Its source could not answer; it goes on by itself. */
  WAITING_CONNECTOR: 'WAITING_CONNECTOR',
  LEASED: 'LEASED',
  DONE: 'DONE',
  SPLIT: 'SPLIT',
  QUARANTINED: 'QUARANTINED',
  CANCELLED: 'CANCELLED',
} as const;
export type ChunkState = (typeof ChunkState)[keyof typeof ChunkState];

/** What may follow each state of a chunk; LEASED follows itself when a lease expires and another worker takes over. */
export const CHUNK_TRANSITIONS = {
  BLOCKED: ['READY', 'CANCELLED'],
  READY: ['LEASED', 'CANCELLED'],
  WAITING_CONNECTOR: ['LEASED', 'CANCELLED'],
  LEASED: ['LEASED', 'READY', 'WAITING_CONNECTOR', 'DONE', 'SPLIT', 'QUARANTINED', 'CANCELLED'],
  DONE: [],
  SPLIT: [],
  QUARANTINED: [],
  CANCELLED: [],
} as const satisfies Record<ChunkState, readonly ChunkState[]>;

/** How many holders of a chunk may vanish before the chunk itself is suspected of killing them. */
export const CRASHES_BEFORE_SUSPICION = 3;

export type CrashDecision =
  | { readonly do: 'TRY_AGAIN' }
  | { readonly do: 'SPLIT'; readonly halves: readonly [SeqRange, SeqRange] }
  | { readonly do: 'QUARANTINE' };

/** An inclusive range of row numbers, counted from 1. */
export interface SeqRange {
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/**
 * Decides what becomes of a chunk whose holders keep vanishing: it is halved until the record that kills them stands
 * alone, and that record is put aside, so that one poisoned row never stops the others.
 */
export function decideAfterCrash(chunk: SeqRange & { readonly crashes: number }): CrashDecision {
  if (chunk.crashes < CRASHES_BEFORE_SUSPICION) return { do: 'TRY_AGAIN' };
  if (chunk.firstSeq >= chunk.lastSeq) return { do: 'QUARANTINE' };
  const middle = Math.floor((chunk.firstSeq + chunk.lastSeq) / 2);
  return {
    do: 'SPLIT',
    halves: [
      { firstSeq: chunk.firstSeq, lastSeq: middle },
      { firstSeq: middle + 1, lastSeq: chunk.lastSeq },
    ],
  };
}

/** Cuts `rows` rows into ranges of at most `size`, numbered from 1. Zero rows give no range. */
export function cutIntoChunks(rows: number, size: number): SeqRange[] {
  const ranges: SeqRange[] = [];
  for (let first = 1; first <= rows; first += size) {
    ranges.push({ firstSeq: first, lastSeq: Math.min(first + size - 1, rows) });
  }
  return ranges;
}
