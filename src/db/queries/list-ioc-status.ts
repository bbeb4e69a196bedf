/** The IOCs of the provinces as a status board wants them: one flat row each, its feeds counted together. */
import { type DataSource } from 'typeorm';
import { type IocStage, type StageReason } from '../../domain/ioc/ioc-stage';

export interface IocStatusRow {
  readonly locality: string;
  readonly localityName: string;
  readonly stage: IocStage;
  readonly stageSince: Date;
  readonly whyCode: StageReason;
  readonly connectedToCentre: boolean;
  readonly connectedToRegister: boolean;
  readonly lastHeartbeatAt: Date | null;
  readonly lastSyncAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly cutOffAt: Date | null;
  readonly lagMinutes: number | null;
  readonly consecutiveFailures: number;
  readonly lastError: string | null;
  readonly feeds: number;
  readonly offered: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly deduplicated: number;
  /** Mean of the five marks over the feeds, 0 to 100; null before anything came in. */
  readonly quality: number | null;
  readonly openAlerts: number;
  readonly simulated: boolean;
}

/** By code; `since` leaves out those that were not asked since. */
export function listIocStatus(
  db: DataSource,
  filter: { readonly localityCode: string | null; readonly since: Date | null },
): Promise<IocStatusRow[]> {
  return db.query(
    `select n.locality_code as locality, l.name_vi as "localityName", n.stage, n.stage_since as "stageSince",
       n.why as "whyCode", n.connected_to_centre as "connectedToCentre",
       n.connected_to_register as "connectedToRegister", n.last_heartbeat_at as "lastHeartbeatAt",
       n.last_sync_at as "lastSyncAt", n.last_attempt_at as "lastAttemptAt", n.cut_off_at as "cutOffAt",
       n.lag_minutes as "lagMinutes", n.consecutive_failures as "consecutiveFailures", n.last_error as "lastError",
       coalesce(f.feeds, 0) as feeds, coalesce(f.offered, 0) as offered, coalesce(f.accepted, 0) as accepted,
       coalesce(f.rejected, 0) as rejected, coalesce(f.deduplicated, 0) as deduplicated, f.quality,
       coalesce(a.open, 0) as "openAlerts", n.simulated
     from ioc_node n join locality l on l.code = n.locality_code
     left join (
       select locality_code, count(*)::int as feeds, sum(offered)::int as offered, sum(accepted)::int as accepted,
         sum(rejected)::int as rejected, sum(deduplicated)::int as deduplicated,
         100 * avg((correct + complete + clean + live + consistent) / 5) as quality
       from ioc_feed group by 1
     ) f on f.locality_code = n.locality_code
     left join (
       select locality_code, count(*)::int as open from alert where state in ('OPEN', 'ACKNOWLEDGED') group by 1
     ) a on a.locality_code = n.locality_code
     where ($1::text is null or n.locality_code = $1)
       and ($2::timestamptz is null or greatest(n.last_attempt_at, n.stage_since) > $2)
     order by n.locality_code`,
    [filter.localityCode, filter.since],
  );
}
