/** A hub for a test: its own database, a key that may do everything, the bell, and ways to bring in a file and run it. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type DataSource } from 'typeorm';
import { type Config, readConfig } from '../../src/config';
import { openDatabase } from '../../src/db/data-source';
import { ApiKey } from '../../src/db/entities/api-key.entity';
import { Role, type Actor } from '../../src/domain/actor';
import { isRefusal, type Refusal } from '../../src/domain/refusal';
import { type TableWishes } from '../../src/domain/table/table-reading';
import { isSettled, type RunState } from '../../src/domain/run/run-state';
import { openDoorbell, prepareQueue, type Doorbell } from '../../src/jobs/backend';
import { createLog } from '../../src/log';
import { announceUpload } from '../../src/services/datasets/announce-upload';
import { createDataset } from '../../src/services/datasets/create-dataset';
import { receiveUpload } from '../../src/services/datasets/receive-upload';
import { startRun } from '../../src/services/runs/start-run';
import { waitFor } from './wait-for';

export interface TestHub {
  readonly db: DataSource;
  readonly config: Config & { readonly databaseUrl: string };
  readonly doorbell: Doorbell;
  readonly actor: Actor;
  /** Uploads a file and makes it a dataset; the import is queued, not awaited. */
  bringIn(file: string, wishes?: TableWishes): Promise<string>;
  verify(
    datasetId: string,
    options?: { connector?: string; purpose?: string; idempotencyKey?: string },
  ): Promise<string>;
  stateOf(runId: string): Promise<RunState>;
  waitUntilSettled(runId: string, withinMs?: number): Promise<RunState>;
  /** One hash over all verdicts of a run in order: two runs that found the same have the same. */
  hashVerdicts(runId: string): Promise<{ rows: number; hash: string }>;
  close(): Promise<void>;
}

export interface TestHubOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
}

const log = createLog({ process: 'test', level: 'silent' });

export async function openTestHub(options: TestHubOptions): Promise<TestHub> {
  const config = {
    ...readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HUB_SECRET: 'a secret of the tests and of nothing else',
      HUB_LEASE_SECONDS: '2',
      ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
      ...options.environment,
    }),
    databaseUrl: options.databaseUrl,
  };
  const db = await openDatabase({ url: config.databaseUrl, applicationName: 'hub06-test', log });
  await prepareQueue(config);
  const doorbell = openDoorbell(config, log);
  const actor = await makeActor(db);
  const stateOf = async (runId: string) => {
    const [run] = await db.query<{ state: RunState }[]>('select state from run where id = $1', [runId]);
    return run?.state ?? 'FAILED_SYSTEM';
  };
  return {
    db,
    config,
    doorbell,
    actor,
    bringIn: (file, wishes = {}) => bringIn(db, doorbell, actor, file, wishes),
    verify: async (datasetId, options = {}) => {
      const { connector = 'csdlqgvdc-ndop', purpose = 'TEST-01', idempotencyKey = randomUUID() } = options;
      const request = { kind: 'VERIFY', datasetId, connector, purpose, idempotencyKey } as const;
      return accepted(await startRun(db, doorbell, actor, request)).runId;
    },
    stateOf,
    waitUntilSettled: (runId, withinMs = 60_000) =>
      waitFor(
        async () => {
          const state = await stateOf(runId).catch(() => null);
          return state && isSettled(state) ? state : null;
        },
        { withinMs, what: `run ${runId} to end` },
      ),
    hashVerdicts: (runId) => hashVerdicts(db, runId),
    close: async () => {
      await doorbell.close();
      await db.destroy();
    },
  };
}

export function accepted<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}

async function makeActor(db: DataSource): Promise<Actor> {
  const key = await db.manager.save(
    db.manager.create(ApiKey, { label: 'test', prefix: 'test', hash: randomBytes(32), role: Role.ADMIN }),
  );
  return { keyId: key.id, role: Role.ADMIN, localityCode: null, requestId: 'test' };
}

async function bringIn(
  db: DataSource,
  doorbell: Doorbell,
  actor: Actor,
  file: string,
  wishes: TableWishes,
): Promise<string> {
  const { size } = await stat(file);
  const upload = await announceUpload(db, actor, { filename: 'people.csv', bytes: size });
  const body = createReadStream(file);
  accepted(await receiveUpload(db, { uploadId: upload.id, body, maxBytes: 1e9 }));
  return accepted(
    await createDataset(db, doorbell, actor, { uploadId: upload.id, name: 'people', ...wishes }),
  ).datasetId;
}

async function hashVerdicts(db: DataSource, runId: string): Promise<{ rows: number; hash: string }> {
  const rows = await db.query<object[]>(
    `select seq, verdict, underlying, reasons, confidence, weight_bits, class_number, class_name, class_birth_date,
       class_sex, explanation from verdict where run_id = $1 order by seq`,
    [runId],
  );
  return { rows: rows.length, hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex') };
}
