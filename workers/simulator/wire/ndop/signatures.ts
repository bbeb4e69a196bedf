/** Answers for signatures over header and body: keys of the senders, checking theirs, signing the answers to them. */
import { createPublicKey, createSign, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { type Call, type Reply } from '../call';
import { type Refusal, refusal } from '../refusal';
import { type Question } from './envelope';

const HEADER = 'x-signature';
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const MOST_KEYS = 1000;

export class Signatures {
  private readonly keys = new Map<string, KeyObject>();
  private own: { publicKey: KeyObject; privateKey: KeyObject } | null = null;

  /** Registers a sender's public key (PEM); from then on the sender must sign. False when it is no RSA key. */
  register(senderId: string, pem: string): boolean {
    try {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyType !== 'rsa' || this.keys.size >= MOST_KEYS) return false;
      this.keys.set(senderId, key);
      return true;
    } catch {
      return false;
    }
  }

  check(call: Call, { senderId, sentAtMs }: Question): Refusal | null {
    const signature = call.headers[HEADER];
    const key = this.keys.get(senderId);
    if (signature === undefined && key === undefined) return null;
    if (key === undefined || typeof signature !== 'string')
      return refusal('BAD_SIGNATURE', 'the signature or the key for it is missing');
    if (sentAtMs === null || Math.abs(sentAtMs - call.nowMs) > CLOCK_TOLERANCE_MS)
      return refusal('STALE', 'send_datetime is more than 5 minutes off');
    const holds = verify('RSA-SHA256', call.body, key, Buffer.from(signature, 'base64'));
    return holds ? null : refusal('BAD_SIGNATURE', 'the signature does not hold');
  }

  /** Signs the answer when the question was signed. */
  signed(call: Call, reply: Reply): Reply {
    if (call.headers[HEADER] === undefined) return reply;
    const signature = createSign('RSA-SHA256').update(reply.body).sign(this.pair().privateKey, 'base64');
    return { ...reply, headers: { ...reply.headers, [HEADER]: signature } };
  }

  /** The simulator's own public key as PEM. */
  publicKey(): string {
    return this.pair().publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** Made when first needed: it takes longer than the whole start of the simulator. */
  private pair() {
    this.own ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return this.own;
  }
}
