/** Takes in records of a feed, pulled or pushed: each is accepted or rejected, older versions are ignored, and the feed's marks follow. */
import { type ClientBase } from 'pg';
import { scoreFeed, type FeedScores } from '../../domain/ioc/feed-quality';
import {
  readFeedRecord,
  type FeedRecord,
  type FeedRejection,
  type RawFeedRecord,
} from '../../domain/ioc/feed-record';
import { daysBefore, reportingDayAt } from '../../domain/indicator/reporting-day';

export interface FeedDelivery {
  readonly localityCode: string;
  readonly feed: string;
  readonly delivery: 'SYNC' | 'PUSH';
  readonly records: readonly RawFeedRecord[];
  /** Epoch milliseconds, by the clock of the source that was read, or of the hub that was pushed to. */
  readonly now: number;
  /** Where the next reading begins, and how many records are due a day; of a reading only. */
  readonly cursor?: string;
  readonly perDay?: number;
}

export interface FeedReceipt {
  /** accepted + rejected, always. */
  readonly offered: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of the accepted: known already, or outdated. */
  readonly deduplicated: number;
  /** Place in the delivery, from 0, and why. */
  readonly rejections: readonly { readonly index: number; readonly code: FeedRejection }[];
}

/** Whole reporting days over which the marks are reckoned. */
const WINDOW_DAYS = 2;

/** Runs in the caller's transaction; the feed's row is locked, so that a push and a reading take turns. */
export async function storeFeedRecords(client: ClientBase, delivery: FeedDelivery): Promise<FeedReceipt> {
  const { localityCode, feed, records, now } = delivery;
  await client.query('select 1 from ioc_feed where locality_code = $1 and feed_code = $2 for no key update', [
    localityCode,
    feed,
  ]);
  const accepted: FeedRecord[] = [];
  const rejections: FeedReceipt['rejections'][number][] = [];
  records.forEach((raw, index) => {
    const record = readFeedRecord(raw, now);
    if (typeof record === 'string') rejections.push({ index, code: record });
    else accepted.push(record);
  });
  const { newest, contradictory: within } = keepNewest(accepted);
  const { written, contradictory: stored } =
    newest.length === 0 ? NOTHING : await upsertRecords(client, delivery, newest);
  const counts = {
    offered: records.length,
    accepted: accepted.length,
    rejected: rejections.length,
    deduplicated: accepted.length - written,
  };
  await tally(client, delivery, { ...counts, contradictory: within + stored });
  await updateFeed(client, delivery, counts, accepted);
  return { ...counts, rejections };
}

/** The highest version of each key; the first that came when one version came twice. */
function keepNewest(records: readonly FeedRecord[]): { newest: FeedRecord[]; contradictory: number } {
  const newest = new Map<string, FeedRecord>();
  let contradictory = 0;
  for (const record of records) {
    const known = newest.get(record.receiverKey);
    if (known?.version === record.version && !sameContent(known, record)) contradictory += 1;
    if (!known || record.version > known.version) newest.set(record.receiverKey, record);
  }
  return { newest: [...newest.values()], contradictory };
}

const sameContent = (one: FeedRecord, other: FeedRecord) =>
  one.numerator === other.numerator && one.denominator === other.denominator;

const NOTHING = { written: 0, contradictory: 0 };

async function upsertRecords(
  client: ClientBase,
  { localityCode, feed, delivery }: FeedDelivery,
  records: readonly FeedRecord[],
): Promise<{ written: number; contradictory: number }> {
  const done = await client.query<{ written: number; contradictory: number }>(
    `with sent as (
       select * from jsonb_to_recordset($4::jsonb) as one ("receiverKey" text, version int, "reportingDay" date,
         "issuedAt" timestamptz, numerator float8, denominator float8)
     ),
     -- As it was before this statement: a statement does not see what it writes.
     before as (
       select sent."receiverKey" from sent join feed_record r
         on (r.locality_code, r.feed_code, r.receiver_key, r.version) = ($1, $2, sent."receiverKey", sent.version)
       where (r.numerator, r.denominator) is distinct from (sent.numerator, sent.denominator)
     ),
     written as (
       insert into feed_record (locality_code, feed_code, receiver_key, version, reporting_day, issued_at, numerator,
         denominator, delivery)
       select $1, $2, "receiverKey", version, "reportingDay", "issuedAt", numerator, denominator, $3 from sent
       on conflict (locality_code, feed_code, receiver_key) do update set version = excluded.version,
         reporting_day = excluded.reporting_day, issued_at = excluded.issued_at, numerator = excluded.numerator,
         denominator = excluded.denominator, delivery = excluded.delivery, received_at = clock_timestamp()
       where feed_record.version < excluded.version
       returning 1
     )
     select (select count(*)::int from written) as written, (select count(*)::int from before) as contradictory`,
    [localityCode, feed, delivery, JSON.stringify(records)],
  );
  return done.rows[0] ?? NOTHING;
}

type Counts = Pick<FeedReceipt, 'offered' | 'accepted' | 'rejected' | 'deduplicated'>;

async function tally(
  client: ClientBase,
  { localityCode, feed, now }: FeedDelivery,
  counts: Counts & { readonly contradictory: number },
): Promise<void> {
  if (counts.offered === 0) return;
  const { offered, rejected, deduplicated, contradictory } = counts;
  await client.query(
    `insert into feed_day (locality_code, feed_code, day, offered, rejected, deduplicated, contradictory)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (locality_code, feed_code, day) do update set offered = feed_day.offered + excluded.offered,
       rejected = feed_day.rejected + excluded.rejected, deduplicated = feed_day.deduplicated + excluded.deduplicated,
       contradictory = feed_day.contradictory + excluded.contradictory`,
    [localityCode, feed, reportingDayAt(now), offered, rejected, deduplicated, contradictory],
  );
}

async function updateFeed(
  client: ClientBase,
  delivery: FeedDelivery,
  counts: Counts,
  accepted: readonly FeedRecord[],
): Promise<void> {
  const { localityCode, feed, now, cursor = null, perDay = null } = delivery;
  const marks = await reckonMarks(client, delivery);
  const issued = accepted.map(({ issuedAt }) => issuedAt).sort();
  await client.query(
    `update ioc_feed set offered = offered + $3, accepted = accepted + $4, rejected = rejected + $5,
       deduplicated = deduplicated + $6, correct = $7, complete = $8, clean = $9, live = $10, consistent = $11,
       expected_per_day = coalesce($12, expected_per_day), cursor = coalesce($13, cursor),
       last_version = greatest(last_version, $14), last_record_at = greatest(last_record_at, $15),
       last_received_at = case when $3 > 0 then $16 else last_received_at end, last_error = null
     where locality_code = $1 and feed_code = $2`,
    [
      localityCode,
      feed,
      counts.offered,
      counts.accepted,
      counts.rejected,
      counts.deduplicated,
      marks.correct,
      marks.complete,
      marks.clean,
      marks.live,
      marks.consistent,
      perDay,
      cursor,
      accepted.length === 0 ? null : Math.max(...accepted.map(({ version }) => version)),
      issued.at(-1) ?? null,
      new Date(now),
    ],
  );
}

type Marks = { readonly [mark in keyof FeedScores]: number | null };

/** Over the last whole reporting days; what comes in today counts where whole days are not needed. */
async function reckonMarks(
  client: ClientBase,
  { localityCode, feed, now, perDay }: FeedDelivery,
): Promise<Marks> {
  const today = reportingDayAt(now);
  const first = daysBefore(today, WINDOW_DAYS);
  const found = await client.query<Marks & Parameters<typeof scoreFeed>[0]>(
    `select f.correct, f.complete, f.clean, f.live, f.consistent, tallied.*, kept.*,
       ${WINDOW_DAYS} * coalesce($5, f.expected_per_day, 0) as due
     from ioc_feed f,
       lateral (select coalesce(sum(offered), 0)::int as offered, coalesce(sum(rejected), 0)::int as rejected,
           coalesce(sum(deduplicated), 0)::int as deduplicated, coalesce(sum(contradictory), 0)::int as contradictory
         from feed_day where locality_code = $1 and feed_code = $2 and day >= $3) tallied,
       lateral (select count(*)::int as held,
           count(*) filter (where issued_at <= (reporting_day + time '17:00') at time zone 'Asia/Ho_Chi_Minh')::int
             as "inTime"
         from feed_record where locality_code = $1 and feed_code = $2 and reporting_day >= $3 and reporting_day < $4) kept
     where f.locality_code = $1 and f.feed_code = $2`,
    [localityCode, feed, first, today, perDay ?? null],
  );
  const row = found.rows[0]!;
  return scoreFeed(row, row);
}
