/** Streams the change log of a cleansing as CSV in source order. */
import { Readable } from 'node:stream';
import { type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { csvLine } from '../../domain/table/safe-cell';

const COLUMNS = 'row,line,field,no,rule,version,mode,before,after,lossless,confidence'.split(',');

export function copyChangesOut(
  client: ClientBase,
  wanted: { readonly runId: string; readonly datasetId: string },
): Readable {
  // COPY takes no parameters; both ids are UUIDs from our own tables and are quoted all the same.
  const runId = client.escapeLiteral(wanted.runId);
  const datasetId = client.escapeLiteral(wanted.datasetId);
  const rows = client.query(
    copyTo(`copy (
      select c.row_seq, source.line, c.field, c.no, c.rule, c.version, c.mode, safe_cell(c.before), safe_cell(c.after),
        c.lossless, c.confidence
      from change c join dataset_row source on source.dataset_id = ${datasetId}::uuid and source.seq = c.row_seq
      where c.run_id = ${runId}::uuid order by c.row_seq, c.field, c.no
    ) to stdout (format csv)`),
  );
  return Readable.from(withHeader(`${csvLine(COLUMNS)}\n`, rows));
}

async function* withHeader(header: string, rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(header);
  yield* rows;
}
