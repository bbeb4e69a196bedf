/** Follows a run to its end: by subscription while that works, by asking again and again where it does not. */
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { isSettled, RunState } from '../../domain/run/run-state';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { RunSnapshot } from '../hub/hub-answers';
import { ask, type HubAddress } from '../hub/hub-client';
import { getOperation } from '../hub/operations';

const POLL_MS = 1_000;
/** A socket may be silent because nothing moves, or because it is dead: after this long the hub is asked as well. */
const SILENCE_MS = 5_000;
/** A hub that is restarted is back within this; the run itself goes on without it. */
const ABSENCE_MS = 60_000;

/** Calls `onSnapshot` for each moment and gives the last one. @throws Failure when the hub stays away. */
export async function followRun(
  hub: HubAddress,
  runId: string,
  onSnapshot: (snapshot: RunSnapshot) => void,
): Promise<RunSnapshot> {
  const bySubscription = await subscribe(hub, runId, onSnapshot);
  return bySubscription ?? poll(hub, runId, onSnapshot);
}

/** Null when the socket ends before the run does. */
async function subscribe(
  hub: HubAddress,
  runId: string,
  onSnapshot: (snapshot: RunSnapshot) => void,
): Promise<RunSnapshot | null> {
  const client = createClient({
    url: new URL('/graphql', hub.url.replace(/^http/, 'ws')).href,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${hub.key}` },
    retryAttempts: 0,
    onNonLazyError: () => {},
  });
  const events = client.iterate<{ runProgress: unknown }>({
    query: getOperation('run-progress'),
    variables: { id: runId },
  });
  try {
    let next = events.next();
    for (;;) {
      const event = await Promise.race([next, delay(SILENCE_MS, null, { ref: false })]);
      if (event?.done) return null;
      if (event && !event.value.data) return null;
      const snapshot = event ? RunSnapshot.parse(event.value.data?.runProgress) : await askOnce(hub, runId);
      onSnapshot(snapshot);
      if (isOver(snapshot)) return snapshot;
      if (event) next = events.next();
      // The race may be lost again and again; the loser must not end the process when the socket fails at last.
      next.catch(() => {});
    }
  } catch {
    return null;
  } finally {
    void Promise.resolve(client.dispose()).catch(() => {});
  }
}

async function poll(
  hub: HubAddress,
  runId: string,
  onSnapshot: (snapshot: RunSnapshot) => void,
): Promise<RunSnapshot> {
  let heardAt = Date.now();
  for (;;) {
    try {
      const snapshot = await askOnce(hub, runId);
      heardAt = Date.now();
      onSnapshot(snapshot);
      if (isOver(snapshot)) return snapshot;
    } catch (error) {
      const away = error instanceof Failure && error.exitCode === ExitCode.UNREACHABLE;
      if (!away || Date.now() - heardAt > ABSENCE_MS) throw error;
    }
    await delay(POLL_MS);
  }
}

async function askOnce(hub: HubAddress, runId: string): Promise<RunSnapshot> {
  const data = await ask(hub, 'run', { id: runId });
  if (!data.run) throw noSuchRun(runId);
  return RunSnapshot.parse(data.run);
}

export function noSuchRun(runId: string): Failure {
  return new Failure(ExitCode.REFUSED, {
    vi: `RUN_NOT_FOUND: Không có lượt chạy ${runId} mà khóa này được xem.`,
    en: `RUN_NOT_FOUND: There is no run ${runId} that this key may see.`,
  });
}

function isOver(snapshot: RunSnapshot): boolean {
  // A state of a newer hub that is not known here is waited through, not taken for the end.
  return snapshot.state in RunState && isSettled(snapshot.state as RunState);
}
