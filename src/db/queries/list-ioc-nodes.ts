/** The IOCs of the provinces as the hub knows them, their feeds, and how they came to stand where they do. */
import { type DataSource } from 'typeorm';
import { type IocStage, type StageReason } from '../../domain/ioc/ioc-stage';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';
import { type Scope } from './list-runs';

export interface IocNodeRow {
  readonly localityCode: string;
  readonly stage: IocStage;
  readonly stageSince: Date;
  readonly why: StageReason;
  readonly connectedToCentre: boolean;
  readonly connectedToRegister: boolean;
  readonly lastHeartbeatAt: Date | null;
  readonly lastSyncAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly cutOffAt: Date | null;
  readonly lagMinutes: number | null;
  readonly consecutiveFailures: number;
  readonly lastError: string | null;
  readonly lastRunId: string | null;
  readonly simulated: boolean;
}

export interface IocFeedRow {
  readonly localityCode: string;
  readonly code: string;
  readonly offered: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly deduplicated: number;
  /** Each from 0 to 1; null before anything came in. */
  readonly correct: number | null;
  readonly complete: number | null;
  readonly clean: number | null;
  readonly live: number | null;
  readonly consistent: number | null;
  readonly lastVersion: number | null;
  readonly lastRecordAt: Date | null;
  readonly lastReceivedAt: Date | null;
  readonly lastError: string | null;
}

export interface StageChangeRow {
  readonly localityCode: string;
  readonly at: Date;
  readonly from: IocStage;
  readonly to: IocStage;
  readonly why: StageReason;
  readonly runId: string | null;
}

const WHERE_COLUMNS: WhereColumns = {
  stage: { sql: 'n.stage', type: 'text' },
  locality: { sql: 'n.locality_code', type: 'text' },
  connectedToCentre: { sql: 'n.connected_to_centre', type: 'boolean' },
  consecutiveFailures: { sql: 'n.consecutive_failures', type: 'integer' },
  lastSyncAt: { sql: 'n.last_sync_at', type: 'timestamptz' },
};

/** By code of the province. @throws UnusableWhere */
export function listIocNodes(db: DataSource, scope: Scope, where: Where | null): Promise<IocNodeRow[]> {
  const parameters: unknown[] = [scope.localityCode];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select n.locality_code as "localityCode", n.stage, n.stage_since as "stageSince", n.why,
       n.connected_to_centre as "connectedToCentre", n.connected_to_register as "connectedToRegister",
       n.last_heartbeat_at as "lastHeartbeatAt", n.last_sync_at as "lastSyncAt", n.last_attempt_at as "lastAttemptAt",
       n.cut_off_at as "cutOffAt", n.lag_minutes as "lagMinutes", n.consecutive_failures as "consecutiveFailures",
       n.last_error as "lastError", n.last_run_id as "lastRunId", n.simulated
     from ioc_node n where ($1::text is null or n.locality_code = $1) and ${condition} order by n.locality_code`,
    parameters,
  );
}

export function listIocFeeds(db: DataSource, localityCodes: readonly string[]): Promise<IocFeedRow[]> {
  return db.query(
    `select locality_code as "localityCode", feed_code as code, offered, accepted, rejected, deduplicated, correct, complete,
       clean, live, consistent, last_version as "lastVersion", last_record_at as "lastRecordAt",
       last_received_at as "lastReceivedAt", last_error as "lastError"
     from ioc_feed where locality_code = any($1::text[]) order by locality_code, feed_code`,
    [localityCodes],
  );
}

/** The newest `last` of each province, newest first. */
export function listStageChanges(
  db: DataSource,
  localityCodes: readonly string[],
  last: number,
): Promise<StageChangeRow[]> {
  return db.query(
    `select newest.* from unnest($1::text[]) as wanted (code)
     cross join lateral (
       select locality_code as "localityCode", at, from_stage as "from", to_stage as "to", why, run_id as "runId"
       from ioc_stage_change where locality_code = wanted.code order by id desc limit $2
     ) newest`,
    [localityCodes, last],
  );
}
