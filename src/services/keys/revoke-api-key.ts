/** Revokes an API key: from its next request on it opens nothing. What it did stays attributed to it. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { inTransaction } from '../in-transaction';

/** `actor` is null when the operator of the machine does it. False when there is no such key, or it was revoked before. */
export function revokeApiKey(db: DataSource, actor: Actor | null, id: string): Promise<boolean> {
  return inTransaction(db, async ({ client }) => {
    const revoked = await client.query(
      'update api_key set revoked_at = clock_timestamp() where id = $1 and revoked_at is null',
      [id],
    );
    if (revoked.rowCount !== 1) return false;
    await insertAuditEntry(client, { actor, action: 'API_KEY_REVOKED', subject: `api_key:${id}` });
    return true;
  });
}
