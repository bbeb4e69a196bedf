/** Keeps a worker's leases alive while it works, and tells which of them it has lost. */
import { type DataSource } from 'typeorm';
import { type Claim } from './claim-chunk';

/** Renews all in one statement; returns the claims that are no longer held, whose work is then in vain. */
export async function renewLeases<Held extends Pick<Claim, 'runId' | 'no' | 'epoch'>>(
  db: DataSource,
  held: readonly Held[],
  leaseSeconds: number,
): Promise<Held[]> {
  if (held.length === 0) return [];
  const renewed = await db.query<{ ordinal: string }[]>(
    `with mine as (
       select run_id, no, epoch, ordinal
       from unnest($1::uuid[], $2::int[], $3::int[]) with ordinality as mine (run_id, no, epoch, ordinal)
     ), renewed as (
       update chunk set lease_until = clock_timestamp() + make_interval(secs => $4)
       from mine
       where chunk.run_id = mine.run_id and chunk.no = mine.no and chunk.epoch = mine.epoch and chunk.state = 'LEASED'
       returning mine.ordinal
     )
     select ordinal from renewed`,
    [
      held.map((claim) => claim.runId),
      held.map((claim) => claim.no),
      held.map((claim) => claim.epoch),
      leaseSeconds,
    ],
  );
  const kept = new Set(renewed.map((row) => Number(row.ordinal) - 1));
  return held.filter((_, index) => !kept.has(index));
}
