/** Stores the changes of a chunk by COPY, on the connection of the transaction that settles it. */
import { pipeline } from 'node:stream/promises';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyNullable, copyText } from '../db/copy-text';
import { type Change } from '../domain/cleanse/cleanse-row';

export interface RowChanges {
  readonly seq: number;
  readonly changes: readonly Change[];
}

export async function storeChanges(
  client: ClientBase,
  runId: string,
  rows: readonly RowChanges[],
): Promise<void> {
  const target = client.query(
    copyFrom(`copy change (run_id, row_seq, field, no, rule, version, mode, before, after, lossless, confidence)
      from stdin`),
  );
  const lines = rows.map(({ seq, changes }) => changes.map((change) => toLine(runId, seq, change)).join(''));
  await pipeline([Buffer.from(lines.join(''))], target);
}

function toLine(runId: string, seq: number, change: Change): string {
  const { field, no, rule, version, mode, before, after, lossless, confidence } = change;
  const text = `${copyText(before)}\t${copyNullable(after)}`;
  return `${runId}\t${seq}\t${field}\t${no}\t${rule}\t${version}\t${mode}\t${text}\t${lossless}\t${confidence}\n`;
}
