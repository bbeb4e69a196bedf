/** Which rows of an earlier verification are asked about again, and which keep the verdict that they have. */
import { type DataSource } from 'typeorm';
import { type SeqRange } from '../../domain/run/run-state';

export interface RetriedSlice extends SeqRange {
  /** The run that asks again. */
  readonly runId: string;
}

/**
 * SQL: true of a verdict `v` of the run `base` that may turn out otherwise when it is asked again by the run `again`. The clock
 * is that of the retry's start, so that every worker means the same rows.
 */
export const MAY_CHANGE = `(v.verdict = 'UNAVAILABLE'
  or v.verdict = 'NOT_FOUND' and base.not_found_until is not null and base.not_found_until > again.created_at)`;

/** SQL: the verdicts `v` of the slice ($1 run, $2 first, $3 last) that stand as they are. */
export const KEPT = `run again join run base on base.id = again.based_on_id
  join verdict v on v.run_id = base.id
  where again.id = $1 and v.seq between $2 and $3 and not ${MAY_CHANGE}`;

/** In order. Rows that have no verdict yet are asked about as well: the source refused, or the run was stopped before them. */
export async function listSeqsToAskAgain(
  db: DataSource,
  { runId, firstSeq, lastSeq }: RetriedSlice,
): Promise<number[]> {
  const rows = await db.query<{ seq: number }[]>(
    `select seq from generate_series($2::int, $3::int) seq except select v.seq from ${KEPT} order by seq`,
    [runId, firstSeq, lastSeq],
  );
  return rows.map(({ seq }) => seq);
}

export async function countCarriedOver(
  db: DataSource,
  { runId, firstSeq, lastSeq }: RetriedSlice,
): Promise<Record<string, number>> {
  const rows = await db.query<{ verdict: string; count: number }[]>(
    `select v.verdict, count(*)::int as count from ${KEPT} group by 1`,
    [runId, firstSeq, lastSeq],
  );
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
}
