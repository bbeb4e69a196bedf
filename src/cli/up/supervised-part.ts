/** One part of the hub as a child process: started, started again when it crashes, and stopped for good. */
import { fork, type ChildProcess } from 'node:child_process';
import { ExitCode } from '../exit-codes';
import { environmentWith } from '../surroundings';
import { READY } from '../run-until-stopped';
import { type PartLog } from './part-log';
import { countCrashes, restartDelay } from './restart-delay';

/** Rows in flight fit into a young generation of twice the usual size and die there: a sixth less time, measured. docker-compose.yml says the same. */
const WORKER_FLAGS = ['--max-semi-space-size=32'] as const;

export interface PartPlan {
  /** The command of `hub06` that runs it. */
  readonly name: 'gateway' | 'worker' | 'simulator' | 'migrate';
  readonly environment: Readonly<Record<string, string>>;
  readonly program: string;
  readonly log: PartLog;
  readonly tell: (line: string) => void;
}

export interface SupervisedPart {
  readonly name: string;
  readonly log: PartLog;
  /** Crashes in a row; 0 while all is well. */
  crashes(): number;
  /** Resolves when the part first says that it can do its work. */
  readonly ready: Promise<void>;
  /** Settles only when the part gave up for good, which it does on wrong settings alone. */
  readonly gaveUp: Promise<ExitCode>;
  /** SIGTERM, and SIGKILL after `patienceMs`. Resolves when the process is gone. */
  stop(patienceMs: number): Promise<void>;
  /** SIGKILL now. */
  kill(): void;
}

/** Forks the part and keeps it running until `stop`. */
export function supervise(plan: PartPlan): SupervisedPart {
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | null = null;
  let crashes = 0;
  let stopping = false;
  let beReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => (beReady = resolve));
  let giveUp: (code: ExitCode) => void = () => {};
  const gaveUp = new Promise<ExitCode>((resolve) => (giveUp = resolve));

  function start(): void {
    const startedAt = Date.now();
    const started = forkPart(plan);
    child = started;
    started.on('message', (message) => message === READY && beReady());
    let over = false;
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      if (over) return;
      over = true;
      child = null;
      if (stopping) return;
      if (code === ExitCode.SETTINGS) return giveUp(ExitCode.SETTINGS);
      const ending = { code, signal, uptimeMs: Date.now() - startedAt };
      crashes = countCrashes(ending, crashes);
      const wait = restartDelay(ending, crashes);
      plan.tell(
        `[${plan.name}] ended (${signal ?? code}); starting again ${wait === 0 ? 'now' : `in ${wait} ms`}`,
      );
      timer = setTimeout(start, wait);
    };
    started.once('exit', ended);
    // When fork itself fails there is no exit, only this.
    started.once('error', () => started.pid === undefined && ended(ExitCode.FAILED, null));
  }

  start();
  return {
    name: plan.name,
    log: plan.log,
    crashes: () => crashes,
    ready,
    gaveUp,
    async stop(patienceMs) {
      stopping = true;
      if (timer) clearTimeout(timer);
      if (child) await endChild(child, patienceMs);
      plan.log.close();
    },
    kill: () => void child?.kill('SIGKILL'),
  };
}

/** Runs the part once, to its end, and gives its exit code. */
export function runPartOnce(plan: PartPlan, stop: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = forkPart(plan);
    const onAbort = () => void child.kill('SIGTERM');
    stop.addEventListener('abort', onAbort, { once: true });
    child.once('error', reject);
    child.once('exit', (code) => {
      stop.removeEventListener('abort', onAbort);
      plan.log.close();
      resolve(code ?? ExitCode.FAILED);
    });
  });
}

function forkPart(plan: PartPlan): ChildProcess {
  const child = fork(plan.program, [plan.name], {
    env: environmentWith(plan.environment),
    // The channel is how a part says that it is ready, and how it notices that its supervisor was killed.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: plan.name === 'worker' ? [...WORKER_FLAGS] : [],
  });
  if (child.stderr) plan.log.follow(child.stderr);
  return child;
}

function endChild(child: ChildProcess, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const killer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(killer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
