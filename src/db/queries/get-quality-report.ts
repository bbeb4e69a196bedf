/** The quality report of a dataset, or of one run on it: figures, headings, masked rows, and how it stood the last time. */
import { type DataSource } from 'typeorm';
import { FIELDS, type Field } from '../../domain/table/column-mapping';
import { maskCell } from '../../domain/quality/mask-cell';
import { assessQuality, type Dimension, type QualityReport } from '../../domain/quality/quality-report';
import { type Share } from '../../domain/share';
import { findReportedRuns, gatherQualityFigures, type ReportedRuns } from './gather-quality-figures';
import { type Scope } from './list-runs';
import { listQualitySamples, type QualitySampleRow } from './list-quality-samples';

export interface QualitySample {
  readonly about: string;
  readonly seq: number;
  readonly line: number;
  readonly values: readonly { readonly field: Field; readonly masked: string }[];
}

export interface Trend {
  readonly dimension: Dimension | 'ACCEPTED';
  readonly now: Share;
  readonly before: Share;
}

export interface DatasetReport extends QualityReport {
  /** The dataset or the run that was asked for. */
  readonly subjectId: string;
  readonly datasetId: string;
  readonly datasetName: string;
  /** The runs that it is made of. */
  readonly runIds: readonly string[];
  readonly simulated: boolean;
  readonly createdAt: Date;
  readonly samples: readonly QualitySample[];
  /** Against the dataset of the same name and locality before this one, or its earlier verification; empty the first time. */
  readonly trend: readonly Trend[];
}

interface Subject {
  readonly datasetId: string;
  readonly name: string;
  readonly localityCode: string;
  readonly createdAt: Date;
  readonly kind: string | null;
}

/** Null when there is no such dataset or run within the scope, or its rows are not there yet. */
export async function findQualityReport(
  db: DataSource,
  scope: Scope,
  wanted: { readonly datasetId: string } | { readonly runId: string },
): Promise<DatasetReport | null> {
  const runId = 'runId' in wanted ? wanted.runId : null;
  const subject = await findSubject(db, scope, wanted);
  if (subject === null) return null;
  const runs = choose(await findReportedRuns(db, subject.datasetId), subject.kind, runId);
  const report = assessQuality(await gatherQualityFigures(db, subject.datasetId, runs));
  const runIds = Object.values(runs).filter((id): id is string => id !== null);
  const [told] = await db.query<{ simulated: boolean }[]>(
    'select coalesce(bool_or(simulated), false) as simulated from run where id = any($1::uuid[])',
    [runIds],
  );
  return {
    ...report,
    subjectId: runId ?? subject.datasetId,
    datasetId: subject.datasetId,
    datasetName: subject.name,
    runIds,
    simulated: told?.simulated ?? false,
    createdAt: subject.createdAt,
    samples: (await listQualitySamples(db, subject.datasetId, runs)).map(mask),
    trend: await findTrend(db, subject, runs, report),
  };
}

async function findSubject(
  db: DataSource,
  scope: Scope,
  wanted: { readonly datasetId: string } | { readonly runId: string },
): Promise<Subject | null> {
  const byRun = 'runId' in wanted;
  const [subject] = await db.query<Subject[]>(
    `select d.id as "datasetId", d.name, d.locality_code as "localityCode", d.created_at as "createdAt",
       ${byRun ? 'r.kind' : 'null as kind'}
     from dataset d ${byRun ? 'join run r on r.dataset_id = d.id and r.id = $2' : ''}
     where d.state = 'READY' and ($1::text is null or d.locality_code = $1) ${byRun ? '' : 'and d.id = $2'}`,
    [scope.localityCode, byRun ? wanted.runId : wanted.datasetId],
  );
  return subject ?? null;
}

/** A report on a run goes by that run, whatever came after it. */
function choose(runs: ReportedRuns, kind: string | null, runId: string | null): ReportedRuns {
  return kind !== null && Object.hasOwn(runs, kind) ? { ...runs, [kind]: runId } : runs;
}

function mask({ about, seq, line, cells, mapping }: QualitySampleRow): QualitySample {
  const values = FIELDS.flatMap((field) => {
    const cell = cells[mapping[field] ?? -1];
    return cell == null || cell.trim() === '' ? [] : [{ field, masked: maskCell(field, cell) }];
  });
  return { about, seq, line, values };
}

async function findTrend(
  db: DataSource,
  subject: Subject,
  runs: ReportedRuns,
  report: QualityReport,
): Promise<Trend[]> {
  const earlier = (await findEarlierRun(db, subject, runs.VERIFY)) ?? (await findEarlierDataset(db, subject));
  if (earlier === null) return [];
  const { datasetId, runs: before } = earlier;
  const past = assessQuality(await gatherQualityFigures(db, datasetId, before));
  const trend: Trend[] = report.dimensions.flatMap(({ dimension, share }) => {
    const then = past.dimensions.find((one) => one.dimension === dimension)?.share;
    return share === null || !then ? [] : [{ dimension, now: share, before: then }];
  });
  if (report.accepted !== null && past.accepted !== null)
    trend.push({ dimension: 'ACCEPTED', now: report.accepted, before: past.accepted });
  return trend;
}

interface Earlier {
  readonly datasetId: string;
  readonly runs: ReportedRuns;
}

/** An earlier verification of the same rows: what a retry or a correction of settings changed. */
async function findEarlierRun(
  db: DataSource,
  { datasetId }: Subject,
  runId: string | null,
): Promise<Earlier | null> {
  if (runId === null) return null;
  const [row] = await db.query<{ id: string }[]>(
    `select r.id from run r, run this
     where this.id = $2 and r.dataset_id = $1 and r.kind = 'VERIFY' and r.created_at < this.created_at
       and r.state in ('SUCCEEDED', 'SUCCEEDED_WITH_ISSUES') order by r.created_at desc limit 1`,
    [datasetId, runId],
  );
  return row ? { datasetId, runs: { ...(await findReportedRuns(db, datasetId)), VERIFY: row.id } } : null;
}

/** The file that the same locality brought before under the same name. */
async function findEarlierDataset(db: DataSource, subject: Subject): Promise<Earlier | null> {
  const [row] = await db.query<{ id: string }[]>(
    `select id from dataset where name = $1 and locality_code = $2 and created_at < $3 and state = 'READY'
     order by created_at desc limit 1`,
    [subject.name, subject.localityCode, subject.createdAt],
  );
  return row ? { datasetId: row.id, runs: await findReportedRuns(db, row.id) } : null;
}
