/** How good a feed is by the field's five marks: đúng, đủ, sạch, sống, thống nhất. */

/** Each from 0 to 1. */
export interface FeedScores {
  readonly correct: number;
  readonly complete: number;
  readonly clean: number;
  readonly live: number;
  readonly consistent: number;
}

export interface FeedQuality extends FeedScores {
  readonly good: boolean;
}

/** Rule: our own proposal; the field names the marks and no numbers. */
export const LEAST_MEAN = 0.9;
export const LEAST_MARK = 0.8;

/** Good when the mean of the marks is 0.9 or more and none is below 0.8. */
export function isGood(scores: FeedScores): boolean {
  const marks = marksOf(scores);
  return (
    marks.reduce((sum, mark) => sum + mark, 0) / marks.length >= LEAST_MEAN &&
    marks.every((mark) => mark >= LEAST_MARK)
  );
}

/** Null where a mark is missing: nothing came in yet. */
export function findQuality(scores: {
  readonly [mark in keyof FeedScores]: number | null;
}): FeedQuality | null {
  const { correct, complete, clean, live, consistent } = scores;
  if (correct === null || complete === null || clean === null || live === null || consistent === null)
    return null;
  const known = { correct, complete, clean, live, consistent };
  return { ...known, good: isGood(known) };
}

const marksOf = ({ correct, complete, clean, live, consistent }: FeedScores): readonly number[] => [
  correct,
  complete,
  clean,
  live,
  consistent,
];

/** What one reading or delivery of a feed showed, and what the store then held of the last whole reporting days. */
export interface FeedCounts {
  /** Of this reading; 0 when nothing new was there. */
  readonly offered: number;
  readonly rejected: number;
  readonly deduplicated: number;
  /** The same version came with another content. */
  readonly contradictory: number;
  /** Of the last whole reporting days: records held, records due, and those held that were issued in time. */
  readonly held: number;
  readonly due: number;
  readonly inTime: number;
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(1, Math.max(0, part / whole));

/** The marks after a reading; where it says nothing of a mark, the former one stays. Null marks: nothing is known yet. */
export function scoreFeed(
  counts: FeedCounts,
  former: { readonly [mark in keyof FeedScores]: number | null },
): { [mark in keyof FeedScores]: number | null } {
  const { offered, rejected, deduplicated, contradictory, held, due, inTime } = counts;
  const accepted = offered - rejected;
  return {
    correct: share(accepted, offered) ?? former.correct,
    complete: share(held, due) ?? former.complete,
    clean: share(accepted - deduplicated, accepted) ?? former.clean,
    live: share(inTime, held) ?? former.live,
    consistent: share(accepted - contradictory, accepted) ?? former.consistent,
  };
}
