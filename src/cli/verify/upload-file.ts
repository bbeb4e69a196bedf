/** Carries a file from disk to the hub as a stream, however large it is. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { ask, send, type HubAddress } from '../hub/hub-client';
import { UploadTicket } from '../hub/hub-answers';

/** Announces the file and sends it. Gives the upload's id. @throws Failure, with exit code 4 when the file is not readable. */
export async function uploadFile(
  hub: HubAddress,
  path: string,
  onBytes: (sent: number, total: number) => void,
): Promise<string> {
  const bytes = await measure(path);
  if (bytes === 0) throw empty(path);
  const data = await ask(hub, 'create-upload', { input: { filename: basename(path), bytes } });
  const ticket = UploadTicket.parse(data.createUpload);
  const answer = await send(hub, ticket.url, {
    method: ticket.method === 'POST' ? 'POST' : 'PUT',
    headers: {
      ...Object.fromEntries(ticket.headers.map(({ name, value }) => [name.toLowerCase(), value])),
      'content-length': String(bytes),
    },
    body: () => Readable.from(readCounted(path, bytes, onBytes), { objectMode: false }),
  });
  await answer.body.dump();
  return ticket.id;
}

/** A listener for `data` would set the file flowing before the connection stands, and the first part would be lost. */
async function* readCounted(path: string, bytes: number, onBytes: (sent: number, total: number) => void) {
  let sent = 0;
  // Never more than announced: a file that still grows is cut where it was when it was measured.
  for await (const chunk of createReadStream(path, { highWaterMark: 512 * 1_024, end: bytes - 1 })) {
    const part = chunk as Buffer;
    sent += part.length;
    onBytes(sent, bytes);
    yield part;
  }
}

async function measure(path: string): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw unreadable(path, 'EISDIR');
      return stat.size;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unreadable(path, (error as NodeJS.ErrnoException).code ?? 'unknown');
  }
}

function unreadable(path: string, code: string): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Không đọc được tệp ${path} (${code}).`,
    en: `Cannot read the file ${path} (${code}).`,
  });
}

function empty(path: string): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Tệp ${path} trống: cần một dòng tiêu đề và các dòng dữ liệu.`,
    en: `The file ${path} is empty: it needs a header row and rows below it.`,
  });
}
