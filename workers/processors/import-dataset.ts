/** Imports an uploaded file: reads it as a stream, copies the good rows into a table of their own, notes the others. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { type DataSource } from 'typeorm';
import { borrowClient } from '../../src/db/borrow-client';
import { copyTextArray } from '../../src/db/copy-text';
import { Dataset } from '../../src/db/entities/dataset.entity';
import { type CsvRejection } from '../../src/domain/table/csv-reader';
import { FactGatherer } from '../../src/domain/cleanse/gather-facts';
import { pickFields } from '../../src/domain/table/column-mapping';
import { decodeCells } from '../../src/domain/table/table-reading';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { attachRows, sealImport, type ImportedRows } from '../../src/services/datasets/finish-import';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { type Processor, type WorkContext } from './processor';
import { readUploadedTable, type RowSink } from './read-uploaded-table';

/** Text gathered before it is handed to COPY: fewer, larger writes. */
const FLUSH_AT = 256 * 1_024;

export const importDataset: Processor = async (claim, context): Promise<Settlement> => {
  const dataset = await context.db.manager.findOneByOrFail(Dataset, { id: claim.datasetId });
  const table = tableFor(claim);
  const imported = await withConnection(context.db, async (client) => {
    await dropAbandoned(client, claim);
    await client.query(
      `create table ${table} (like dataset_row, check (dataset_id = ${client.escapeLiteral(claim.datasetId)}))`,
    );
    const read = await copyRows(client, table, dataset, context);
    // Built here and not while attaching: the attached table must have it, and others should not wait for it.
    await client.query(`alter table ${table} add primary key (dataset_id, seq)`);
    return { table, ...read };
  });
  return {
    apply: async (client) => {
      await attachRows(client, claim, imported);
      return null;
    },
    follow: (client) => sealImport(client, claim, imported),
  };
};

const tableFor = ({ datasetId, epoch }: Claim) => `dataset_row_${datasetId.replaceAll('-', '')}_${epoch}`;

/** Tables of earlier holders of this import that did not live to attach them. */
async function dropAbandoned(client: PoolClient, claim: Claim): Promise<void> {
  for (let epoch = 1; epoch < claim.epoch; epoch += 1) {
    await client.query(`drop table if exists ${tableFor({ ...claim, epoch })}`);
  }
}

async function copyRows(
  client: PoolClient,
  table: string,
  dataset: Dataset,
  context: WorkContext,
): Promise<Omit<ImportedRows, 'table'>> {
  const target = client.query(copyFrom(`copy ${table} (dataset_id, seq, line, cells) from stdin`));
  const rejected: CsvRejection[] = [];
  const recode = dataset.encodings.some(({ encoding }) => encoding !== 'UNICODE');
  const gatherer = new FactGatherer();
  let accepted = 0;
  let lines = '';
  const sink: RowSink = {
    row: ({ line, cells }) => {
      if (line < dataset.firstLine) return;
      accepted += 1;
      const text = recode ? decodeCells(cells, dataset.encodings) : cells;
      gatherer.add(pickFields(text, dataset.mapping));
      lines += `${dataset.id}\t${accepted}\t${line}\t${copyTextArray(text)}\n`;
    },
    rejected: (rejection) => {
      if (rejection.line >= dataset.firstLine) rejected.push(rejection);
    },
    afterPiece: async () => {
      context.signal.throwIfAborted();
      if (lines.length < FLUSH_AT) return;
      await write(target, lines);
      lines = '';
    },
  };
  try {
    await readUploadedTable(context.db, dataset, sink);
    target.end(lines);
    await finished(target);
  } catch (error) {
    target.destroy();
    throw error;
  }
  return { accepted, rejected, facts: gatherer.finish() };
}

async function write(target: CopyStreamQuery, text: string): Promise<void> {
  if (!target.write(text)) await once(target, 'drain');
}

async function withConnection<T>(db: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await borrowClient(db);
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
