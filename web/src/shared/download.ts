/** Fetches a file with the key, checks it against its checksum where it has one, and hands it to the reader. */
import { authorizationOf, readAccessKey } from './access-key';
import { HubError } from '../hub/hub-error';

export type Checked = 'SAME' | 'DIFFERENT' | 'UNKNOWN';

export interface ResultFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

/** A link could not carry the key, so that the file is fetched and then handed over. @throws HubError */
async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path, { headers: authorizationOf(readAccessKey()) }).catch(() => null);
  if (!response) throw HubError.unreachable();
  if (!response.ok) throw await errorIn(response);
  return response.blob();
}

/** @throws HubError */
export async function downloadFile(path: string, name: string): Promise<void> {
  handOver(await fetchFile(path), name);
}

/** A file that differs from its checksum is not handed over. @throws HubError */
export async function downloadChecked({ id, name, sha256 }: ResultFile): Promise<Checked> {
  const bytes = await fetchFile(`/exports/${id}`);
  const found = await digestOf(bytes);
  if (found !== null && found !== sha256) return 'DIFFERENT';
  handOver(bytes, name);
  return found === null ? 'UNKNOWN' : 'SAME';
}

async function errorIn(response: Response): Promise<HubError> {
  const requestId = response.headers.get('x-request-id');
  const { code = 'UNKNOWN', message = '' } = (await response.json().catch(() => ({}))) as Record<
    string,
    string
  >;
  return new HubError(code, message, requestId);
}

/** Null where the browser refuses: it computes digests on HTTPS and on localhost only. */
async function digestOf(blob: Blob): Promise<string | null> {
  const subtle = (crypto as Partial<Crypto>).subtle;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function handOver(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by then; kept, it would hold the whole file in memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
