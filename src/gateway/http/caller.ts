/** Gives every HTTP request an id, a language and, where it brings a key, the holder of that key. */
import { randomUUID } from 'node:crypto';
import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { type KeyHolder } from '../../db/queries/find-api-key';
import { hasRole, type Role } from '../../domain/actor';
import { readBearer } from '../authenticate';
import { baseUrlOf, type Caller, type Hub } from '../context';
import { ClientError } from '../errors';
import { chooseLanguage } from '../language';
import { dropSessionKey, readSessionKey } from './session-cookie';

const callers = new WeakMap<Request, Caller>();

export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const caller: Caller = {
    requestId: randomUUID(),
    language: chooseLanguage(request.headers['accept-language']),
    holder: null,
    baseUrl: baseUrlOf(request),
  };
  callers.set(request, caller);
  response.setHeader('x-request-id', caller.requestId);
  next();
}

export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('the request was not named');
  return caller;
}

/**
 * The Authorization header comes before the browser's session. A request without a key goes on as nobody; a key in the header that
 * opens nothing is refused at once, and a session whose key opens nothing any more is over.
 */
export function identify(hub: Hub): RequestHandler {
  return async (request, response, next) => {
    const header = request.headers.authorization;
    const key = header === undefined ? readSessionKey(request) : readBearer(header);
    const holder = await hub.authenticate(key);
    if (holder) callers.set(request, { ...callerOf(request), holder });
    else if (header !== undefined) throw new ClientError('UNAUTHENTICATED');
    else if (key !== null) dropSessionKey(response);
    next();
  };
}

/** @throws ClientError without a key of at least this role. */
export function requireHolder(request: Request, role: Role): KeyHolder {
  const { holder, requestId } = callerOf(request);
  if (!holder) throw new ClientError('UNAUTHENTICATED');
  const actor = { keyId: holder.id, role: holder.role, localityCode: holder.localityCode, requestId };
  if (!hasRole(actor, role)) throw new ClientError('FORBIDDEN');
  return holder;
}
