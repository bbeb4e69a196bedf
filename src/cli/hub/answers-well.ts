/** Asks an address once whether somebody well is there. */
import { request } from 'undici';

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
