/** Carries files to and from the hub: uploads with progress, downloads under their own name and checked where they have a checksum. */
import { CreateUploadDocument } from '../../generated/create-upload';
import { getLanguage } from '../shared/language';
import { askHub } from './ask-hub';
import { HubError } from './hub-error';
import { needAnswer, readTrouble } from './http-trouble';

/** The same address on the host that served the page, whatever name the hub knows itself by. */
function ofThisHub(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return `${pathname}${search}`;
}

/** Sends a file and answers its upload's id. `onProgress` hears the share sent, 0 … 1. @throws HubError */
export async function uploadFile(file: File, onProgress?: (share: number) => void): Promise<string> {
  const { createUpload } = await askHub(CreateUploadDocument, {
    input: { filename: file.name, bytes: file.size },
  });
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(createUpload.method, ofThisHub(createUpload.url));
    request.setRequestHeader('accept-language', getLanguage());
    for (const { name, value } of createUpload.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onerror = () => reject(HubError.unreachable());
    request.onload = () => {
      if (request.status < 300) return resolve();
      const requestId = request.getResponseHeader('x-request-id');
      reject(readTrouble(request.status, request.responseText, requestId));
    };
    request.send(file);
  });
  return createUpload.id;
}

/** A link would show a refusal as a page of its own, so the file is fetched and then handed over. @throws HubError */
export async function downloadFile(url: string, name: string): Promise<void> {
  handOver(await fetchFile(ofThisHub(url)), name);
}

export type Checked = 'SAME' | 'DIFFERENT' | 'UNKNOWN';

export interface ResultFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

/** A file that differs from its checksum is not handed over. @throws HubError */
export async function downloadChecked({ id, name, sha256 }: ResultFile): Promise<Checked> {
  const bytes = await fetchFile(`/exports/${id}`);
  const found = await digestOf(bytes);
  if (found !== null && found !== sha256) return 'DIFFERENT';
  handOver(bytes, name);
  return found === null ? 'UNKNOWN' : 'SAME';
}

async function fetchFile(path: string): Promise<Blob> {
  const response = await needAnswer(fetch(path, { headers: { 'accept-language': getLanguage() } }));
  return response.blob();
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
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken the address by then; kept, it would hold the whole file in memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
