/** Writes what a synchronisation found of a province's IOC: records, heartbeat, stage with its history, and the figures that follow. */
import { type ClientBase } from 'pg';
import { FEEDS_DUE } from '../../domain/ioc/ioc-feeds';
import { findQuality, type FeedScores } from '../../domain/ioc/feed-quality';
import { type RawFeedRecord } from '../../domain/ioc/feed-record';
import {
  nextStage,
  type IocStage,
  type ReportedStage,
  type StageReason,
  type SyncFinding,
} from '../../domain/ioc/ioc-stage';
import { daysBefore, reportingDayAt } from '../../domain/indicator/reporting-day';
import { recordFigures, type LocalFigure } from '../matrix/record-figures';
import { storeFeedRecords } from './store-feed-records';

/** What a node said of itself, and what was read of its feeds. */
export interface FoundNode {
  readonly localityCode: string;
  /** ISO 8601, by the source's clock. */
  readonly at: string;
  readonly reported: ReportedStage;
  readonly connectedToCentre: boolean;
  readonly connectedToRegister: boolean;
  readonly heartbeatAt: string;
  readonly cutOffAt: string;
  readonly minutesObserved: number;
  readonly minutesAvailable: number;
  readonly feeds: readonly FoundFeed[];
}

export interface FoundFeed {
  readonly code: string;
  readonly perDay: number;
  readonly records: readonly RawFeedRecord[];
  /** Null when nothing could be read. */
  readonly cursor: string | null;
  /** Why reading ended early, as a code. */
  readonly error: string | null;
}

export interface SyncOfRun {
  readonly runId: string;
  readonly simulated: boolean;
}

export type SyncCounts = Readonly<
  Record<'offered' | 'accepted' | 'rejected' | 'deduplicated' | 'observations', number>
>;

export async function storeNode(client: ClientBase, run: SyncOfRun, node: FoundNode): Promise<SyncCounts> {
  const { localityCode } = node;
  const now = Date.parse(node.at);
  const sums = { offered: 0, accepted: 0, rejected: 0, deduplicated: 0 };
  // In one order everywhere, so that two deliveries never wait for each other.
  for (const feed of [...node.feeds].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const receipt = await storeFeedRecords(client, {
      localityCode,
      feed: feed.code,
      delivery: 'SYNC',
      records: feed.records,
      now,
      perDay: feed.perDay,
      ...(feed.cursor === null ? {} : { cursor: feed.cursor }),
    });
    for (const count of ['offered', 'accepted', 'rejected', 'deduplicated'] as const)
      sums[count] += receipt[count];
  }
  await noteFeedErrors(client, node);
  const readable = node.feeds.filter(({ error }) => error === null).map(({ code }) => code);
  const unreadableFeeds = FEEDS_DUE.filter(({ code }) => !readable.includes(code)).length;
  const stage = await moveStage(client, run, localityCode, {
    outcome: 'ANSWERED',
    reported: node.reported,
    unreadableFeeds,
  });
  await client.query(
    `update ioc_node set connected_to_centre = $2, connected_to_register = $3, last_heartbeat_at = $4, last_sync_at = $5,
       last_attempt_at = $5, cut_off_at = $6, consecutive_failures = 0, last_error = null, last_run_id = $7,
       simulated = $8, lag_minutes = (select greatest(0, round(extract(epoch from $5::timestamptz - max(last_record_at)) / 60))
         from ioc_feed where locality_code = $1)
     where locality_code = $1`,
    [
      localityCode,
      node.connectedToCentre,
      node.connectedToRegister,
      node.heartbeatAt,
      node.at,
      node.cutOffAt,
      run.runId,
      run.simulated,
    ],
  );
  const figures = [
    ...connectionFigures(localityCode, node.at, node, stage),
    ...(await feedFigures(client, node)),
  ];
  return { ...sums, observations: await recordFigures(client, figures, run) };
}

/** A province that gave no answer: that is its state, and not a failure of the run. `now` in epoch milliseconds. */
export async function storeNoAnswer(
  client: ClientBase,
  run: SyncOfRun,
  failed: { readonly localityCode: string; readonly error: string; readonly now: number },
): Promise<SyncCounts> {
  const { localityCode, error } = failed;
  const at = new Date(failed.now).toISOString();
  const counted = await client.query<{
    failures: number;
    silentMinutes: number | null;
    connectedToCentre: boolean;
    connectedToRegister: boolean;
    known: boolean;
  }>(
    `update ioc_node set consecutive_failures = consecutive_failures + 1, last_error = $2, last_attempt_at = $3,
       last_run_id = $4, simulated = $5
     where locality_code = $1
     returning consecutive_failures as failures, connected_to_centre as "connectedToCentre",
       connected_to_register as "connectedToRegister", last_sync_at is not null as known,
       extract(epoch from $3::timestamptz - last_sync_at)::float8 / 60 as "silentMinutes"`,
    [localityCode, error, at, run.runId, run.simulated],
  );
  const node = counted.rows[0];
  if (!node) return { offered: 0, accepted: 0, rejected: 0, deduplicated: 0, observations: 0 };
  const { failures, silentMinutes } = node;
  const stage = await moveStage(client, run, localityCode, { outcome: 'NO_ANSWER', failures, silentMinutes });
  const figures = node.known ? connectionFigures(localityCode, at, node, stage) : [];
  const observations = await recordFigures(client, figures, run);
  return { offered: 0, accepted: 0, rejected: 0, deduplicated: 0, observations };
}

async function moveStage(
  client: ClientBase,
  run: Pick<SyncOfRun, 'runId'>,
  localityCode: string,
  finding: SyncFinding,
): Promise<IocStage> {
  const found = await client.query<{ stage: IocStage; why: StageReason }>(
    'select stage, why from ioc_node where locality_code = $1 for update',
    [localityCode],
  );
  const current = found.rows[0] ?? { stage: 'NOT_STARTED', why: 'NEVER_SYNCED' };
  const next = nextStage(current.stage, finding);
  if (next.stage !== current.stage) {
    await client.query(
      `insert into ioc_stage_change (locality_code, at, from_stage, to_stage, why, run_id)
       values ($1, clock_timestamp(), $2, $3, $4, $5)`,
      [localityCode, current.stage, next.stage, next.why, run.runId],
    );
  }
  await client.query(
    `update ioc_node set why = $3, stage = $2, stage_since = case when stage <> $2 then clock_timestamp() else stage_since end
     where locality_code = $1`,
    [localityCode, next.stage, next.why],
  );
  return next.stage;
}

async function noteFeedErrors(client: ClientBase, { localityCode, feeds }: FoundNode): Promise<void> {
  const offered = feeds.map(({ code }) => code);
  await client.query(
    `update ioc_feed set last_error = case when feed_code = any($2) then failed.error else 'NOT_OFFERED' end
     from (select feed_code as code, (select error from jsonb_to_recordset($3::jsonb) as one (code text, error text)
       where one.code = feed_code) as error from ioc_feed where locality_code = $1) failed
     where locality_code = $1 and feed_code = failed.code`,
    [localityCode, offered, JSON.stringify(feeds.map(({ code, error }) => ({ code, error })))],
  );
}

/** E.1 and E.3: a node counts as connected while it is so by its own word and the hub still hears of it. */
function connectionFigures(
  localityCode: string,
  observedAt: string,
  node: Pick<FoundNode, 'connectedToCentre' | 'connectedToRegister'>,
  stage: IocStage,
): LocalFigure[] {
  const heard = stage === 'CONNECTED' || stage === 'DEGRADED';
  const one = (indicator: string, connected: boolean): LocalFigure => ({
    localityCode,
    indicator,
    numerator: connected ? 1 : 0,
    denominator: 1,
    observedAt,
  });
  return [
    one('GOV_CENTRE_CONNECTED', node.connectedToCentre && heard),
    one('IOC_PROVINCES_CONNECTED', node.connectedToRegister && stage === 'CONNECTED'),
  ];
}

/** D.1, D.2, D.3 and E.2. */
async function feedFigures(client: ClientBase, node: FoundNode): Promise<LocalFigure[]> {
  const { localityCode, at } = node;
  const figure = (indicator: string, numerator: number, denominator: number | null): LocalFigure => ({
    localityCode,
    indicator,
    numerator,
    denominator,
    observedAt: at,
  });
  const feeds = await client.query<Readonly<Record<keyof FeedScores, number | null>> & { offered: boolean }>(
    `select correct, complete, clean, live, consistent, last_error is null as offered from ioc_feed
     where locality_code = $1 and feed_code = any($2)`,
    [localityCode, FEEDS_DUE.map(({ code }) => code)],
  );
  const good = feeds.rows.filter((feed) => feed.offered && findQuality(feed)?.good === true).length;
  const today = reportingDayAt(Date.parse(at));
  const verified = await client.query<{ numerator: number | null; denominator: number | null }>(
    `select sum(numerator) as numerator, sum(denominator) as denominator from feed_record
     where locality_code = $1 and feed_code = 'so-hoa' and reporting_day >= $2 and reporting_day < $3`,
    [localityCode, daysBefore(today, 2), today],
  );
  const { numerator = null, denominator = null } = verified.rows[0] ?? {};
  const lag = await client.query<{ minutes: number | null }>(
    'select lag_minutes as minutes from ioc_node where locality_code = $1',
    [localityCode],
  );
  const minutes = lag.rows[0]?.minutes ?? null;
  return [
    figure('DATA_SUPPLIED_QUALITY', good, FEEDS_DUE.length),
    ...(node.minutesObserved > 0
      ? [figure('INFRASTRUCTURE_UPTIME', node.minutesAvailable, node.minutesObserved)]
      : []),
    ...(numerator !== null && denominator ? [figure('DATASETS_VERIFIED_SHARE', numerator, denominator)] : []),
    ...(minutes === null ? [] : [figure('SYNC_LAG_MINUTES', minutes, null)]),
  ];
}
