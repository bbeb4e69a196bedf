/** Ends a synchronisation whose provinces are all over: the nation's figures, the run's state, its last event and the audit line. */
import { type ClientBase } from 'pg';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { type IndicatorUnit } from '../../domain/indicator/indicator-score';
import { makeNational, type Parts } from '../../domain/indicator/national-figure';
import { recordFigures, type LocalFigure } from '../matrix/record-figures';
import { type SyncOfRun } from '../sources/store-node';

interface Tally {
  readonly done: number;
  readonly failed: number;
  readonly offered: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly deduplicated: number;
}

/** Runs inside the transaction that settles the finishing chunk. A province that failed is an issue; only when all did, the run failed. */
export async function sealSync(client: ClientBase, { runId }: Pick<SyncOfRun, 'runId'>): Promise<void> {
  const tally = await tallyUp(client, runId);
  const allFailed = tally.done === 0;
  const state = allFailed ? 'FAILED_SYSTEM' : tally.failed > 0 ? 'SUCCEEDED_WITH_ISSUES' : 'SUCCEEDED';
  await recordNation(client, runId);
  await client.query(
    `update run set state = $2, finished_at = clock_timestamp(), error_code = case when $3 then coalesce(
       (select detail ->> 'reason' from run_event where run_id = $1 and event = 'LOCALITY_FAILED'
        group by 1 order by count(*) desc limit 1), 'INTERNAL') end
     where id = $1`,
    [runId, state, allFailed],
  );
  await insertRunEvent(client, runId, 'FINISHED', { ...tally });
  await insertAuditEntry(client, {
    actor: null,
    action: 'run.finish',
    subject: `run:${runId}`,
    detail: { state, ...tally },
  });
}

async function tallyUp(client: ClientBase, runId: string): Promise<Tally> {
  const sums = await client.query<Tally>(
    `select count(*) filter (where counts ? 'DONE')::int as done,
       count(*) filter (where not coalesce(counts ? 'DONE', false))::int as failed,
       coalesce(sum((counts ->> 'offered')::int), 0)::int as offered,
       coalesce(sum((counts ->> 'accepted')::int), 0)::int as accepted,
       coalesce(sum((counts ->> 'rejected')::int), 0)::int as rejected,
       coalesce(sum((counts ->> 'deduplicated')::int), 0)::int as deduplicated
     from chunk where run_id = $1 and step = 'WORK'`,
    [runId],
  );
  return sums.rows[0]!;
}

/** From the newest figure of every province, whichever run brought it, for the indicators that this run spoke of. */
async function recordNation(client: ClientBase, runId: string): Promise<void> {
  const found = await client.query<{
    indicator: string;
    unit: IndicatorUnit;
    observedAt: Date;
    simulated: boolean;
    provinces: Parts[];
  }>(
    `with spoken as (
       select indicator_code, period_code, max(observed_at) as observed_at from observation
       where run_id = $1 group by 1, 2
     ),
     newest as (
       select distinct on (o.indicator_code, o.locality_code) o.*, spoken.observed_at as at
       from spoken join observation o using (indicator_code, period_code)
       join locality l on l.code = o.locality_code and l.scheme = 'VN34'
       order by o.indicator_code, o.locality_code, o.observed_at desc, o.id desc
     )
     select i.code as indicator, i.unit, max(newest.at) as "observedAt", bool_or(newest.simulated) as simulated,
       json_agg(json_build_object('value', newest.value, 'numerator', newest.numerator,
         'denominator', newest.denominator)) as provinces
     from newest join indicator i on i.code = newest.indicator_code group by 1, 2 order by 1`,
    [runId],
  );
  const figures = found.rows.flatMap(({ indicator, unit, observedAt, provinces }): LocalFigure[] => {
    const parts = makeNational(unit, provinces);
    return parts === null
      ? []
      : [{ localityCode: 'VN', indicator, ...parts, observedAt: observedAt.toISOString() }];
  });
  const simulated = found.rows.some((row) => row.simulated);
  await recordFigures(client, figures, { runId, simulated });
}
