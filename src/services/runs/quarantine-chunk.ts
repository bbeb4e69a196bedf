/** Puts aside the one record that keeps killing its worker: the rest of the run goes on, and the row is accounted for. */
import { type ClientBase } from 'pg';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { judgeUnavailable } from '../../domain/verdict/judge-resident';
import { RunKind } from '../../domain/run/run-state';
import { VerdictSheet } from '../results/store-verdicts';

interface Poisoned {
  readonly runId: string;
  readonly no: number;
  readonly kind: RunKind;
  readonly seq: number;
}

export async function quarantineChunk(client: ClientBase, poisoned: Poisoned): Promise<void> {
  const counts = poisoned.kind === RunKind.VERIFY ? { [await getVerdict(client, poisoned)]: 1 } : {};
  await client.query(
    `update chunk set state = 'QUARANTINED', lease_until = null, done_at = clock_timestamp(), counts = $3
     where run_id = $1 and no = $2`,
    [poisoned.runId, poisoned.no, counts],
  );
  await insertRunEvent(client, poisoned.runId, 'RECORD_QUARANTINED', { row: poisoned.seq });
}

/** Every row has exactly one verdict: the one that was kept before its holders began to vanish, or that nothing is known of it. */
async function getVerdict(client: ClientBase, { runId, seq }: Poisoned): Promise<string> {
  const kept = await client.query<{ verdict: string }>(
    'select verdict from verdict where run_id = $1 and seq = $2',
    [runId, seq],
  );
  const [found] = kept.rows;
  if (found !== undefined) return found.verdict;
  const unknown = judgeUnavailable();
  const sheet = new VerdictSheet(runId);
  sheet.add(seq, unknown);
  await sheet.store(client);
  return unknown.verdict;
}
