/** Takes in the bytes of an announced file, part by part, so that no file is ever whole in memory. */
import { createHash } from 'node:crypto';
import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

/** One row of the part table: large enough to be quick, small enough to be read back without a peak in memory. */
const PART_BYTES = 512 * 1_024;

/** The file is larger than the hub takes. */
export class UploadTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`the upload is larger than ${maxBytes} bytes`);
    this.name = 'UploadTooLarge';
  }
}

export interface ReceivedUpload {
  readonly bytes: number;
  readonly sha256: string;
}

interface Incoming {
  readonly uploadId: string;
  readonly body: AsyncIterable<Buffer | string>;
  readonly maxBytes: number;
}

/** Sending a file again before it is used replaces it. @throws UploadTooLarge */
export function receiveUpload(db: DataSource, incoming: Incoming): Promise<ReceivedUpload | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const upload = await client.query<{ state: string; expired: boolean }>(
      'select state, expires_at < clock_timestamp() as expired from upload where id = $1 for update',
      [incoming.uploadId],
    );
    const row = upload.rows[0];
    if (!row) return refuse('UPLOAD_NOT_FOUND');
    if (row.expired) return refuse('UPLOAD_EXPIRED');
    if (row.state === 'IMPORTED') return refuse('UPLOAD_ALREADY_USED');
    await client.query('delete from upload_part where upload_id = $1', [incoming.uploadId]);
    // A slow sender keeps the transaction open between parts; the pool's idle limit is meant for forgotten ones.
    await client.query(`set local idle_in_transaction_session_timeout = '5min'`);
    const received = await storeParts(client, incoming);
    await client.query(
      `update upload set state = 'RECEIVED', received_bytes = $2, sha256 = $3 where id = $1`,
      [incoming.uploadId, received.bytes, received.sha256],
    );
    return received;
  });
}

async function storeParts(client: PoolClient, incoming: Incoming): Promise<ReceivedUpload> {
  const hash = createHash('sha256');
  let bytes = 0;
  let no = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const store = async () => {
    await client.query('insert into upload_part (upload_id, no, bytes) values ($1, $2, $3)', [
      incoming.uploadId,
      no,
      Buffer.concat(waiting),
    ]);
    no += 1;
    waiting = [];
    waitingBytes = 0;
  };
  for await (const data of incoming.body) {
    const piece = typeof data === 'string' ? Buffer.from(data) : data;
    bytes += piece.length;
    if (bytes > incoming.maxBytes) throw new UploadTooLarge(incoming.maxBytes);
    hash.update(piece);
    waiting.push(piece);
    waitingBytes += piece.length;
    if (waitingBytes >= PART_BYTES) await store();
  }
  if (waitingBytes > 0) await store();
  return { bytes, sha256: hash.digest('hex') };
}
