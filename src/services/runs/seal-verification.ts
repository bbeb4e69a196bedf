/** Ends a verification run: its state, the evidence it gives to the matrix, the derived status, and the audit line. */
import { type ClientBase } from 'pg';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import {
  deriveVerificationStatus,
  VERIFICATION_FEEDS,
  VERIFICATION_RULE,
  type VerificationOutcome,
} from '../../domain/matrix/matrix-status';
import { recordObservations } from '../matrix/record-observations';
import { type Claim } from './claim-chunk';

interface Tally {
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly quarantined: number;
}

/**
 * SQL: half-way to the date until which the source may lag behind, so that what it learns soon is seen soon; null when the date is
 * near or past. A settling time of three days makes eight turns.
 */
const NEXT_RETRY = `case when not_found_until > clock_timestamp() + interval '15 minutes'
  then clock_timestamp() + (not_found_until - clock_timestamp()) / 2 end`;

/** Runs inside the transaction that settles the finishing chunk. */
export async function sealVerification(client: ClientBase, claim: Claim): Promise<void> {
  const tally = await tallyUp(client, claim.runId);
  const state = tally.quarantined > 0 ? 'SUCCEEDED_WITH_ISSUES' : 'SUCCEEDED';
  await client.query(
    `update run set state = $2, finished_at = clock_timestamp(), retry_at = case when $3 then ${NEXT_RETRY} end where id = $1`,
    [claim.runId, state, (tally.counts.NOT_FOUND ?? 0) > 0],
  );
  await feedMatrix(client, claim, tally);
  await insertRunEvent(client, claim.runId, 'FINISHED', { ...tally.counts });
  await insertAuditEntry(client, {
    actor: null,
    action: 'run.finish',
    subject: `run:${claim.runId}`,
    detail: { state, rows: tally.rows },
  });
}

async function tallyUp(client: ClientBase, runId: string): Promise<Tally> {
  const sums = await client.query<{ verdict: string; count: number }>(
    `select counted.key as verdict, sum(counted.value::int)::int as count
     from chunk, jsonb_each_text(chunk.counts) counted
     where chunk.run_id = $1 and chunk.step = 'WORK' and chunk.state in ('DONE', 'QUARANTINED') group by 1 order by 1`,
    [runId],
  );
  const aside = await client.query<{ count: number }>(
    `select count(*)::int as count from chunk where run_id = $1 and state = 'QUARANTINED'`,
    [runId],
  );
  const counts = Object.fromEntries(sums.rows.map((row) => [row.verdict, row.count]));
  const rows = sums.rows.reduce((total, row) => total + row.count, 0);
  return { counts, rows, quarantined: aside.rows[0]?.count ?? 0 };
}

async function feedMatrix(client: ClientBase, claim: Claim, tally: Tally): Promise<void> {
  const assessment = await findOpenAssessment(client, claim.datasetId);
  if (assessment === null) return;
  const { id: assessmentId } = assessment;
  const outcome: VerificationOutcome = {
    rows: tally.rows,
    verified: tally.counts.VERIFIED ?? 0,
    probable: tally.counts.PROBABLE ?? 0,
    unavailable: tally.counts.UNAVAILABLE ?? 0,
  };
  await observe(client, claim, assessment, outcome);
  const items = VERIFICATION_FEEDS.map((feed) => feed.itemPath);
  const columns = VERIFICATION_FEEDS.map((feed) => feed.columnCode);
  const summary = summarise(outcome);
  await client.query(
    `insert into evidence (kind, assessment_id, item_path, column_code, run_id, observed_at, simulated, summary_vi,
       summary_en)
     select 'RUN', $1, feed.item_path, feed.column_code, run.id, run.finished_at, run.simulated, $5, $6
     from run, unnest($3::text[], $4::text[]) as feed (item_path, column_code) where run.id = $2`,
    [assessmentId, claim.runId, items, columns, summary.vi, summary.en],
  );
  const status = deriveVerificationStatus(outcome);
  if (status === null) return;
  // A status that a person declared stands until a person changes it.
  await client.query(
    `update matrix_cell set status = $4, status_source = 'DERIVED', status_rule = $5, status_why = $6,
       status_at = clock_timestamp()
     from unnest($2::text[], $3::text[]) as feed (item_path, column_code)
     where assessment_id = $1 and matrix_cell.item_path = feed.item_path
       and matrix_cell.column_code = feed.column_code and status_source <> 'DECLARED'`,
    [assessmentId, items, columns, status, VERIFICATION_RULE.code, summary],
  );
}

interface OpenAssessment {
  readonly id: string;
  readonly localityCode: string;
  readonly periodCode: string;
}

/** The assessment that is being written for the dataset's locality: the latest one still in draft. */
async function findOpenAssessment(client: ClientBase, datasetId: string): Promise<OpenAssessment | null> {
  const found = await client.query<OpenAssessment>(
    `select assessment.id, assessment.locality_code as "localityCode", assessment.period_code as "periodCode" from assessment join dataset on dataset.locality_code = assessment.locality_code
     where dataset.id = $1 and assessment.state = 'DRAFT' order by assessment.period_code desc limit 1`,
    [datasetId],
  );
  return found.rows[0] ?? null;
}

/** What the run says of the indicators of B.1.1 and D.1. */
async function observe(
  client: ClientBase,
  claim: Claim,
  { localityCode, periodCode }: OpenAssessment,
  { rows, verified, unavailable }: VerificationOutcome,
): Promise<void> {
  const found = await client.query<{ observedAt: Date; simulated: boolean }>(
    `select finished_at as "observedAt", simulated from run where id = $1`,
    [claim.runId],
  );
  const run = found.rows[0]!;
  if (rows === 0) return;
  const seen = {
    localityCode,
    periodCode,
    observedAt: run.observedAt.toISOString(),
    simulated: run.simulated,
    runId: claim.runId,
    source: 'run',
  } as const;
  const share = (numerator: number) => ({ value: (100 * numerator) / rows, numerator, denominator: rows });
  await recordObservations(client, [
    { ...seen, indicatorCode: 'RECORDS_VERIFIED', value: rows, numerator: rows, denominator: null },
    { ...seen, indicatorCode: 'MATCH_RATE', ...share(verified) },
    { ...seen, indicatorCode: 'SYNC_SUCCESS_SHARE', ...share(rows - unavailable) },
  ]);
}

function summarise(outcome: VerificationOutcome) {
  const vi = new Intl.NumberFormat('vi-VN');
  const en = new Intl.NumberFormat('en-GB');
  const { rows, verified, probable, unavailable } = outcome;
  return {
    vi: `Đã đối soát ${vi.format(rows)} bản ghi với CSDLQG về dân cư: ${vi.format(verified)} được xác thực, ${vi.format(probable)} có khả năng đúng, ${vi.format(unavailable)} chưa có trả lời từ nguồn.`,
    en: `${en.format(rows)} records checked against the national population database: ${en.format(verified)} verified, ${en.format(probable)} probable, ${en.format(unavailable)} without an answer from the source.`,
  };
}
