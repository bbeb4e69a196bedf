/** Gathers what the runs on a dataset found, for its quality report: one statement a kind of run. */
import { type DataSource } from 'typeorm';
import { RULES } from '../../domain/cleanse/catalogue';
import { RuleMode } from '../../domain/cleanse/rule-pack';
import { RejectionCode } from '../../domain/table/csv-reader';
import {
  type CleansingFigures,
  type QualityFigures,
  type VerificationFigures,
} from '../../domain/quality/quality-report';
import { RunKind } from '../../domain/run/run-state';
import { getCleansingPlan } from './get-cleansing-plan';
import { listProfiles } from './list-profiles';

/** The runs that a report is made of; null where none of the kind has ended well. */
export type ReportedRuns = Readonly<Record<'CLEANSE' | 'VERIFY' | 'LINK', string | null>>;

const REPORTED = [RunKind.CLEANSE, RunKind.VERIFY, RunKind.LINK] as const;

/** The last run of each kind on the dataset. A retry counts as the last: it holds the whole result. */
export async function findReportedRuns(db: DataSource, datasetId: string): Promise<ReportedRuns> {
  const rows = await db.query<{ kind: keyof ReportedRuns; id: string }[]>(
    `select distinct on (kind) kind, id from run
     where dataset_id = $1 and kind = any($2) and state in ('SUCCEEDED', 'SUCCEEDED_WITH_ISSUES')
     order by kind, created_at desc, id`,
    [datasetId, REPORTED],
  );
  const found = new Map(rows.map(({ kind, id }) => [kind, id]));
  return {
    CLEANSE: found.get('CLEANSE') ?? null,
    VERIFY: found.get('VERIFY') ?? null,
    LINK: found.get('LINK') ?? null,
  };
}

export async function gatherQualityFigures(
  db: DataSource,
  datasetId: string,
  runs: ReportedRuns,
): Promise<QualityFigures> {
  const [[rows], rejections, [profile], cleansing, verification, linkage] = await Promise.all([
    db.query<QualityFigures['rows'][]>(
      `select coalesce(physical_rows, 0) as physical, coalesce(accepted_rows, 0) as accepted,
         coalesce(rejected_rows, 0) as rejected from dataset where id = $1`,
      [datasetId],
    ),
    countRejections(db, datasetId),
    listProfiles(db, [datasetId]),
    runs.CLEANSE === null ? null : gatherCleansing(db, runs.CLEANSE),
    runs.VERIFY === null ? null : gatherVerification(db, runs.VERIFY),
    runs.LINK === null ? null : gatherLinkage(db, runs.LINK),
  ]);
  if (!rows) throw new Error(`there is no dataset ${datasetId}`);
  return { rows, rejections, profile: profile ?? null, cleansing, verification, linkage };
}

/** All reasons for which a row can be refused, also those that met none. */
async function countRejections(db: DataSource, datasetId: string): Promise<QualityFigures['rejections']> {
  const rows = await db.query<{ code: RejectionCode; count: number }[]>(
    'select code, count(*)::int as count from rejected_row where dataset_id = $1 group by code',
    [datasetId],
  );
  return Object.values(RejectionCode).map((code) => ({
    code,
    count: rows.find((row) => row.code === code)?.count ?? 0,
  }));
}

async function gatherCleansing(db: DataSource, runId: string): Promise<CleansingFigures> {
  const { pack } = await getCleansingPlan(db, runId);
  const [run] = await db.query<{ rows: number }[]>('select rows_total as rows from run where id = $1', [
    runId,
  ]);
  const found = await db.query<{ rule: string; rows: number }[]>(
    'select rule, count(distinct row_seq)::int as rows from change where run_id = $1 group by rule',
    [runId],
  );
  const on = RULES.filter(({ id }) => pack.modes[id] !== RuleMode.OFF);
  return {
    runId,
    rows: run?.rows ?? 0,
    rules: on.map(({ id }) => ({ rule: id, rows: found.find(({ rule }) => rule === id)?.rows ?? 0 })),
  };
}

async function gatherVerification(db: DataSource, runId: string): Promise<VerificationFigures> {
  const [[run], verdicts, classes, reasons] = await Promise.all([
    db.query<{ acceptsProbable: boolean }[]>(
      'select accepts_probable as "acceptsProbable" from run where id = $1',
      [runId],
    ),
    db.query<VerificationFigures['verdicts']>(
      `select v.verdict, x.decision, count(*)::int as count from verdict v
       left join review_decision x on x.run_id = v.run_id and x.seq = v.seq
       where v.run_id = $1 group by 1, 2 order by 1, 2`,
      [runId],
    ),
    db.query<VerificationFigures['classes']>(
      `select class_number as number, class_name as name, class_birth_date as "birthDate", class_sex as sex,
         count(*)::int as count from verdict where run_id = $1 and verdict <> 'UNAVAILABLE' group by 1, 2, 3, 4`,
      [runId],
    ),
    db.query<VerificationFigures['reasons']>(
      `select reason, count(*)::int as count from verdict v, unnest(v.reasons) reason
       where v.run_id = $1 group by 1 order by 2 desc, 1`,
      [runId],
    ),
  ]);
  return { runId, acceptsProbable: run?.acceptsProbable ?? false, verdicts, classes, reasons };
}

/** Of each cluster one row counts as the person, the others as repetitions. */
async function gatherLinkage(db: DataSource, runId: string): Promise<QualityFigures['linkage']> {
  const [found] = await db.query<{ rows: number; extraRows: number }[]>(
    `select d.accepted_rows as rows,
       (select count(*) - count(distinct l.cluster) from linked_row l
        where l.run_id = r.id and l.file = 1)::int as "extraRows"
     from run r join dataset d on d.id = r.dataset_id where r.id = $1`,
    [runId],
  );
  return found ? { runId, ...found } : null;
}
