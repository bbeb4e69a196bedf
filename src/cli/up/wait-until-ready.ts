/** Waits until a part of the hub answers its health address. */
import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';

const POLL_MS = 100;

/** True once `url` answers 200; false when `stop` says to wait no longer. */
export async function waitUntilReady(url: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    if (await answersWell(url, 2_000)) return true;
    await delay(POLL_MS, undefined, { signal: stop }).catch(() => {});
  }
  return false;
}

/** True when `url` answers 200 within the time. */
export async function answersWell(url: string, timeoutMs: number): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url, { signal: AbortSignal.timeout(timeoutMs) });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}
