/** One exchange of envelopes in the NDOP manner: header and data out, and data back once header and status are right. */
import { randomUUID } from 'node:crypto';
import { type Pool } from 'undici';
import { type CallContext } from '../contract';
import { SourceContractBroken, SourceRejected } from '../errors';
import { asCode, exchange, passingTrouble, type HttpAnswer } from '../http-exchange';

const SENDER = 'HUB06-0000001';
const RECEIVER = 'CSDLQGVDC';
/** The integration code for a look-up; the same in every public client of the register that we know of. */
const LOOKUP_SERVICE = '037';

export interface Caller {
  readonly pool: Pool;
  readonly officer: string;
  readonly context: CallContext;
}

export interface Message {
  /** Below `/ndop/v1/`. */
  readonly path: string;
  readonly kind: string;
  readonly data: object;
  /** Without it a new one is made; the same one again means the same request. */
  readonly messageId?: string;
}

/** @throws SourceUnavailable SourceRejected SourceContractBroken */
export async function call({ pool, officer, context }: Caller, message: Message): Promise<unknown> {
  const messageId = message.messageId ?? newMessageId();
  const answer = await exchange(pool, {
    method: 'POST',
    path: `/ndop/v1/${message.path}`,
    signal: context.signal,
    headers: { 'content-type': 'application/json', 'x-correlation-id': context.correlationId },
    body: JSON.stringify({
      header: {
        version: '1.0',
        sender_id: SENDER,
        receiver_id: RECEIVER,
        txn_type: message.kind,
        msg_id: messageId,
        msg_type: '101',
        data_type: 'CONG_DAN',
        send_datetime: Date.now(),
      },
      data: { MaDVC: context.purpose, MaTichHop: LOOKUP_SERVICE, MaCanBo: officer, ...message.data },
    }),
  });
  if (answer.quotaLeft !== null) context.noteQuota?.(answer.quotaLeft);
  if (answer.status !== 200) throw blame(answer);
  return readData(answer.body, messageId);
}

export const newMessageId = () => randomUUID().replaceAll('-', '');

interface Envelope {
  readonly header?: { readonly request_msg_id?: unknown };
  readonly status?: { readonly code?: unknown };
  readonly data?: unknown;
}

function readData(body: string, messageId: string): unknown {
  const envelope = parse(body);
  if (envelope?.header?.request_msg_id !== messageId) {
    throw new SourceContractBroken('answer to another request');
  }
  if (envelope.status?.code !== 'CM_SUCCESS') throw new SourceContractBroken('no success in a 200');
  return envelope.data;
}

function parse(body: string): Envelope | null {
  try {
    return JSON.parse(body) as Envelope | null;
  } catch {
    throw new SourceContractBroken('no JSON');
  }
}

/** Whose fault a status is: 429 and 5xx pass, the rest need a person. The source's own code is kept. */
function blame(answer: HttpAnswer): Error {
  return (
    passingTrouble(answer, Date.now()) ?? new SourceRejected(readCode(answer.body) ?? `HTTP_${answer.status}`)
  );
}

function readCode(body: string): string | null {
  try {
    return asCode((JSON.parse(body) as Envelope | null)?.status?.code);
  } catch {
    return null;
  }
}
