/** Adds a line to a run's timeline. */
import { type ClientBase } from 'pg';

export type RunEventName =
  | 'REQUESTED'
  | 'STARTED'
  | 'CUT'
  | 'CHUNK_TAKEN_OVER'
  | 'CHUNK_GIVEN_BACK'
  | 'CHUNK_SPLIT'
  | 'RECORD_QUARANTINED'
  | 'LOCALITY_FAILED'
  | 'FINISHED'
  | 'FAILED'
  | 'CANCELLED';

export async function insertRunEvent(
  client: ClientBase,
  runId: string,
  event: RunEventName,
  detail: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await client.query('insert into run_event (run_id, event, detail) values ($1, $2, $3)', [
    runId,
    event,
    detail,
  ]);
}
