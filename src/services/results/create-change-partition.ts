/** Makes the table that will hold the changes of one cleansing, as a partition that is there before the first change comes. */
import { type ClientBase } from 'pg';

/** Attached rather than made in place: making a partition would keep everybody else from reading changes meanwhile. */
export async function createChangePartition(client: ClientBase, runId: string): Promise<void> {
  const table = client.escapeIdentifier(`change_${runId.replaceAll('-', '')}`);
  const id = client.escapeLiteral(runId);
  await client.query(`create table ${table} (like change including all, check (run_id = ${id}))`);
  await client.query(`alter table change attach partition ${table} for values in (${id})`);
}
