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
  await client.query(
    `update chunk set state = 'QUARANTINED', lease_until = null, done_at = clock_timestamp(), counts = $3
     where run_id = $1 and no = $2`,
    [poisoned.runId, poisoned.no, poisoned.kind === RunKind.VERIFY ? { UNAVAILABLE: 1 } : {}],
  );
  if (poisoned.kind === RunKind.VERIFY) {
    // Every row has exactly one verdict: for this one, nothing is known.
    const sheet = new VerdictSheet(poisoned.runId);
    sheet.add(poisoned.seq, judgeUnavailable());
    await sheet.store(client);
  }
  await insertRunEvent(client, poisoned.runId, 'RECORD_QUARANTINED', { row: poisoned.seq });
}
