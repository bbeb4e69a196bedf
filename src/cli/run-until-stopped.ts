/** Keeps one part of the hub running until it is told to stop, then lets it finish what it has in hand. */
import { type Log } from '../log';

export interface Running {
  close(): Promise<void>;
}

/** How long a part may drain; after that its leases expire by themselves, and others take its work over. */
export const DRAIN_MS = 15_000;

/** What a part says to the supervisor that forked it, once it can do its work. */
export const READY = 'ready';

/**
 * Starts the part and closes it on SIGTERM, on Ctrl-C, or when the supervisor that forked it is gone: without the last,
 * a supervisor killed with -9 would leave processes that nobody owns. Ends the process.
 */
export async function runUntilStopped(log: Log, start: () => Promise<Running>): Promise<never> {
  const end = makeEnd(log);
  dieLoudly(log, end);
  const stopAsked = listenForStop(end);
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    log.fatal({ err: error }, 'could not start');
    return end(1);
  }
  if (process.connected) process.send?.(READY);
  log.info({ reason: await stopAsked }, 'stopping');
  const hurry = setTimeout(() => {
    log.warn('draining took too long; leaving the rest to others');
    end(1);
  }, DRAIN_MS);
  try {
    await running.close();
  } catch (error) {
    log.error({ err: error }, 'could not stop in order');
    return end(1);
  }
  clearTimeout(hurry);
  log.info('stopped');
  return end(0);
}

type End = (code: number) => never;

function makeEnd(log: Log): End {
  const supervised = process.connected === true;
  return (code) => {
    // Nobody reads the log of an orphan any more, and flushing into a broken pipe is tried again for ever.
    if (supervised && !process.connected) process.kill(process.pid, 'SIGKILL');
    log.flush();
    process.exit(code);
  };
}

function listenForStop(end: End): Promise<string> {
  const supervised = process.connected === true;
  return new Promise((resolve) => {
    let signals = 0;
    const onSignal = (signal: NodeJS.Signals) => {
      // Ctrl-C reaches the whole terminal group; a supervised part waits for the word of its supervisor.
      if (supervised && signal === 'SIGINT') return;
      signals += 1;
      if (signals > 1 && !supervised) end(130);
      resolve(signal);
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
    process.on('SIGHUP', onSignal);
    if (supervised) process.once('disconnect', () => resolve('the supervisor is gone'));
  });
}

/** After an error that nobody caught the state is unknown: better to end and be started again. */
function dieLoudly(log: Log, end: End): void {
  const die = (error: unknown) => {
    log.fatal({ err: error }, 'stopped by an error that nobody caught');
    end(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}
