/** Answers for the JSON envelope of the NDOP manner: reading a question's, writing an answer's, and the codes of refusals. */
import { type Call, type Reply, retryAfter } from '../call';
import { type TextPart, Utf8Text } from '../utf8-text';
import { type Refusal, type RefusalReason, refusal } from '../refusal';

const OWN_ID = 'CSDLQGVDC';

export type Fields = Readonly<Record<string, unknown>>;

export interface Question {
  readonly msgId: string;
  readonly senderId: string;
  /** Epoch milliseconds, null when the header does not tell. */
  readonly sentAtMs: number | null;
  readonly purpose: string;
  readonly officer: string;
  readonly data: Fields;
}

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function textOf(value: unknown, longest: number): string {
  return typeof value === 'string' && value.length <= longest ? value : '';
}

/** Senders are 6 to 13 capitals, digits or dashes; other senders are unknown to the simulator (its own convention). */
const SENDER = /^[A-Z0-9-]{6,13}$/;

/** What could be read of the envelope, and what is wrong with it; even a refused question is answered to its own id. */
export function readQuestion(body: Buffer): { question: Question; refused: Refusal | null } {
  const root = parsed(body.toString('utf8'));
  const header = fieldsOf(root?.['header']);
  const data = fieldsOf(root?.['data']) ?? {};
  const sentAt = header?.['send_datetime'];
  const question: Question = {
    msgId: textOf(header?.['msg_id'], 128),
    senderId: textOf(header?.['sender_id'], 64),
    sentAtMs: typeof sentAt === 'number' ? sentAt : null,
    purpose: textOf(data['MaDVC'], 64),
    officer: textOf(data['MaCanBo'], 128),
    data,
  };
  return {
    question,
    refused: root === null ? refusal('INVALID', 'the body is not a JSON object') : wrong(question),
  };
}

function wrong({ msgId, senderId }: Question): Refusal | null {
  if (msgId === '') return refusal('INVALID', 'header.msg_id is missing');
  return SENDER.test(senderId) ? null : refusal('UNKNOWN_SENDER', 'unknown sender');
}

function parsed(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function header(call: Call, { msgId, senderId }: Pick<Question, 'msgId' | 'senderId'>): string {
  return (
    `{"version":"1.0","sender_id":"${OWN_ID}","receiver_id":${JSON.stringify(senderId)},"txn_type":"TRA_CUU_LO",` +
    `"msg_id":"${OWN_ID}-${call.nowMs}-${call.number}","request_msg_id":${JSON.stringify(msgId)},"msg_type":"102",` +
    `"data_type":"CONG_DAN","send_datetime":${call.nowMs}}`
  );
}

const HEAD_BYTES = 1024;
/** A person with a short id takes 270 bytes; who has more to tell lets the text grow. */
const BYTES_A_PERSON = 288;

/** `data` is JSON text. */
export function success(call: Call, question: Question, data: TextPart, people: number): Reply {
  const text = new Utf8Text(HEAD_BYTES + people * BYTES_A_PERSON);
  text.add(
    `{"header":${header(call, question)},"status":{"code":"CM_SUCCESS","message":"Thành công (dữ liệu mô phỏng)"},"data":`,
  );
  text.add(data);
  text.add('}');
  return {
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: text.toBuffer(),
    code: 'CM_SUCCESS',
    people,
  };
}

export const CODES: Readonly<Record<RefusalReason, readonly [status: number, code: string]>> = {
  INVALID: [400, 'CM_INVALID_REQUEST'],
  UNKNOWN_SENDER: [401, 'CM_UNAUTHORISED'],
  BAD_SIGNATURE: [401, 'PS_SIGNATURE_INVALID'],
  STALE: [401, 'CM_STALE_TIMESTAMP'],
  NO_LICENCE: [403, '004'],
  NO_RIGHT: [403, '005'],
  NOT_FOUND: [404, 'CM_NOT_FOUND'],
  DUPLICATE: [409, 'CM_DUPLICATE_REQUEST'],
  NOT_READY: [409, 'CM_NOT_READY'],
  VERSION_CONFLICT: [409, 'VERSION_CONFLICT'],
  RATE_LIMITED: [429, 'CM_RATE_LIMITED'],
  INTERNAL: [500, 'CM_INTERNAL'],
  UNAVAILABLE: [503, 'CM_UNAVAILABLE'],
};

export function refused(call: Call, question: Question, refusal: Refusal): Reply {
  const [status, code] = CODES[refusal.reason];
  const message = JSON.stringify(refusal.message);
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: `{"header":${header(call, question)},"status":{"code":"${code}","message":${message}}}`,
    headers: retryAfter(refusal),
    code,
    people: 0,
  };
}
