/** Opens the bytes of a file that a run offers, made from its rows; the connection goes back when they have been read. */
import { Readable } from 'node:stream';
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { borrowClient } from '../borrow-client';
import { writeChanges } from './copy-changes-out';
import { writeCleanRows } from './copy-clean-out';
import { copyClustersOut, copyPairsOut } from './copy-linkage-out';
import { writeFailures, writeVerdicts } from './copy-verdicts-out';
import { writeManifest } from './write-manifest';

export const ExportName = {
  VERDICTS: 'verdicts.csv',
  FAILURES: 'failures.csv',
  /** Made anew at each download, with the decisions of the moment; the others are sealed. */
  REVIEWED: 'reviewed.csv',
  MANIFEST: 'manifest.json',
  CLEAN: 'clean.csv',
  CHANGES: 'changes.csv',
  PAIRS: 'pairs.csv',
  CLUSTERS: 'clusters.csv',
} as const;

export interface RunToExport {
  readonly runId: string;
  readonly acceptsProbable: boolean;
  readonly datasetId: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly rows: number;
}

/** @throws Error when there is no such run, or it offers no such file. */
export async function openExport(
  db: DataSource,
  runId: string,
  name: string = ExportName.VERDICTS,
): Promise<Readable> {
  const run = await getRunToExport(db, runId);
  if (name === ExportName.CLEAN) return Readable.from(writeCleanRows(db, run));
  if (name === ExportName.CHANGES) return Readable.from(writeChanges(db, run));
  if (name === ExportName.VERDICTS) return Readable.from(writeVerdicts(db, run));
  if (name === ExportName.FAILURES) return Readable.from(writeFailures(db, run));
  if (name === ExportName.REVIEWED) return Readable.from(writeVerdicts(db, { ...run, decided: true }));
  if (name === ExportName.MANIFEST) return Readable.from([Buffer.from(await writeManifest(db, runId))]);
  if (name === ExportName.PAIRS) return onItsOwnClient(db, (client) => copyPairsOut(client, runId));
  if (name === ExportName.CLUSTERS) return onItsOwnClient(db, (client) => copyClustersOut(client, runId));
  throw new Error(`no run offers a file ${name}`);
}

/** What the files of a run are made from. @throws Error when there is no such run. */
export async function getRunToExport(db: DataSource, runId: string): Promise<RunToExport> {
  const [run] = await db.query<RunToExport[]>(
    `select run.id as "runId", run.dataset_id as "datasetId", dataset.headers, dataset.mapping,
       coalesce(dataset.accepted_rows, 0) as rows, run.accepts_probable as "acceptsProbable"
     from run join dataset on dataset.id = run.dataset_id where run.id = $1`,
    [runId],
  );
  if (!run) throw new Error(`there is no run ${runId}`);
  return run;
}

async function onItsOwnClient(
  db: DataSource,
  copy: (client: ClientBase) => Readable | Promise<Readable>,
): Promise<Readable> {
  const client = await borrowClient(db);
  const bytes = await Promise.resolve(copy(client)).catch((error: unknown) => {
    client.release(true);
    throw error;
  });
  // A reader that goes away early leaves the COPY half done: that connection is of no more use.
  bytes.once('close', () => client.release(!bytes.readableEnded));
  return bytes;
}
