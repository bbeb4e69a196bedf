/** The chunks of given runs, in the order of their rows: how far each is and what it went through, never who held it. */
import { type DataSource } from 'typeorm';
import { type ChunkState, type ChunkStep } from '../../domain/run/run-state';

export interface ChunkRow {
  readonly runId: string;
  readonly no: number;
  readonly step: ChunkStep;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly state: ChunkState;
  readonly claims: number;
  readonly crashes: number;
  readonly retries: number;
  readonly faults: number;
  readonly notBefore: Date | null;
  readonly doneAt: Date | null;
}

/** For each run, one chunk more than `first` when there are more. `after` is the number of the last one already seen. */
export function listChunks(
  db: DataSource,
  runIds: readonly string[],
  page: { readonly first: number; readonly after: number | null },
): Promise<ChunkRow[]> {
  return db.query(
    `select paged.* from unnest($1::uuid[]) as wanted (id)
     cross join lateral (
       select c.run_id as "runId", c.no, c.step, c.first_seq as "firstSeq", c.last_seq as "lastSeq", c.state,
         c.epoch as claims, c.crashes, c.retries, c.faults, c.not_before as "notBefore", c.done_at as "doneAt"
       from chunk c where c.run_id = wanted.id and c.no > $3::int order by c.no limit $2::int
     ) paged
     order by paged."runId", paged.no`,
    [runIds, page.first + 1, page.after ?? -1],
  );
}

export function countChunks(
  db: DataSource,
  runIds: readonly string[],
): Promise<{ runId: string; count: number }[]> {
  return db.query(
    `select run_id as "runId", count(*)::int as count from chunk where run_id = any($1::uuid[]) group by run_id`,
    [runIds],
  );
}
