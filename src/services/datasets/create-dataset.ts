/** Turns a received file into a dataset: refuses at once what can never be read, and queues the import of the rest. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { Dataset, type MappingSource } from '../../db/entities/dataset.entity';
import { SavedMapping } from '../../db/entities/saved-mapping.entity';
import { Upload } from '../../db/entities/upload.entity';
import { hasRole, Role, type Actor } from '../../domain/actor';
import { headerKey } from '../../domain/table/column-mapping';
import { ENGINE_VERSION } from '../../domain/run/engine-version';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { readTable, viewTable, type TableReading, type TableWishes } from '../../domain/table/table-reading';
import { type Doorbell } from '../../jobs/backend';
import { inTransaction, type Transaction } from '../in-transaction';
import { readUploadHead, type UploadHead } from './read-upload-head';

export interface NewDataset extends TableWishes {
  readonly uploadId: string;
  readonly name: string;
  readonly localityCode?: string;
  /** The sheet of a workbook; by default the first one with a table of people. */
  readonly sheet?: string;
  /** Keeps the given mapping for the next file of this key that has the same headers. */
  readonly saveMapping?: boolean;
}

interface Readable {
  readonly head: UploadHead;
  readonly table: TableReading;
  readonly mappingSource: MappingSource;
}

export async function createDataset(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  input: NewDataset,
): Promise<{ datasetId: string } | Refusal> {
  const outcome = await inTransaction(db, async (tx) => {
    const readable = await readHead(tx, actor, input);
    if (isRefusal(readable)) return readable;
    const dataset = await insertDataset(tx, actor, input, readable);
    const runId = await insertImport(tx, actor, dataset.id);
    return { datasetId: dataset.id, runId };
  });
  if (isRefusal(outcome)) return outcome;
  await queue.ring([{ runId: outcome.runId, no: 0, epoch: 0 }]);
  return { datasetId: outcome.datasetId };
}

async function readHead(tx: Transaction, actor: Actor, input: NewDataset): Promise<Readable | Refusal> {
  const upload = await tx.manager.findOne(Upload, {
    where: { id: input.uploadId },
    lock: { mode: 'pessimistic_write' },
  });
  // Somebody else's upload is answered like none at all: its being there is nobody's business.
  if (!upload || !mayUse(actor, upload)) return refuse('UPLOAD_NOT_FOUND');
  if (upload.state === 'IMPORTED') return refuse('UPLOAD_ALREADY_USED');
  if (upload.state === 'ANNOUNCED') return refuse('UPLOAD_INCOMPLETE');
  const head = await readUploadHead(tx.client, upload, input.sheet);
  if (typeof head === 'string') return refuse(head);
  const given = input.mapping !== undefined && Object.keys(input.mapping).length > 0;
  const saved = given ? null : await findSavedMapping(tx, actor, head, input);
  const table = readTable(head.rows, head.singleByte, saved === null ? input : { ...input, mapping: saved });
  if ('problem' in table) return refuse(table.problem);
  if (given && input.saveMapping === true) await saveMapping(tx, actor, table, input);
  return { head, table, mappingSource: given ? 'GIVEN' : saved === null ? 'ALIASES' : 'SAVED' };
}

function mayUse(actor: Actor, { createdById }: Upload): boolean {
  return createdById === actor.keyId || hasRole(actor, Role.ADMIN);
}

const headersKeyOf = (headers: readonly string[]) => headers.map(headerKey).join('|');

async function findSavedMapping(
  tx: Transaction,
  actor: Actor,
  head: UploadHead,
  wishes: TableWishes,
): Promise<SavedMapping['mapping'] | null> {
  const found = viewTable(head.rows, head.singleByte, wishes);
  if (found === null) return null;
  const headersKey = headersKeyOf(found.head.headers);
  const saved = await tx.manager.findOneBy(SavedMapping, { apiKeyId: actor.keyId, headersKey });
  return saved?.mapping ?? null;
}

async function saveMapping(tx: Transaction, actor: Actor, table: TableReading, input: NewDataset) {
  const headersKey = headersKeyOf(table.headers);
  await tx.manager.upsert(
    SavedMapping,
    { apiKeyId: actor.keyId, headersKey, mapping: input.mapping ?? {}, savedAt: new Date() },
    ['apiKeyId', 'headersKey'],
  );
}

async function insertDataset(
  tx: Transaction,
  actor: Actor,
  input: NewDataset,
  { head, table, mappingSource }: Readable,
) {
  await tx.manager.update(Upload, input.uploadId, { state: 'IMPORTED' });
  const dataset = await tx.manager.save(
    tx.manager.create(Dataset, {
      name: input.name,
      uploadId: input.uploadId,
      localityCode: actor.localityCode ?? input.localityCode ?? 'VN',
      headers: [...table.headers],
      mapping: table.mapping,
      mappingSource,
      format: head.format,
      delimiter: head.delimiter,
      fileEncoding: head.fileEncoding,
      sheet: head.sheet,
      headerLine: table.headerLine,
      firstLine: table.firstLine,
      encodings: table.encodings,
      createdById: actor.keyId,
    }),
  );
  await insertAuditEntry(tx.client, { actor, action: 'dataset.create', subject: `dataset:${dataset.id}` });
  return dataset;
}

/** The import is a run like any other, of one chunk: it is leased, fenced and taken over like the rest. */
async function insertImport(tx: Transaction, actor: Actor, datasetId: string): Promise<string> {
  const inserted = await tx.client.query<{ id: string }>(
    `insert into run (kind, dataset_id, idempotency_key, requested_by_id, simulated, engine_version)
     values ('IMPORT', $1, $2, $3, false, $4) returning id`,
    [datasetId, `import-${datasetId}`, actor.keyId, ENGINE_VERSION],
  );
  const runId = inserted.rows[0]?.id ?? '';
  await tx.client.query(
    `insert into chunk (run_id, no, step, first_seq, last_seq) values ($1, 0, 'FINISH', 0, 0)`,
    [runId],
  );
  await insertRunEvent(tx.client, runId, 'REQUESTED');
  return runId;
}
