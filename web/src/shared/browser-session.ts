/** Opens and closes the browser's session: the browser keeps the key in a cookie that no script can read, and no page holds it any longer. */
import { getLanguage } from './language';

const SESSION = '/session';

/** The hub's answer: 204 when the key opens. Throws when there was none. */
export function openBrowserSession(key: string): Promise<Response> {
  return fetch(SESSION, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'accept-language': getLanguage() },
  });
}

/** Throws when there was no answer of the hub. */
export async function hasBrowserSession(): Promise<boolean> {
  const { open } = (await (await fetch(SESSION)).json()) as { open: boolean };
  return open;
}

export function closeBrowserSession(): Promise<Response> {
  return fetch(SESSION, { method: 'DELETE', keepalive: true });
}

/** What is kept here ends with the browser tab. Null where the reader forbids storage. */
export function findTabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
