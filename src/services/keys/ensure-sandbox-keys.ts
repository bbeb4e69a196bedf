/** In sandbox mode, gives a newcomer four working keys in a file that only they can read. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { type Config } from '../../config';
import { Role } from '../../domain/actor';
import { storeApiKey } from './create-api-key';
import { getHubSecret } from './hub-secret';

const SandboxKeys = z.object({
  viewer: z.string(),
  operator: z.string(),
  steward: z.string(),
  admin: z.string(),
});
export type SandboxKeys = z.infer<typeof SandboxKeys>;

/** Marks keys whose text lies in a file: production mode refuses to start while one of them still opens anything. */
export const SANDBOX_LABEL = 'sandbox';

const ROLES = {
  viewer: Role.VIEWER,
  operator: Role.OPERATOR,
  steward: Role.STEWARD,
  admin: Role.ADMIN,
} as const;

/**
 * Reads or makes `keys.json` in the data folder, and sees to it that the database knows its keys, also when database
 * and folder were not made together.
 */
export async function ensureSandboxKeys(
  db: DataSource,
  config: Pick<Config, 'secret' | 'mode' | 'dataDir'>,
): Promise<SandboxKeys> {
  if (config.mode !== 'sandbox') throw new Error('Keys in a file are for sandbox mode only.');
  const keys = readOrMakeKeys(config.dataDir);
  const secret = getHubSecret(config);
  for (const [name, role] of Object.entries(ROLES)) {
    const key = keys[name as keyof SandboxKeys];
    await storeApiKey(db, secret, key, { label: `${SANDBOX_LABEL} ${name}`, role, localityCode: null });
  }
  return keys;
}

function readOrMakeKeys(folder: string): SandboxKeys {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'keys.json');
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const made = Object.fromEntries(
    Object.keys(ROLES).map((name) => [name, `hub06_${name}_${randomBytes(32).toString('base64url')}`]),
  );
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link never replaces a file that is there: of two first starts, one wins and both read its keys.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return SandboxKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
}
