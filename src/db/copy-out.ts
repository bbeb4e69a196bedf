/** Reads rows by COPY slice by slice, some slices ahead of whoever takes the bytes. */
import { type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type DataSource } from 'typeorm';
import { type SeqRange } from '../domain/run/run-state';
import { borrowClient } from './borrow-client';

/** Rows of a slice: sorted and joined in little memory, whatever the planner thinks of tables that are new to it. */
const SLICE_ROWS = 2_500;
/** Slices under way: while one is taken the database is busy with the others. */
const AHEAD = 2;

/**
 * The bytes of rows 1 … `lastSeq`, in order. `write` gives the query of one slice. A slow reader keeps no connection, since a slice is
 * read whole and waits here. Only for rows that do not change any more: every slice is a look of its own.
 */
export async function* copyOutInSlices(
  db: DataSource,
  lastSeq: number,
  write: (client: ClientBase, range: SeqRange) => string,
): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = [];
  for (let firstSeq = 1; firstSeq <= lastSeq || underWay.length > 0; firstSeq += SLICE_ROWS) {
    if (firstSeq <= lastSeq) {
      const slice = copyOut(db, (client) => write(client, { firstSeq, lastSeq: firstSeq + SLICE_ROWS - 1 }));
      // Whoever stops reading never waits for it; its failure is nobody's then.
      slice.catch(() => {});
      underWay.push(slice);
    }
    if (underWay.length === AHEAD || firstSeq + SLICE_ROWS > lastSeq) yield await underWay.shift()!;
  }
}

async function copyOut(db: DataSource, write: (client: ClientBase) => string): Promise<Buffer> {
  const client = await borrowClient(db);
  try {
    const pieces: Buffer[] = [];
    for await (const piece of client.query(copyTo(`copy (${write(client)}) to stdout (format csv)`)))
      pieces.push(piece as Buffer);
    client.release();
    return Buffer.concat(pieces);
  } catch (error) {
    client.release(true);
    throw error;
  }
}
