/** The worker process: opens the database, the connectors and the queue, works on what is rung for, and drains on close. */
import { Worker } from 'bullmq';
import { type Config } from '../src/config';
import { openDatabase } from '../src/db/data-source';
import { openDoorbell, queueConnection, WORK_QUEUE, WORKER_MANNERS } from '../src/jobs/backend';
import { workOnChunk, type WorkOnChunk } from '../src/jobs/work-on-chunk.job';
import { createLog, type Log } from '../src/log';
import { armFailpoint } from '../src/services/runs/failpoint';
import { candidateToken, getHubSecret } from '../src/services/keys/hub-secret';
import { registerConnectors } from '../src/services/sources/register-connectors';
import { watchConnectors } from './connectors/health';
import { InstalledConnectors } from './connectors/installed';
import { describeSettings, loadConnectorSpecs } from './connectors/registry';
import { keepHeapSmall } from './keep-heap-small';
import { keepSchedules } from './keep-schedules';
import { keepSeals } from './keep-seals';
import { keepTidy } from './keep-tidy';
import { keepLeases } from './lease-keeper';
import { startReconciler } from './reconcile';
import { runJob, type WorkerKit } from './run-job';
import { createSolitude } from './solitude';
import { openWebhookSender } from './webhooks/deliver';
import { watchAlerts } from './webhooks/watch-alerts';

export { keepHeapSmall };

export interface RunningWorker {
  /** Takes no new work, finishes what is in hand, and closes every connection. */
  close(): Promise<void>;
}

/** `now` in epoch milliseconds: the machine's clock, unless a test drives the time. */
export async function runWorker(
  config: Config & { readonly databaseUrl: string },
  now: () => number = Date.now,
): Promise<RunningWorker> {
  const log = createLog({ process: 'worker', level: config.logLevel });
  if (config.environment === 'test') armFailpoint(config.failpoint);
  const db = await openDatabase({
    url: config.databaseUrl,
    applicationName: 'hub06-worker',
    poolSize: 12,
    log,
  });
  let secret: string | null = null;
  const getSecret = () => (secret ??= getHubSecret(config));
  const connectors = await installConnectors({
    db,
    log,
    fromConfig: config.connectorSettings,
    getSecret,
  });
  const settings = { databaseUrl: config.databaseUrl, redisUrl: config.redisUrl };
  const doorbell = openDoorbell(settings, log);
  const leases = keepLeases(db, config.leaseSeconds, log);
  const kit: WorkerKit = {
    db,
    doorbell,
    log,
    leases,
    solitude: createSolitude(),
    leaseSeconds: config.leaseSeconds,
    now,
    getConnector: (key) => connectors.get(key),
    candidateToken: (number) => candidateToken(getSecret(), number),
  };
  const worker = openQueueWorker(kit, settings, config.workerConcurrency, log);
  const schedules = keepSchedules({ db, doorbell, log, now }, settings);
  // What could not be readied now never would be: then this process is to end, and to be started again.
  await Promise.all([worker.waitUntilReady(), schedules.ready()]);
  const sender = openWebhookSender({ db, log, getSecret, allowedHosts: config.webhookHosts });
  const rounds = [
    startReconciler(db, doorbell, log),
    watchConnectors(db, connectors, log),
    watchAlerts(db, sender, { now, log }),
    keepSeals(db, getSecret, log),
    keepTidy(db, { now, log }),
  ];
  log.info({ concurrency: config.workerConcurrency, queue: doorbell.backend }, 'worker is ready');
  return {
    close: async () => {
      await Promise.all([worker.close(), schedules.close(), ...rounds.map((round) => round.stop())]);
      await sender.close();
      leases.stop();
      await Promise.all([doorbell.close(), connectors.close()]);
      await db.destroy();
      log.info('worker has stopped');
    },
  };
}

async function installConnectors(
  surroundings: ConstructorParameters<typeof InstalledConnectors>[1],
): Promise<InstalledConnectors> {
  const specs = loadConnectorSpecs();
  const manifests = specs.map((spec) => ({ ...spec, settingsSchema: describeSettings(spec) }));
  await registerConnectors(surroundings.db, manifests);
  const connectors = new InstalledConnectors(specs, surroundings);
  await connectors.refresh();
  return connectors;
}

function openQueueWorker(
  kit: WorkerKit,
  settings: Parameters<typeof queueConnection>[0],
  concurrency: number,
  log: Log,
): Worker<WorkOnChunk> {
  const { connection, factory } = queueConnection(settings);
  const worker = new Worker<WorkOnChunk>(
    WORK_QUEUE,
    async (job) => runJob(kit, workOnChunk.payload.parse(job.data)),
    {
      connection,
      concurrency,
      ...WORKER_MANNERS,
    },
    factory,
  );
  worker.on('error', (error) => log.warn({ err: error }, 'the queue is out of reach'));
  worker.on('failed', (_, error) =>
    log.warn({ err: error }, 'a bell could not be answered; it will be rung again'),
  );
  return worker;
}
