/** Sends the bytes of a file to the place that the hub gave, telling how far it is. */
import { type CreateUploadMutation } from '../../../generated/types';
import { getLanguage } from '../../shared/language';
import { HubError } from '../../hub/hub-error';

type Place = CreateUploadMutation['createUpload'];

/** `onProgress` is called with the bytes that have gone. @throws HubError, also when `signal` stops it (code ABORTED) */
export function sendFile(
  place: Place,
  file: File,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of a body has gone.
    const request = new XMLHttpRequest();
    // The path alone: whatever name the hub was reached by, the page may talk to its own origin only.
    request.open(place.method, new URL(place.url).pathname);
    for (const { name, value } of place.headers) request.setRequestHeader(name, value);
    request.setRequestHeader('accept-language', getLanguage());
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onerror = () => reject(HubError.unreachable());
    request.onabort = () => reject(new HubError('ABORTED', '', null));
    request.onload = () => (request.status < 300 ? resolve() : reject(refusalIn(request.responseText)));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function refusalIn(body: string): HubError {
  try {
    const { code, message, requestId } = JSON.parse(body) as Record<'code' | 'message' | 'requestId', string>;
    return new HubError(code, message, requestId);
  } catch {
    return HubError.unreachable();
  }
}
