/** Reads the keys that sandbox mode writes into the data folder for the people of this machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const SandboxKeyFile = z.object({
  viewer: z.string().min(1),
  operator: z.string().min(1),
  steward: z.string().min(1),
  admin: z.string().min(1),
});
export type SandboxKeyFile = z.infer<typeof SandboxKeyFile>;

/** Null when there are none: production mode, another machine, or a hub that never started here. */
export function findSandboxKeys(dataDir: string): SandboxKeyFile | null {
  try {
    return (
      SandboxKeyFile.safeParse(JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'))).data ?? null
    );
  } catch {
    return null;
  }
}
