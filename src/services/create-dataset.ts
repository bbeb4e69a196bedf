/** Turns a received file into a dataset: refuses at once what can never be read, and queues the import of the rest. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../db/queries/insert-audit-entry';
import { insertRunEvent } from '../db/queries/insert-run-event';
import { Dataset } from '../db/entities/dataset.entity';
import { Upload } from '../db/entities/upload.entity';
import { hasRole, Role, type Actor } from '../domain/actor';
import { mapColumns, type ColumnMapping, type Field } from '../domain/column-mapping';
import { readCsvFormat, type CsvFormat } from '../domain/csv-format';
import { ENGINE_VERSION } from '../domain/engine-version';
import { isRefusal, refuse, type Refusal } from '../domain/refusal';
import { type Doorbell } from '../jobs/backend';
import { inTransaction, type Transaction } from './in-transaction';

export interface NewDataset {
  readonly uploadId: string;
  readonly name: string;
  /** Field → header, where the header names do not speak for themselves. */
  readonly mapping?: Partial<Record<Field, string>>;
  readonly localityCode?: string;
}

interface Readable {
  readonly format: CsvFormat;
  readonly mapping: ColumnMapping;
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
  const head = await tx.client.query<{ bytes: Buffer }>(
    'select bytes from upload_part where upload_id = $1 and no = 0',
    [input.uploadId],
  );
  const format = readCsvFormat(head.rows[0]?.bytes ?? Buffer.alloc(0));
  if (typeof format === 'string') return refuse(format);
  const mapped = mapColumns(format.headers, input.mapping);
  return 'problem' in mapped ? refuse(mapped.problem) : { format, mapping: mapped.mapping };
}

function mayUse(actor: Actor, { createdById }: Upload): boolean {
  return createdById === actor.keyId || hasRole(actor, Role.ADMIN);
}

async function insertDataset(tx: Transaction, actor: Actor, input: NewDataset, readable: Readable) {
  await tx.manager.update(Upload, input.uploadId, { state: 'IMPORTED' });
  const dataset = await tx.manager.save(
    tx.manager.create(Dataset, {
      name: input.name,
      uploadId: input.uploadId,
      localityCode: actor.localityCode ?? input.localityCode ?? 'VN',
      headers: [...readable.format.headers],
      mapping: readable.mapping,
      delimiter: readable.format.delimiter,
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
