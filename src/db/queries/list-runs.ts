/** Runs as a caller may see them, newest first: filtered and paged, by id, or by dataset. */
import { type DataSource } from 'typeorm';
import { type RulePack } from '../../domain/cleanse/rule-pack';
import { type RunKind, type RunState } from '../../domain/run/run-state';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';

export interface RunRow {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  /** Null for a synchronisation, which is about a locality. */
  readonly datasetId: string | null;
  readonly localityCode: string;
  readonly connectorKey: string | null;
  readonly purpose: string | null;
  readonly simulated: boolean;
  readonly engineVersion: string;
  readonly basedOnId: string | null;
  readonly acceptsProbable: boolean;
  readonly policyVersion: string | null;
  readonly notFoundUntil: Date | null;
  readonly retryAt: Date | null;
  /** The rules of a cleansing; null for other kinds. */
  readonly pack: RulePack | null;
  readonly errorCode: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** `createdAt` to the microsecond, which a Date cannot hold: what a cursor needs. */
  readonly createdAtText: string;
}

export interface Scope {
  /** Null means every locality. */
  readonly localityCode: string | null;
}

/** The last run already seen. */
export interface RunCursor {
  readonly createdAtText: string;
  readonly id: string;
}

const COLUMNS = `r.id, r.kind, r.state, r.dataset_id as "datasetId", coalesce(r.locality_code, d.locality_code) as "localityCode", r.connector_key as "connectorKey", r.purpose,
  r.simulated, r.engine_version as "engineVersion", r.based_on_id as "basedOnId",
  r.accepts_probable as "acceptsProbable", r.policy_version as "policyVersion", r.not_found_until as "notFoundUntil", r.retry_at as "retryAt", r.settings -> 'pack' as pack, r.error_code as "errorCode", r.created_at as "createdAt",
  r.started_at as "startedAt", r.finished_at as "finishedAt", r.created_at::text as "createdAtText"`;

const VISIBLE = `from run r left join dataset d on d.id = r.dataset_id
  where ($1::text is null or coalesce(r.locality_code, d.locality_code) = $1)`;

const WHERE_COLUMNS: WhereColumns = {
  state: { sql: 'r.state', type: 'text' },
  kind: { sql: 'r.kind', type: 'text' },
  datasetId: { sql: 'r.dataset_id', type: 'uuid' },
  connector: { sql: 'r.connector_key', type: 'text' },
  locality: { sql: 'coalesce(r.locality_code, d.locality_code)', type: 'text' },
  createdAt: { sql: 'r.created_at', type: 'timestamptz' },
};

/** One row more than `first` when there are more. @throws UnusableWhere */
export function listRuns(
  db: DataSource,
  scope: Scope,
  where: Where | null,
  page: { readonly first: number; readonly after: RunCursor | null },
): Promise<RunRow[]> {
  const parameters = [
    scope.localityCode,
    page.first + 1,
    page.after?.createdAtText ?? null,
    page.after?.id ?? null,
  ];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select ${COLUMNS} ${VISIBLE}
       and ($3::timestamptz is null or (r.created_at, r.id) < ($3::timestamptz, $4::uuid)) and ${condition}
     order by r.created_at desc, r.id desc limit $2`,
    parameters,
  );
}

/** @throws UnusableWhere */
export async function countRuns(db: DataSource, scope: Scope, where: Where | null): Promise<number> {
  const parameters: unknown[] = [scope.localityCode];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count ${VISIBLE} and ${condition}`,
    parameters,
  );
  return row?.count ?? 0;
}

export function listRunsById(db: DataSource, scope: Scope, ids: readonly string[]): Promise<RunRow[]> {
  return db.query(`select ${COLUMNS} ${VISIBLE} and r.id = any($2::uuid[])`, [scope.localityCode, ids]);
}

/** The newest runs of each dataset. */
export function listRunsOfDatasets(
  db: DataSource,
  scope: Scope,
  datasetIds: readonly string[],
  first: number,
): Promise<RunRow[]> {
  return db.query(
    `select newest.* from unnest($2::uuid[]) as wanted (id)
     cross join lateral (
       select ${COLUMNS} ${VISIBLE} and r.dataset_id = wanted.id order by r.created_at desc, r.id desc limit $3
     ) newest`,
    [scope.localityCode, datasetIds, first],
  );
}
