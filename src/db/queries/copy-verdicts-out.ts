/** Streams a verification's result as CSV in source order: every column of the file, then what was found. */
import { Readable } from 'node:stream';
import { type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { csvLine } from '../../domain/safe-cell';

const RESULT_COLUMNS = [
  'verdict',
  'reasons',
  'confidence',
  'class_number',
  'class_name',
  'class_birth_date',
  'class_sex',
] as const;

export interface VerdictsToCopy {
  readonly runId: string;
  readonly datasetId: string;
  readonly headers: readonly string[];
}

/**
 * The same rows always give the same bytes: rows do not change once a run is over, the order is theirs, and nothing
 * of the moment goes in. That is why no copy of the file needs to be kept.
 */
export function copyVerdictsOut(client: ClientBase, wanted: VerdictsToCopy): Readable {
  const cells = wanted.headers.map((_, index) => `nullif(safe_cell(source.cells[${index + 1}]), '')`);
  // COPY takes no parameters; both ids are UUIDs from our own tables and are quoted all the same.
  const runId = client.escapeLiteral(wanted.runId);
  const datasetId = client.escapeLiteral(wanted.datasetId);
  const rows = client.query(
    copyTo(`copy (
      select ${cells.join(', ')}, verdict.verdict, case when verdict.reasons <> '{}' then array_to_string(verdict.reasons, '|') end,
        verdict.confidence::real, verdict.class_number, verdict.class_name, verdict.class_birth_date,
        verdict.class_sex
      from dataset_row source
      join verdict on verdict.run_id = ${runId}::uuid and verdict.seq = source.seq
      where source.dataset_id = ${datasetId}::uuid
      order by source.seq
    ) to stdout (format csv)`),
  );
  return Readable.from(withHeader(csvLine([...wanted.headers, ...RESULT_COLUMNS]), rows));
}

async function* withHeader(header: string, rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(`${header}\n`);
  yield* rows;
}
