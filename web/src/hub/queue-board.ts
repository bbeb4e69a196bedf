/** Opens and closes the browser's session with the queue board, whose pages cannot send the key themselves. */
import { authorizationOf, readAccessKey } from '../shared/access-key';
import { HubError } from './hub-error';

const BOARD = '/admin/queues';

/** Gives the address of the board. @throws HubError */
export async function openQueueBoard(): Promise<string> {
  const response = await fetch(`${BOARD}/session`, {
    method: 'POST',
    headers: authorizationOf(readAccessKey()),
  }).catch(() => {
    throw HubError.unreachable();
  });
  if (response.ok) return BOARD;
  const refused = (await response.json().catch(() => ({}))) as {
    code?: string;
    message?: string;
    requestId?: string;
  };
  throw new HubError(
    refused.code ?? 'UNKNOWN',
    refused.message ?? response.statusText,
    refused.requestId ?? null,
  );
}

/** Nobody who comes after may find the board open. Silence is no trouble: the session ends with the browser. */
export function closeQueueBoard(): void {
  void fetch(`${BOARD}/session`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
}
