/** Takes every open chunk of a run from whoever holds it: the raised epoch makes a commit in flight fail its fence. */
import { type ClientBase } from 'pg';

export async function withdrawChunks(client: ClientBase, runId: string): Promise<void> {
  await client.query(
    `update chunk set state = 'CANCELLED', epoch = epoch + 1, lease_until = null
     where run_id = $1 and state in ('BLOCKED', 'READY', 'WAITING_CONNECTOR', 'LEASED')`,
    [runId],
  );
}
