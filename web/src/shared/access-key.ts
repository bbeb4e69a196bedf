/** Holds the API key for this browser tab only: it never reaches localStorage, a URL or a log. */

const STORAGE_KEY = 'hub06.key';

/** What is kept here ends with the browser tab. Null where the reader forbids storage. */
export function findTabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

export function readAccessKey(): string {
  return findTabStorage()?.getItem(STORAGE_KEY) ?? '';
}

export function keepAccessKey(key: string): void {
  if (key) findTabStorage()?.setItem(STORAGE_KEY, key);
  else findTabStorage()?.removeItem(STORAGE_KEY);
}

/** The `Authorization` header, or none without a key. */
export function authorizationOf(key: string): Record<string, string> {
  return key ? { authorization: `Bearer ${key}` } : {};
}
