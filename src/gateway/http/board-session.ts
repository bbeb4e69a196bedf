/** Lets a browser reach the queue board, whose pages cannot send an Authorization header: the key goes along in a cookie for that path alone. */
import { type Request, type RequestHandler, type Response } from 'express';
import { type Role } from '../../domain/actor';
import { readBearer } from '../authenticate';
import { type Hub } from '../context';
import { ClientError } from '../errors';
import { callerOf, identifyBy, requireHolder } from './caller';

export const BOARD_PATH = '/admin/queues';
const COOKIE = 'hub06_board';

/** Scripts cannot read it, other sites cannot send it, and it ends with the browser. */
const cookieOf = (request: Request) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  path: BOARD_PATH,
  secure: callerOf(request).baseUrl.startsWith('https:'),
});

/** `POST`, with the key in the Authorization header: from now on this browser may open the board. */
export function openBoardSession(role: Role): RequestHandler {
  return (request, response) => {
    requireHolder(request, role);
    response.cookie(COOKIE, readBearer(request.headers.authorization), cookieOf(request)).status(204).end();
  };
}

export function closeBoardSession(request: Request, response: Response): void {
  response.clearCookie(COOKIE, cookieOf(request)).status(204).end();
}

/** Takes the key from the header or the cookie. A browser without either is led to the console. */
export function identifyBoardReader(hub: Hub): RequestHandler {
  return async (request, response, next) => {
    const key = readCookie(request.get('cookie'), COOKIE);
    const header = request.headers.authorization;
    if (header !== undefined) await identifyBy(hub, request, readBearer(header));
    else if (key !== null) await identifyBy(hub, request, key);
    else if (request.get('accept')?.includes('text/html')) return response.redirect(303, '/runs');
    requireSameOrigin(request);
    next();
  };
}

function readCookie(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, value] = pairs.find(([one]) => one === name) ?? [];
  return value ?? null;
}

/** SameSite looks at the host only; a page on another port of it must not act either. */
function requireSameOrigin(request: Request): void {
  const origin = request.get('origin');
  if (request.method === 'GET' || origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === request.get('host')) return;
  throw new ClientError('FORBIDDEN');
}
