/**
 * The session of a browser: `POST /session` with the key in the Authorization header opens it, `DELETE` closes it, and `GET` tells
 * `{"open": true}` or false, which the browser's own scripts cannot know.
 */
import { type Request, type Response } from 'express';
import { Role } from '../../domain/actor';
import { readBearer } from '../authenticate';
import { callerOf, requireHolder } from './caller';
import { dropSessionKey, keepSessionKey } from './session-cookie';

/** From now on the browser's requests are those of the key's holder. 401 for nobody. */
export function openSession(request: Request, response: Response): void {
  requireHolder(request, Role.VIEWER);
  const key = readBearer(request.headers.authorization);
  if (key !== null) keepSessionKey(response, key);
  response.status(204).end();
}

export function tellSession(request: Request, response: Response): void {
  response.set('cache-control', 'no-store').json({ open: callerOf(request).holder !== null });
}

export function closeSession(_request: Request, response: Response): void {
  dropSessionKey(response);
  response.status(204).end();
}
