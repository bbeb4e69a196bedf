/** Notes in the audit trail that somebody meddled with a queue by hand. The rows are the work: whatever was done, they heal it. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { inTransaction } from '../in-transaction';

export function noteQueueAct(
  db: DataSource,
  actor: Actor,
  act: { readonly method: string; readonly path: string },
): Promise<void> {
  const { method, path } = act;
  return inTransaction(db, ({ client }) =>
    insertAuditEntry(client, { actor, action: 'queue.act', subject: 'queue', detail: { method, path } }),
  );
}
