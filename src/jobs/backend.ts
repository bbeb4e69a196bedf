/** The only switch between the two queue back ends: BullMQ on PostgreSQL by default, on Redis when REDIS_URL is set. */
import { setTimeout as delay } from 'node:timers/promises';
import { createPostgresBackend, Queue, runMigrations, type QueueOptions } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { Client } from 'pg';
import { type Log } from '../log';
import { workOnChunk, type WorkOnChunk } from './work-on-chunk.job';

export type QueueBackend = 'POSTGRES' | 'REDIS';

/** Which queue to stand on: Redis when its URL is given, else the hub's own PostgreSQL. */
export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
}

export const WORK_QUEUE = 'hub06-work';
const POSTGRES_SCHEMA = 'bullmq';
/** Two are the least that the backend needs: one waits for work while the other does the bookkeeping. */
const POSTGRES_POOL = 3;

/** Rings for chunks. Ringing is a courtesy, not a promise: what is not heard is rung again by the reconciler. */
export interface Doorbell {
  readonly backend: QueueBackend;
  ring(chunks: readonly WorkOnChunk[]): Promise<void>;
  close(): Promise<void>;
}

export function backendOf(settings: Pick<QueueSettings, 'redisUrl'>): QueueBackend {
  return settings.redisUrl ? 'REDIS' : 'POSTGRES';
}

/**
 * Readies the queue's own storage, once per start. On PostgreSQL it migrates the queue's schema; on Redis it refuses
 * a server that may evict keys, since an evicted job is a lost bell that nobody sees.
 * @throws Error whose sentence says what to change.
 */
export async function prepareQueue(settings: QueueSettings, log?: Log): Promise<void> {
  if (settings.redisUrl) return checkRedis(settings.redisUrl, log);
  const client = new Client({ connectionString: settings.databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, POSTGRES_SCHEMA);
  } finally {
    await client.end();
  }
}

async function checkRedis(url: string, log?: Log): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as [string, string];
    if (policy !== 'noeviction') {
      throw new Error(
        `Redis may evict jobs (maxmemory-policy is "${policy}"). Set it to noeviction: CONFIG SET maxmemory-policy noeviction`,
      );
    }
    const [, appendOnly] = (await redis.config('GET', 'appendonly')) as [string, string];
    if (appendOnly !== 'yes') {
      log?.warn(
        'Redis keeps no append-only file: after a crash of Redis the runs go on only once they are rung again',
      );
    }
  } finally {
    redis.disconnect();
  }
}

/**
 * Connection options and factory that BullMQ's classes take, for either back end. BullMQ types each back end apart,
 * while everything beyond this point treats them alike: this is the one place that knows.
 */
export function queueConnection(settings: QueueSettings) {
  if (settings.redisUrl) {
    // BullMQ's blocking connections must retry for ever, else a restart of Redis ends the worker.
    const connection: RedisOptions & { url: string } = { url: settings.redisUrl, maxRetriesPerRequest: null };
    return { connection: connection as QueueOptions['connection'], factory: undefined };
  }
  const connection = {
    connectionString: settings.databaseUrl,
    schema: POSTGRES_SCHEMA,
    max: POSTGRES_POOL,
    application_name: 'hub06-queue',
  };
  return {
    connection: connection as unknown as QueueOptions['connection'],
    factory: createPatientBackend as never,
  };
}

/** Between two attempts to take a job from a queue that is out of reach; BullMQ's own 15 s are long after a restart of PostgreSQL. */
const RETRY_MS = 500;

/** How all workers of the hub take their jobs. */
export const WORKER_MANNERS = {
  // What is done is kept in rows, by leases there; these make a vanished worker's bells audible again soon.
  lockDuration: 10_000,
  stalledInterval: 2_000,
  // By default a job that loses its worker twice fails for good; how often a chunk may crash is ours to count.
  maxStalledCount: 1_000_000,
  runRetryDelay: RETRY_MS,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const;

/**
 * BullMQ waits between two attempts only when the connection was refused. PostgreSQL that goes down, comes up or drops the line says so
 * in other words, and a worker would ask again at once, thousands of times a second, for as long as that lasts.
 */
const createPatientBackend: typeof createPostgresBackend = (...given) => {
  const backend = createPostgresBackend(...given);
  const take = backend.moveToActive.bind(backend);
  backend.moveToActive = (...asked) =>
    take(...asked).catch(async (error: unknown) => {
      await delay(RETRY_MS);
      throw error;
    });
  return backend;
};

/** Opens the ringing side of the queue. */
export function openDoorbell(settings: QueueSettings, log: Log): Doorbell {
  const { connection, factory } = queueConnection(settings);
  const queue = new Queue<WorkOnChunk>(WORK_QUEUE, { connection }, factory);
  queue.on('error', (error) => log.warn({ err: error }, 'the queue is out of reach'));
  return {
    backend: backendOf(settings),
    async ring(chunks) {
      if (chunks.length === 0) return;
      try {
        await queue.addBulk(chunks.map(toJob));
      } catch (error) {
        log.warn({ err: error, chunks: chunks.length }, 'ringing failed; the reconciler will ring again');
      }
    },
    close: () => queue.close(),
  };
}

function toJob(chunk: WorkOnChunk) {
  const data = workOnChunk.payload.parse(chunk);
  return {
    name: workOnChunk.name,
    data,
    // Finished jobs must go: BullMQ ignores a new job whose id it still knows, and then a bell would stay silent.
    opts: { jobId: workOnChunk.idOf(data), removeOnComplete: true, removeOnFail: true, attempts: 1 },
  };
}
