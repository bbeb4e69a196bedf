/** Seals the audit trail up to now, so that whoever changes the database without the hub's secret is found out. */
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { BEFORE_ALL, listAuditLines } from '../../db/queries/list-audit-lines';
import { auditMac } from './hub-secret';
import { tryLock } from '../hub-lock';
import { inTransaction } from '../in-transaction';

const LARGEST_STRETCH = 5_000;
/** Writers of the trail wait while the end of it is read; no longer than this. */
const PATIENCE_MS = 250;

/** Gives how many entries were sealed: 0 when there were none, when another process is at it, or writers were slow. */
export async function sealAudit(db: DataSource, secret: string): Promise<number> {
  const end = await findSettledEnd(db);
  if (end === null) return 0;
  let sealed = 0;
  for (;;) {
    const more = await inTransaction(db, ({ client }) => sealStretch(client, secret, end));
    sealed += more;
    if (more < LARGEST_STRETCH) return sealed;
  }
}

/** The last entry such that none below it is still to be committed; null when writers did not come to rest in time. */
async function findSettledEnd(db: DataSource): Promise<string | null> {
  try {
    return await inTransaction(db, async ({ client }) => {
      await client.query(`set local lock_timeout = ${PATIENCE_MS}`);
      await client.query('lock table audit_entry in share mode');
      const found = await client.query<{ end: string | null }>(
        'select max(id)::text as end from audit_entry',
      );
      return found.rows[0]?.end ?? null;
    });
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return null;
    throw error;
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

async function sealStretch(client: ClientBase, secret: string, end: string): Promise<number> {
  if (!(await tryLock(client, 'SEAL'))) return 0;
  const found = await client.query<{ toId: string; mac: Buffer }>(
    'select to_id::text as "toId", mac from audit_seal order by id desc limit 1',
  );
  const before = found.rows[0];
  const lines = await listAuditLines(client, {
    after: before?.toId ?? BEFORE_ALL,
    upTo: end,
    most: LARGEST_STRETCH,
  });
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return 0;
  const mac = auditMac(
    secret,
    before?.mac ?? null,
    lines.map(({ line }) => line),
  );
  await client.query('insert into audit_seal (from_id, to_id, entries, mac) values ($1, $2, $3, $4)', [
    first.id,
    last.id,
    lines.length,
    mac,
  ]);
  return lines.length;
}
