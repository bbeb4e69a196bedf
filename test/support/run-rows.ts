/** Rows of datasets, runs, verdicts and evidence put straight into the database, for tests that only read them. */
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';

export interface WrittenRun {
  readonly datasetId: string;
  readonly runId: string;
}

export interface RunToWrite {
  readonly localityCode?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly rowsTotal?: number | null;
}

export async function writeRun(db: DataSource, run: RunToWrite = {}): Promise<WrittenRun> {
  const { localityCode = 'VN', state = 'RUNNING', kind = 'VERIFY', rowsTotal = 100 } = run;
  const [row] = await db.query<{ datasetId: string; runId: string }[]>(
    `with key as (select id from api_key order by created_at limit 1),
       made_upload as (
         insert into upload (filename, announced_bytes, state, created_by_id, expires_at)
         select 'people.csv', 10, 'IMPORTED', id, now() + interval '1 day' from key returning id
       ),
       made_dataset as (
         insert into dataset (name, upload_id, locality_code, state, headers, mapping, delimiter, physical_rows,
           accepted_rows, rejected_rows, created_by_id)
         select 'Cư dân thử', made_upload.id, $1, 'READY', array['Họ và tên', 'Số định danh', 'Ghi chú'],
           '{"name": 0, "number": 1}', ',', 102, 100, 2, key.id from made_upload, key returning id
       )
     insert into run (kind, state, dataset_id, idempotency_key, requested_by_id, rows_total, simulated, engine_version,
       started_at, finished_at)
     select $2, $3, made_dataset.id, $4, key.id, $5, true, 'test', now() - interval '20 seconds',
       case when $3 in ('QUEUED', 'RUNNING') then null else now() end
     from made_dataset, key returning id as "runId", dataset_id as "datasetId"`,
    [localityCode, kind, state, randomUUID(), rowsTotal],
  );
  return row!;
}

/** A finished slice of rows `first..last` with its counts. */
export async function writeChunk(
  db: DataSource,
  runId: string,
  chunk: { readonly no: number; readonly first: number; readonly last: number; readonly counts: object },
): Promise<void> {
  await db.query(
    `insert into chunk (run_id, no, step, first_seq, last_seq, state, counts, done_at)
     values ($1, $2, 'WORK', $3, $4, 'DONE', $5, clock_timestamp())`,
    [runId, chunk.no, chunk.first, chunk.last, chunk.counts],
  );
}

/** Row `seq` of the run: every third a mismatch that lost its accents, the others verified. */
export async function writeVerdicts(db: DataSource, runId: string, rows: number): Promise<void> {
  await db.query(
    `insert into verdict (run_id, seq, verdict, reasons, confidence, weight_bits, class_number, class_name,
       class_birth_date, class_sex, explanation)
     select $1, seq, case when seq % 3 = 0 then 'MISMATCH' else 'VERIFIED' end,
       case when seq % 3 = 0 then array['NAME_ACCENT_LOST', 'DOB_DIGIT'] else '{}' end, 0.5, 1.5, 'EXACT',
       case when seq % 3 = 0 then 'FOLD' else 'EQUIV' end, 'EXACT', 'MISSING_INPUT',
       '12;24;13.1+F01;0;0~TYPO1'
     from generate_series(1, $2) seq`,
    [runId, rows],
  );
}

export async function giveEvidence(
  db: DataSource,
  cell: {
    readonly assessmentId: string;
    readonly itemPath: string;
    readonly columnCode: string;
    readonly times: number;
  },
): Promise<WrittenRun[]> {
  const runs: WrittenRun[] = [];
  for (let no = 1; no <= cell.times; no++) {
    const run = await writeRun(db, { state: 'SUCCEEDED' });
    await db.query(
      `insert into evidence (kind, assessment_id, item_path, column_code, run_id, observed_at, simulated, summary_vi, summary_en)
       values ('RUN', $1, $2, $3, $4, now(), true, 'bằng chứng ' || $5, 'evidence ' || $5)`,
      [cell.assessmentId, cell.itemPath, cell.columnCode, run.runId, String(no)],
    );
    runs.push(run);
  }
  return runs;
}
