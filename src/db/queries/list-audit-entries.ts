/** Lists the audit trail, newest first, with the label of the key that acted. */
import { type DataSource } from 'typeorm';

export interface AuditEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Null where the hub itself acted. */
  readonly actor: string | null;
  readonly requestId: string | null;
}

export interface AuditFilter {
  readonly action: string | null;
  /** The beginning of a subject: `run:`, or a whole one. */
  readonly subject: string | null;
  readonly actorId: string | null;
}

const MATCHING = `from audit_entry e left join api_key k on k.id = e.actor_id
  where ($1::text is null or e.action = $1) and ($2::text is null or starts_with(e.subject, $2))
    and ($3::uuid is null or e.actor_id = $3)`;

const parametersOf = ({ action, subject, actorId }: AuditFilter) => [action, subject, actorId];

/** One row more than `first` when there are more. `before` is the id of the last one already seen. */
export function listAuditEntries(
  db: DataSource,
  filter: AuditFilter,
  page: { readonly first: number; readonly before: string | null },
): Promise<AuditEntryRow[]> {
  return db.query(
    `select e.id::text, e.at, e.action, e.subject, e.detail, k.label as actor, e.request_id as "requestId" ${MATCHING}
       and ($4::bigint is null or e.id < $4) order by e.id desc limit $5`,
    [...parametersOf(filter), page.before, page.first + 1],
  );
}

export async function countAuditEntries(db: DataSource, filter: AuditFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count ${MATCHING}`,
    parametersOf(filter),
  );
  return row?.count ?? 0;
}

/** The actions that the trail knows, for a filter. */
export async function listAuditActions(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ action: string }[]>(
    'select distinct action from audit_entry order by action',
  );
  return rows.map(({ action }) => action);
}
