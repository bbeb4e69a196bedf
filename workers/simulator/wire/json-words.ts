/** Answers for plain JSON answers without an envelope, as the statistics and the IOC nodes give them. */
import { type Call, type Reply, retryAfter } from './call';
import { CODES } from './ndop/envelope';
import { type Refusal, refusal } from './refusal';

export function jsonReply(_: Call, data: object): Reply {
  return {
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ status: { code: 'CM_SUCCESS' }, MoPhong: true, data }),
    code: 'CM_SUCCESS',
    people: 0,
  };
}

export function jsonRefusal(_: Call, refused: Refusal): Reply {
  const [status, code] = CODES[refused.reason];
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ status: { code, message: refused.message } }),
    headers: retryAfter(refused),
    code,
    people: 0,
  };
}

const SENDER = /^[A-Z0-9-]{6,13}$/;

/** Who asks stands in `X-Sender-Id` (our proposal); quotas are counted by it. Null when it may. */
export function senderOf(call: Call): Refusal | null {
  const sender = call.headers['x-sender-id'];
  if (typeof sender !== 'string' || !SENDER.test(sender)) return refusal('UNKNOWN_SENDER', 'unknown sender');
  return call.admit(sender, sender);
}
