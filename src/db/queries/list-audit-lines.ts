/** Lists stretches of the audit trail as the lines that seals vouch for: every column, as text that stays the same. */
import { type ClientBase } from 'pg';

/** Lies before every entry, also before one that somebody put in with an id of their choice. */
export const BEFORE_ALL = '-9223372036854775808';

/** A line holds all that an entry says; a change of any of it changes the line. */
export interface AuditLineRow {
  readonly id: string;
  readonly line: string;
}

/** Entries with `after` < id ≤ `upTo`, oldest first, at most `most`. */
export async function listAuditLines(
  client: Pick<ClientBase, 'query'>,
  stretch: { readonly after: string; readonly upTo: string; readonly most: number },
): Promise<AuditLineRow[]> {
  const found = await client.query<AuditLineRow>(
    `select id::text, jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint, actor_id, action, subject, detail,
       request_id)::text as line
     from audit_entry where id > $1 and id <= $2 order by audit_entry.id limit $3`,
    [stretch.after, stretch.upTo, stretch.most],
  );
  return found.rows;
}

export interface AuditSealRow {
  readonly fromId: string;
  readonly toId: string;
  readonly entries: number;
  readonly mac: Buffer;
  readonly sealedAt: Date;
}

/** Oldest first. */
export async function listAuditSeals(client: Pick<ClientBase, 'query'>): Promise<AuditSealRow[]> {
  const found = await client.query<AuditSealRow>(
    `select from_id::text as "fromId", to_id::text as "toId", entries, mac, sealed_at as "sealedAt"
     from audit_seal order by id`,
  );
  return found.rows;
}

export async function countAuditEntriesAfter(client: Pick<ClientBase, 'query'>, id: string): Promise<number> {
  const found = await client.query<{ count: number }>(
    'select count(*)::int as count from audit_entry where id > $1',
    [id],
  );
  return found.rows[0]?.count ?? 0;
}
