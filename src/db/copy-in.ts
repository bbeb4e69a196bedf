/** Sends rows in the text format of COPY into a table, on the connection of the transaction that they belong to. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** `target` is the table with its columns. */
export async function copyIn(
  client: ClientBase,
  target: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${target} from stdin`)));
}
