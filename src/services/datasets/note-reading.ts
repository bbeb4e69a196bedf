/** Notes in the audit trail that somebody looked at personal values: who, at what, and how many. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { inTransaction } from '../in-transaction';

export function noteReading(db: DataSource, actor: Actor, subject: string, rows: number): Promise<void> {
  return inTransaction(db, ({ client }) =>
    insertAuditEntry(client, { actor, action: 'values.read', subject, detail: { rows } }),
  );
}
