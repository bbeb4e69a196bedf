/** The supervisor: starts the whole hub on this machine, keeps it running, and stops all of it in order. */
import { join } from 'node:path';
import { type Config } from '../../config';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { findFreePort, startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embedded-postgres';
import { DRAIN_MS } from '../run-until-stopped';
import { isStartedByNpm } from '../surroundings';
import { publicUrl } from './addresses';
import { prepareDataFolder } from './data-folder';
import { claimPorts } from './free-ports';
import { keepPostgres } from './keep-postgres';
import { openPartLog } from './part-log';
import { wordReadyScreen } from './ready-screen';
import { takeFolder, type FolderLock, type RunningHub } from './running-hub';
import { findSandboxKeys } from './sandbox-keys';
import { listenForStopRequest, type StopRequest } from './stop-request';
import { runPartOnce, supervise, type PartPlan, type SupervisedPart } from './supervised-part';

export interface HubOptions {
  readonly config: Config;
  /** The program of `hub06`, forked for each part. */
  readonly program: string;
  readonly tell: (line: string) => void;
}

interface Hub extends HubOptions {
  readonly stop: StopRequest;
  readonly ports: { gateway: number; simulator: number | null };
  readonly parts: SupervisedPart[];
  readonly lock: FolderLock;
  postgres: EmbeddedPostgres | null;
  /** The watch over PostgreSQL; it must be over before PostgreSQL is stopped, else it would start it again. */
  watch: Promise<void>;
  readonly endWatch: AbortController;
}

/** Longer than any start that will still succeed; after it the reason is shown instead. */
const START_MS = 120_000;
/** Crashes in a row that end the wait for a part that never came up. */
const HOPELESS_CRASHES = 4;
/** Parts of a killed supervisor drain before they free their ports. */
const PREDECESSOR_MS = DRAIN_MS + 5_000;

/** Runs until it is asked to stop. @throws Failure whose sentence says what to do. */
export async function runHub(options: HubOptions): Promise<ExitCode> {
  const startedAt = performance.now();
  const { config } = options;
  prepareDataFolder(config.dataDir);
  const ports = await choosePorts(config);
  const url = publicUrl(config.host, ports.gateway);
  const lock = takeFolder(config.dataDir, { url, ports: { ...ports, postgres: null } });
  if (!('release' in lock)) throw alreadyRunning(lock, config.dataDir);
  const hub: Hub = {
    ...options,
    stop: listenForStopRequest({ startedByNpm: isStartedByNpm() }),
    ports,
    parts: [],
    lock,
    postgres: null,
    watch: Promise.resolve(),
    endWatch: new AbortController(),
  };
  try {
    await startAll(hub);
    if (!hub.stop.signal.aborted) {
      options.tell(
        wordReadyScreen({
          url,
          simulatorUrl: simulatorUrl(hub),
          dataDir: config.dataDir,
          mode: config.mode,
          keys: config.mode === 'sandbox' ? findSandboxKeys(config.dataDir) : null,
          seconds: (performance.now() - startedAt) / 1_000,
          attached: hub.postgres?.attached ?? false,
        }),
      );
      await keepRunning(hub);
    }
    return ExitCode.DONE;
  } finally {
    await stopAll(hub);
  }
}

/** Port 0 asks for any free one, which the children then need to know. A simulator elsewhere needs none here. */
async function choosePorts(config: Config): Promise<Hub['ports']> {
  const ownSimulator = config.simulatorUrl === `http://127.0.0.1:${config.simulatorPort}`;
  return {
    gateway: config.port || (await findFreePort()),
    simulator: ownSimulator ? config.simulatorPort || (await findFreePort()) : null,
  };
}

async function startAll(hub: Hub): Promise<void> {
  const { config, ports, stop } = hub;
  await claimPorts(
    [
      { port: ports.gateway, host: config.host, variable: 'PORT' as const },
      ...(ports.simulator === null
        ? []
        : [{ port: ports.simulator, host: '127.0.0.1', variable: 'SIMULATOR_PORT' as const }]),
    ],
    hub.lock.takenOver ? PREDECESSOR_MS : 0,
  );
  hub.tell(`Hub06 đang khởi động … (starting; data folder ${config.dataDir})`);
  const databaseUrl = await startDatabase(hub);
  if (stop.signal.aborted) return;
  const environment = { ...settingsOf(hub), DATABASE_URL: databaseUrl };
  // The simulator keeps its events in tables of its own, so it need not wait for the hub's.
  const simulatorReady = startSimulator(hub, environment);
  await migrate(hub, environment);
  if (stop.signal.aborted) return;
  const worker = supervise(planPart(hub, 'worker', environment));
  const gateway = supervise(planPart(hub, 'gateway', environment));
  hub.parts.push(worker, gateway);
  await Promise.all([simulatorReady, waitForPart(hub, worker), waitForPart(hub, gateway)]);
  // One worker can do all there is; the others come when nobody waits for the start any more.
  for (let no = 2; no <= config.workers && !stop.signal.aborted; no += 1)
    hub.parts.push(supervise(planPart(hub, 'worker', environment, no)));
}

function startSimulator(hub: Hub, environment: Record<string, string>): Promise<void> {
  const { simulator } = hub.ports;
  if (simulator === null) return Promise.resolve();
  // Nobody but this hub's own connectors asks the pretend register: it never listens beyond this machine.
  const part = supervise(planPart(hub, 'simulator', { ...environment, HUB_HOST: '127.0.0.1' }));
  hub.parts.push(part);
  const ready = waitForPart(hub, part);
  // Its failure is reported when the others are awaited; until then it must not count as unhandled.
  ready.catch(() => {});
  return ready;
}

async function startDatabase(hub: Hub): Promise<string> {
  if (hub.config.databaseUrl) return hub.config.databaseUrl;
  hub.postgres = await startEmbeddedPostgres({ folder: join(hub.config.dataDir, 'postgres') });
  hub.lock.update({
    url: publicUrl(hub.config.host, hub.ports.gateway),
    ports: { ...hub.ports, postgres: hub.postgres.port },
  });
  return hub.postgres.url;
}

async function migrate(hub: Hub, environment: Record<string, string>): Promise<void> {
  const plan = planPart(hub, 'migrate', environment);
  const code = await runPartOnce(plan, hub.stop.signal);
  if (code === 0 || hub.stop.signal.aborted) return;
  throw couldNotStart('migrate', plan.log.lastTrouble(), plan.log.file, code === ExitCode.SETTINGS);
}

/** Comes back when the part is ready, or when stopping was asked. @throws Failure when it never will be. */
async function waitForPart(hub: Hub, part: SupervisedPart): Promise<void> {
  let settingsAreWrong = false;
  const hopeless = new AbortController();
  void part.gaveUp.then(() => {
    settingsAreWrong = true;
    hopeless.abort();
  });
  const watch = setInterval(() => part.crashes() >= HOPELESS_CRASHES && hopeless.abort(), 50);
  const late = setTimeout(() => hopeless.abort(), START_MS);
  const enough = AbortSignal.any([hub.stop.signal, hopeless.signal]);
  const ready = await Promise.race([part.ready.then(() => true), untilAborted(enough).then(() => false)]);
  clearInterval(watch);
  clearTimeout(late);
  if (ready || hub.stop.signal.aborted) return;
  throw couldNotStart(part.name, part.log.lastTrouble(), part.log.file, settingsAreWrong);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function keepRunning(hub: Hub): Promise<void> {
  if (hub.postgres) hub.watch = keepPostgres(hub.postgres, hub.endWatch.signal, hub.tell);
  const givenUp = hub.parts.map((part) =>
    part.gaveUp.then(() => {
      throw couldNotStart(part.name, part.log.lastTrouble(), part.log.file, true);
    }),
  );
  await Promise.race([hub.stop.asked, ...givenUp]);
}

/** Those who work first, then what they work on. A second wish to stop cuts every wait short. */
async function stopAll(hub: Hub): Promise<void> {
  let patienceMs = DRAIN_MS;
  hub.stop.onForce(() => {
    patienceMs = 0;
    for (const part of hub.parts) part.kill();
  });
  if (hub.parts.length > 0) hub.tell('Đang dừng … (stopping; Ctrl-C again to force)');
  const [simulator, others] = [
    hub.parts.filter((part) => part.name === 'simulator'),
    hub.parts.filter((part) => part.name !== 'simulator'),
  ];
  await Promise.all(others.map((part) => part.stop(patienceMs)));
  await Promise.all(simulator.map((part) => part.stop(patienceMs)));
  hub.endWatch.abort();
  await hub.watch;
  await hub.postgres?.stop(patienceMs === 0 ? 'immediate' : 'fast');
  hub.lock.release();
  hub.stop.dispose();
  if (hub.parts.length > 0) hub.tell('Hub06 đã dừng. (stopped)');
}

/** `no` tells parts of the same name apart, and their logs. */
function planPart(hub: Hub, name: PartPlan['name'], environment: Record<string, string>, no = 1): PartPlan {
  const called = no === 1 ? name : `${name}-${no}`;
  const log = openPartLog(called, join(hub.config.dataDir, 'logs', `${called}.log`), hub.tell);
  return { name, environment, program: hub.program, log, tell: hub.tell };
}

function settingsOf(hub: Hub): Record<string, string> {
  return {
    // graphql-js checks each value twice as slowly unless it is told so before it loads.
    NODE_ENV: hub.config.environment,
    HUB_DATA_DIR: hub.config.dataDir,
    PORT: String(hub.ports.gateway),
    ...(hub.ports.simulator === null ? {} : { SIMULATOR_PORT: String(hub.ports.simulator) }),
    SIMULATOR_URL: simulatorUrl(hub),
  };
}

function simulatorUrl(hub: Hub): string {
  return hub.ports.simulator === null ? hub.config.simulatorUrl : `http://127.0.0.1:${hub.ports.simulator}`;
}

function alreadyRunning(owner: RunningHub, dataDir: string): Failure {
  return new Failure(ExitCode.TAKEN, {
    vi: `Hub06 đang chạy trên thư mục ${dataDir} (tiến trình ${owner.pid}) tại ${owner.url}. Hãy dùng nó, dừng nó, hoặc đặt HUB_DATA_DIR khác.`,
    en: `Hub06 already runs on the folder ${dataDir} (process ${owner.pid}) at ${owner.url}. Use it, stop it, or set another HUB_DATA_DIR.`,
  });
}

function couldNotStart(name: string, trouble: string | null, log: string, settings: boolean): Failure {
  const reason = trouble ? ` ${trouble}` : '';
  return new Failure(settings ? ExitCode.SETTINGS : ExitCode.FAILED, {
    vi: `Phần "${name}" không khởi động được.${reason} Xem ${log}`,
    en: `The part "${name}" could not start.${reason} See ${log}`,
  });
}
