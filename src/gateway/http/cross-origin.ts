/** Lets pages of the listed origins call the hub; a page of any other origin gets no header and its browser stops it. */
import { type RequestHandler } from 'express';

export function allowOrigins(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin === undefined || !origins.includes(origin)) return next();
    response.set({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'x-request-id, x-content-sha256, retry-after',
    });
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'access-control-allow-methods': 'GET, POST, PUT',
      'access-control-allow-headers':
        'authorization, content-type, accept-language, x-hub06-upload-token, apollo-require-preflight',
      'access-control-max-age': '600',
    });
    response.status(204).end();
  };
}
