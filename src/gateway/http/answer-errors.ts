/** The last word on an HTTP request that failed: JSON with code and request id, never a stack, a path or a line of SQL. */
import { type ErrorRequestHandler, type RequestHandler } from 'express';
import { type GraphQLFormattedError } from 'graphql';
import { type Log } from '../../log';
import { HTTP_STATUS, type ErrorCode } from '../error-words';
import { ClientError, presentError } from '../errors';
import { callerOf } from './caller';

/** What Express's body parser means by the types of its errors. */
const BODY_ERRORS: Readonly<Record<string, ErrorCode>> = {
  'entity.too.large': 'PAYLOAD_TOO_LARGE',
  'entity.parse.failed': 'BAD_REQUEST',
  'request.size.invalid': 'BAD_REQUEST',
  'request.aborted': 'BAD_REQUEST',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
};

export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    // The answer has begun, or the time is up and it was given: the connection is all that is left to end.
    if (response.headersSent) {
      if (!response.writableEnded) response.destroy();
      return;
    }
    const { requestId, language } = callerOf(request);
    const shown = presentError(translate(error), { requestId, language, log });
    const code = shown.extensions?.code as ErrorCode;
    response.status(HTTP_STATUS[code]).set('cache-control', 'no-store');
    if (code === 'UNAUTHENTICATED') response.set('www-authenticate', 'Bearer');
    if (code === 'TOO_BUSY' || code === 'SERVICE_UNAVAILABLE') response.set('retry-after', '5');
    // What is left of the body is not worth reading.
    if (!request.complete) response.set('connection', 'close');
    response.json(request.path === '/graphql' ? { errors: [shown] } : flat(shown));
  };
}

export const answerNotFound: RequestHandler = () => {
  throw new ClientError('NOT_FOUND');
};

function translate(error: unknown): unknown {
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  if (typeof type === 'string' && Object.hasOwn(BODY_ERRORS, type))
    return new ClientError(BODY_ERRORS[type]!);
  // A malformed escape in the path, a broken Range header and the like.
  const isClients =
    !(error instanceof ClientError) && typeof status === 'number' && status >= 400 && status < 500;
  return isClients ? new ClientError(status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST') : error;
}

function flat({ message, extensions }: GraphQLFormattedError): object {
  return { code: extensions?.code, message, requestId: extensions?.requestId };
}
