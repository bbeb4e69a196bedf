/** Turns what goes wrong with the hub's plain HTTP requests into a HubError. */
import { HubError } from './hub-error';

/** The body of the hub's HTTP errors; something between the hub and here may have spoken for it. */
export interface HttpTrouble {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

export function readTrouble(status: number, body: string, requestId: string | null): HubError {
  let trouble: HttpTrouble = {};
  try {
    trouble = JSON.parse(body) as HttpTrouble;
  } catch {
    // Not the hub's words: the status has to do.
  }
  const { code = `HTTP_${status}`, message = `HTTP ${status}` } = trouble;
  return new HubError(code, message, trouble.requestId ?? requestId);
}

/** Waits for the answer to a request and gives it when it is a good one. @throws HubError */
export async function needAnswer(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(() => {
    throw HubError.unreachable();
  });
  if (response.ok) return response;
  throw readTrouble(response.status, await response.text(), response.headers.get('x-request-id'));
}
