/** One exchange of envelopes in the NDOP manner, about groups of people and never about one. */
import { randomUUID } from 'node:crypto';
import { type Pool } from 'undici';
import { z } from 'zod';
import { type CallContext } from '../contract';
import { SourceContractBroken } from '../errors';
import { decode, exchange } from '../http-exchange';

const SENDER = 'HUB06-0000001';
const RECEIVER = 'CSDLQGVDC';

export interface Caller {
  readonly pool: Pool;
  readonly officer: string;
  readonly context: CallContext;
}

const Envelope = z.object({
  header: z.object({ request_msg_id: z.string() }),
  status: z.object({ code: z.literal('CM_SUCCESS') }),
  data: z.unknown(),
});

/** @throws SourceUnavailable SourceRejected SourceContractBroken */
export async function call(
  { pool, officer, context }: Caller,
  operation: string,
  data: object,
): Promise<unknown> {
  const messageId = randomUUID().replaceAll('-', '');
  const answer = await exchange(pool, {
    method: 'POST',
    path: `/ndop/v1/${operation}`,
    signal: context.signal,
    headers: { 'content-type': 'application/json', 'x-correlation-id': context.correlationId },
    body: JSON.stringify({
      header: {
        version: '1.0',
        sender_id: SENDER,
        receiver_id: RECEIVER,
        txn_type: 'TONG_HOP',
        msg_id: messageId,
        msg_type: '101',
        data_type: 'TONG_HOP',
        send_datetime: Date.now(),
      },
      data: { MaDVC: context.purpose, MaCanBo: officer, ...data },
    }),
  });
  if (answer.quotaLeft !== null) context.noteQuota?.(answer.quotaLeft);
  const envelope = decode(Envelope, answer);
  if (envelope.header.request_msg_id !== messageId)
    throw new SourceContractBroken('answer to another request');
  return envelope.data;
}
