/** Carries a browser's key where its scripts cannot read it: in a cookie that other sites cannot send and that ends with the browser. */
import { type IncomingMessage } from 'node:http';
import { type CookieOptions, type Response } from 'express';
import { baseUrlOf } from '../context';

export const SESSION_COOKIE = 'hub06_session';

/** The key that the browser brings along, where the page that asks is our own; else null. */
export function readSessionKey(request: IncomingMessage): string | null {
  if (!isOurPage(request)) return null;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, key] = pairs.find(([name]) => name === SESSION_COOKIE) ?? [];
  return key || null;
}

/** SameSite looks at the host only; a page on another port of it must not act either. Browsers name no origin where nothing is done. */
export function isOurPage({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

export function keepSessionKey(response: Response, key: string): void {
  response.cookie(SESSION_COOKIE, key, optionsOf(response));
}

export function dropSessionKey(response: Response): void {
  response.clearCookie(SESSION_COOKIE, optionsOf(response));
}

const optionsOf = ({ req }: Response): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure: baseUrlOf(req).startsWith('https:'),
});
