/** Opens the bytes of a run's result, made from its rows; the connection goes back when they have been read. */
import { type Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { borrowClient } from '../borrow-client';
import { copyVerdictsOut } from './copy-verdicts-out';

/** @throws Error when the run has no dataset. */
export async function openExport(db: DataSource, runId: string): Promise<Readable> {
  const [run] = await db.query<{ dataset_id: string; headers: string[] }[]>(
    'select run.dataset_id, dataset.headers from run join dataset on dataset.id = run.dataset_id where run.id = $1',
    [runId],
  );
  if (!run) throw new Error(`there is no run ${runId}`);
  const client = await borrowClient(db);
  const bytes = copyVerdictsOut(client, { runId, datasetId: run.dataset_id, headers: run.headers });
  // A reader that goes away early leaves the COPY half done: that connection is of no more use.
  bytes.once('close', () => client.release(!bytes.readableEnded));
  return bytes;
}
