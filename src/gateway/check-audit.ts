/** Proves the audit trail against its seals: what was changed, removed or slipped in since it was sealed. */
import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { borrowClient } from '../db/borrow-client';
import {
  BEFORE_ALL,
  countAuditEntriesAfter,
  listAuditLines,
  listAuditSeals,
  type AuditSealRow,
} from '../db/queries/list-audit-lines';
import { auditMac } from '../services/keys/hub-secret';

export interface AuditIntegrity {
  readonly intact: boolean;
  readonly seals: number;
  readonly sealedEntries: number;
  /** Younger than the last seal: nobody vouches for them yet. */
  readonly unsealedEntries: number;
  readonly sealedAt: Date | null;
  /** The first stretch that is not what was sealed, by the ids of its entries. */
  readonly brokenFrom: string | null;
  readonly brokenTo: string | null;
}

export async function checkAudit(db: DataSource, secret: string): Promise<AuditIntegrity> {
  const client = await borrowClient(db);
  try {
    const seals = await listAuditSeals(client);
    const broken = await findBrokenSeal(client, secret, seals);
    const sound = broken ? seals.slice(0, seals.indexOf(broken)) : seals;
    const last = seals.at(-1);
    return {
      intact: broken === null,
      seals: seals.length,
      sealedEntries: sound.reduce((sum, { entries }) => sum + entries, 0),
      unsealedEntries: await countAuditEntriesAfter(client, last?.toId ?? BEFORE_ALL),
      sealedAt: last?.sealedAt ?? null,
      brokenFrom: broken?.fromId ?? null,
      brokenTo: broken?.toId ?? null,
    };
  } finally {
    client.release();
  }
}

async function findBrokenSeal(
  client: PoolClient,
  secret: string,
  seals: readonly AuditSealRow[],
): Promise<AuditSealRow | null> {
  let before: AuditSealRow | null = null;
  for (const seal of seals) {
    const lines = await listAuditLines(client, {
      after: before?.toId ?? BEFORE_ALL,
      upTo: seal.toId,
      // One more than was sealed, so that an entry slipped in is seen as well.
      most: seal.entries + 1,
    });
    const mac = auditMac(
      secret,
      before?.mac ?? null,
      lines.map(({ line }) => line),
    );
    if (lines.length !== seal.entries || !mac.equals(seal.mac)) return seal;
    before = seal;
  }
  return null;
}
