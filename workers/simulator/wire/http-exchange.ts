/** Answers for one HTTP exchange: reading a capped body, sending JSON, and the ways in which sending can go wrong. */
import { type IncomingMessage, type ServerResponse } from 'node:http';

export const MOST_BODY_BYTES = 1024 * 1024;

/** The body as text, or null when it is larger than the cap (the rest is then read away and forgotten). */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return size > MOST_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}

/** Promises the whole body, sends a part of it, and cuts the connection. */
export function sendTruncated(response: ServerResponse, body: string, share: number): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  const part = Math.max(1, Math.floor(bytes.length * (0.1 + 0.8 * share)));
  response.write(bytes.subarray(0, part), () => response.destroy());
}

/** A complete answer whose text is not JSON: a piece is missing in the middle. */
export function malformed(body: string, share: number): string {
  const at = Math.floor(body.length * (0.2 + 0.6 * share));
  return `${body.slice(0, at)}<html>502 Bad Gateway</html>`;
}
