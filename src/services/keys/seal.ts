/** Seals what may be stored and never shown: AES-256-GCM under a key that is drawn from the hub's secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Thrown when something was sealed under another secret, for another place, or was changed since. */
export class Unsealable extends Error {
  constructor() {
    super('what is stored was sealed under another HUB_SECRET, or was changed');
    this.name = 'Unsealable';
  }
}

/** `place` says what is sealed (`connector:csdlqgvdc-soap`): moved elsewhere it does not open. */
export function seal(secret: string, place: string, plain: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Unsealable */
export function unseal(secret: string, place: string, sealed: Buffer): string {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw new Unsealable();
  }
}

const keyFor = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'hub06 sealed settings', 32));
