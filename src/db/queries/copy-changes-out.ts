/** Streams the change log of a cleansing as CSV in source order. */
import { type DataSource } from 'typeorm';
import { CHANGE_COLUMNS } from '../../domain/cleanse/change-csv';
import { csvLine } from '../../domain/table/safe-cell';
import { copyOutInSlices } from '../copy-out';
import { type CleansingToCopy } from './copy-clean-out';

export async function* writeChanges(db: DataSource, wanted: CleansingToCopy): AsyncGenerator<Buffer> {
  yield Buffer.from(`${csvLine(CHANGE_COLUMNS)}\n`);
  yield* copyOutInSlices(db, wanted.rows, (client, { firstSeq, lastSeq }) => {
    const between = `between ${firstSeq} and ${lastSeq}`;
    // COPY takes no parameters; both ids are UUIDs from our own tables and are quoted all the same.
    return `
      select c.row_seq, source.line, c.field, c.no, c.rule, c.version, c.mode, safe_cell(c.before), safe_cell(c.after),
        c.lossless, c.confidence
      from (select * from change where run_id = ${client.escapeLiteral(wanted.runId)}::uuid and row_seq ${between}) c
        full join (select seq, line from dataset_row
          where dataset_id = ${client.escapeLiteral(wanted.datasetId)}::uuid and seq ${between}) source on source.seq = c.row_seq
      where coalesce(c.field, '') <> ''
      order by c.row_seq, c.field, c.no`;
  });
}
