/** Keeps work that one process does at a time to that one: PostgreSQL's advisory locks, held until the transaction ends. */
import { type ClientBase } from 'pg';

/** All numbers stand here, so that no two are the same; `src/cli/migrate-database.ts` and the simulator have 604 206 and 606 090. */
const NUMBERS = {
  SEED: 606_001,
  RECONCILE: 606_002,
  ALERTS: 606_003,
  SEAL: 606_070,
  FORGET: 606_080,
} as const satisfies Record<string, number>;
export type HubLock = keyof typeof NUMBERS;

/** False when another process holds the lock: whatever is to be done, it is doing it. */
export async function tryLock(client: ClientBase, lock: HubLock): Promise<boolean> {
  const tried = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
    NUMBERS[lock],
  ]);
  return tried.rows[0]!.mine;
}

/** Waits until the lock is free. */
export async function takeLock(
  client: { query(sql: string, parameters: unknown[]): Promise<unknown> },
  lock: HubLock,
): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [NUMBERS[lock]]);
}
