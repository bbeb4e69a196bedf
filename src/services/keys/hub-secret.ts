/** The hub's own secret and what is signed with it: API keys at rest, people of the register, the right to fill one upload. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config } from '../../config';

/**
 * The setting, or in sandbox mode a file that the first process makes. All processes on one data folder agree on it.
 * @throws Error in production mode without the setting.
 */
export function getHubSecret(config: Pick<Config, 'secret' | 'mode' | 'dataDir'>): string {
  if (config.secret) return config.secret;
  if (config.mode === 'production')
    throw new Error('HUB_SECRET is missing: production mode does not invent one.');
  const file = join(config.dataDir, 'secret');
  return readIfThere(file) ?? makeSecret(config.dataDir, file);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and linked into place: a second process sees either no file or the whole of it, never a part. */
function makeSecret(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

/** What is stored of an API key: enough to recognise it, useless to whoever copies the database. */
export function hashApiKey(secret: string, key: string): Buffer {
  return createHmac('sha256', secret).update(`api-key\n${key}`).digest();
}

/** Vouches for a stretch of the audit trail and, by the seal before it, for all that came earlier. */
export function auditMac(secret: string, sealBefore: Buffer | null, lines: readonly string[]): Buffer {
  const mac = createHmac('sha256', secret).update(`audit\n${sealBefore?.toString('hex') ?? ''}`);
  for (const line of lines) mac.update(`\n${line}`);
  return mac.digest();
}

/**
 * What may be stored of a person of the register: the same for the same person within the hub, and nobody without the secret
 * can try all numbers to find out who it is.
 */
export function candidateToken(secret: string, number: string): string {
  return createHmac('sha256', secret).update(`candidate\n${number}`).digest('base64url').slice(0, 22);
}

/** The right to fill one upload until it expires, to be handed to whoever sends the bytes. */
export function signUpload(secret: string, uploadId: string, expiresAt: Date): string {
  const until = Math.floor(expiresAt.getTime() / 1000);
  return `${until}.${uploadMac(secret, uploadId, until).toString('base64url')}`;
}

/** True when the token was signed for this upload and has not expired at `now`. */
export function isUploadSigned(secret: string, uploadId: string, token: string, now: Date): boolean {
  const [, until, mac] = /^(\d{1,12})\.([\w-]{43})$/.exec(token) ?? [];
  if (until === undefined || mac === undefined || Number(until) * 1000 <= now.getTime()) return false;
  const given = Buffer.from(mac, 'base64url');
  const expected = uploadMac(secret, uploadId, Number(until));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function uploadMac(secret: string, uploadId: string, until: number): Buffer {
  return createHmac('sha256', secret).update(`upload\n${uploadId}\n${until}`).digest();
}
