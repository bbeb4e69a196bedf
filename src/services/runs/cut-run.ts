/** Cuts a run into chunks once the rows of its dataset are known: at its start, or when the import is complete. */
import { type ClientBase } from 'pg';
import { cutIntoChunks, RunKind } from '../../domain/run/run-state';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { createChangePartition } from '../results/create-change-partition';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';

/** Rows a chunk: two calls of the register's largest batch, about a tenth of a second of work. */
export const ROWS_PER_CHUNK = 2_000;
/** Rows of a chunk that asks nobody: its work is short, so that the overhead of a chunk would weigh. */
const ROWS_PER_LOCAL_CHUNK = 10_000;

/** Adds the work chunks and the blocked finishing chunk; returns the bells to ring after the commit. */
export async function cutRun(client: ClientBase, runId: string, rows: number): Promise<WorkOnChunk[]> {
  const run = await client.query<{ kind: RunKind }>(
    'update run set rows_total = $2 where id = $1 returning kind',
    [runId, rows],
  );
  const kind = run.rows[0]?.kind;
  if (kind === RunKind.CLEANSE) await createChangePartition(client, runId);
  const ranges = kind === RunKind.PROFILE ? [] : cutIntoChunks(rows, rowsPerChunk(kind, rows));
  await client.query(
    `insert into chunk (run_id, no, first_seq, last_seq)
     select $1, ordinal, first_seq, last_seq
     from unnest($2::int[], $3::int[]) with ordinality as range (first_seq, last_seq, ordinal)`,
    [runId, ranges.map((range) => range.firstSeq), ranges.map((range) => range.lastSeq)],
  );
  await client.query(
    `insert into chunk (run_id, no, step, first_seq, last_seq, state) values ($1, 0, 'FINISH', 0, 0, $2)`,
    [runId, ranges.length === 0 ? 'READY' : 'BLOCKED'],
  );
  await insertRunEvent(client, runId, 'CUT', { rows, chunks: ranges.length });
  const bells = ranges.map((_, index) => ({ runId, no: index + 1, epoch: 0 }));
  return bells.length === 0 ? [{ runId, no: 0, epoch: 0 }] : bells;
}

function rowsPerChunk(kind: RunKind | undefined, rows: number): number {
  // Any two rows may be a pair: a linkage cannot be cut.
  if (kind === RunKind.LINK) return rows;
  return kind === RunKind.CLEANSE ? ROWS_PER_LOCAL_CHUNK : ROWS_PER_CHUNK;
}
