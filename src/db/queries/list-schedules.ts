/** The schedules within a locality's scope, by connector. */
import { type DataSource } from 'typeorm';
import { type CatchUp, type ScheduleOutcome } from '../../domain/run/schedule';
import { type Scope } from './list-runs';

export interface ScheduleRow {
  readonly id: string;
  readonly connectorKey: string;
  readonly localityCode: string;
  readonly cron: string;
  readonly jitterSeconds: number;
  readonly catchUp: CatchUp;
  readonly paused: boolean;
  readonly nextAt: Date;
  readonly lastFiredAt: Date | null;
  readonly lastOutcome: ScheduleOutcome | null;
  readonly lastRunId: string | null;
}

export function listSchedules(
  db: DataSource,
  scope: Scope,
  ids: readonly string[] | null = null,
): Promise<ScheduleRow[]> {
  return db.query(
    `select id, connector_key as "connectorKey", locality_code as "localityCode", cron,
       jitter_seconds as "jitterSeconds", catch_up as "catchUp", paused, next_at as "nextAt",
       last_fired_at as "lastFiredAt", last_outcome as "lastOutcome", last_run_id as "lastRunId"
     from schedule
     where ($1::text is null or locality_code in ($1, 'VN')) and ($2::text[] is null or id = any($2))
     order by connector_key, locality_code`,
    [scope.localityCode, ids],
  );
}
