/** Carries files to and from the hub with the reader's key: uploads with progress, downloads under their own name. */
import { CreateUploadDocument } from '../../generated/create-upload';
import { authorizationOf, readAccessKey } from '../shared/access-key';
import { type GraphqlError } from '../shared/graphql-request';
import { getLanguage } from '../shared/language';
import { askHub } from './ask-hub';
import { HubError } from './hub-error';

/** The body of the hub's HTTP errors. */
type HttpTrouble = { code?: string; message?: string; requestId?: string };

function toHubError(status: number, body: string, requestId: string | null): HubError {
  let trouble: HttpTrouble = {};
  try {
    trouble = JSON.parse(body) as HttpTrouble;
  } catch {
    // Something between the hub and here spoke for it.
  }
  const error: GraphqlError = {
    message: trouble.message ?? `HTTP ${status}`,
    extensions: { code: trouble.code ?? `HTTP_${status}` },
  };
  return HubError.of(error, trouble.requestId ?? requestId);
}

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
    const headers = { ...authorizationOf(readAccessKey()), 'accept-language': getLanguage() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    for (const { name, value } of createUpload.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onerror = () => reject(HubError.unreachable());
    request.onload = () => {
      if (request.status < 300) return resolve();
      const requestId = request.getResponseHeader('x-request-id');
      reject(toHubError(request.status, request.responseText, requestId));
    };
    request.send(file);
  });
  return createUpload.id;
}

/** Fetches a file with the reader's key, which a plain link could not send, and saves it. @throws HubError */
export async function downloadFile(url: string, name: string): Promise<void> {
  const response = await fetch(ofThisHub(url), {
    headers: { ...authorizationOf(readAccessKey()), 'accept-language': getLanguage() },
  }).catch(() => {
    throw HubError.unreachable();
  });
  if (!response.ok) {
    throw toHubError(response.status, await response.text(), response.headers.get('x-request-id'));
  }
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
