/** Time limits of a request: a body that trickles is cut off, and an answer that does not come is replaced by an error. */
import { type RequestHandler } from 'express';
import { ClientError } from '../errors';
import { LIMITS } from '../limits';

export const deadlines: RequestHandler = (request, response, next) => {
  const body = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, LIMITS.bodyMs);
  const answer = setTimeout(() => {
    if (!response.headersSent) next(new ClientError('TIMEOUT'));
  }, LIMITS.answerMs);
  response.once('close', () => {
    clearTimeout(body);
    clearTimeout(answer);
  });
  next();
};
