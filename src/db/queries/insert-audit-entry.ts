/** Writes one line of the audit trail, in the transaction of the act it tells of. */
import { type ClientBase } from 'pg';
import { type Actor } from '../../domain/actor';

export interface AuditLine {
  readonly actor: Pick<Actor, 'keyId' | 'requestId'> | null;
  /** `upload.announce`, `run.start` … */
  readonly action: string;
  /** `run:<id>` */
  readonly subject: string;
  /** Codes and counts; never a personal value. */
  readonly detail?: Readonly<Record<string, string | number | null>>;
}

export async function insertAuditEntry(client: ClientBase, line: AuditLine): Promise<void> {
  await client.query(
    'insert into audit_entry (actor_id, action, subject, detail, request_id) values ($1, $2, $3, $4, $5)',
    [line.actor?.keyId ?? null, line.action, line.subject, line.detail ?? {}, line.actor?.requestId ?? null],
  );
}
