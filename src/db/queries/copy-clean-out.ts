/** Streams a cleansed dataset as CSV: the rows as they came in, each cell as the last change made to it left it. */
import { type DataSource } from 'typeorm';
import { FIELDS, type ColumnMapping } from '../../domain/table/column-mapping';
import { csvLine } from '../../domain/table/safe-cell';
import { copyOutInSlices } from '../copy-out';

export interface CleansingToCopy {
  readonly runId: string;
  readonly datasetId: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** Of the dataset. */
  readonly rows: number;
}

/** What `replay` of the domain gives, row by row; a test holds the two together. */
export async function* writeCleanRows(db: DataSource, wanted: CleansingToCopy): AsyncGenerator<Buffer> {
  yield Buffer.from(`${csvLine(wanted.headers)}\n`);
  const fields = FIELDS.filter((field) => wanted.mapping[field] !== undefined);
  const changed = fields.map((field) => `max(after) filter (where field = '${field}') as "${field}"`);
  const cells = wanted.headers.map((_, column) => {
    const field = fields.find((one) => wanted.mapping[one] === column);
    const cell = `source.cells[${column + 1}]`;
    return `nullif(safe_cell(${field === undefined ? cell : `coalesce(clean."${field}", ${cell})`}), '')`;
  });
  yield* copyOutInSlices(db, wanted.rows, (client, { firstSeq, lastSeq }) => {
    const between = `between ${firstSeq} and ${lastSeq}`;
    // COPY takes no parameters; both ids are UUIDs from our own tables and are quoted all the same.
    return `
      select ${cells.join(', ')}
      from (select seq, cells from dataset_row
          where dataset_id = ${client.escapeLiteral(wanted.datasetId)}::uuid and seq ${between}) source
        full join (select row_seq, ${changed.join(', ')}
          from (select distinct on (row_seq, field) row_seq, field, after from change
            where run_id = ${client.escapeLiteral(wanted.runId)}::uuid and row_seq ${between} and mode = 'AUTO'
            order by row_seq, field, no desc) last
          group by row_seq) clean on clean.row_seq = source.seq
      order by source.seq`;
  });
}
