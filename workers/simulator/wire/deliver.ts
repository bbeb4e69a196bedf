/** Answers for sending a reply, and for the ways in which sending goes wrong when a scenario says so. */
import { type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type FaultDecision } from '../faults';
import { type Reply } from './call';
import { drifted } from './schema-drift';

const bytesOf = ({ body }: Reply): Buffer => (typeof body === 'string' ? Buffer.from(body) : body);

const textOf = ({ body }: Reply): string => body.toString();

export function send(response: ServerResponse, reply: Reply): void {
  const bytes = bytesOf(reply);
  response.writeHead(reply.status, {
    'content-type': reply.contentType,
    'content-length': bytes.length,
    ...reply.headers,
  });
  response.end(bytes);
}

/** Sends a successful reply, damaged as decided. */
export function deliver(response: ServerResponse, reply: Reply, { fault, detail }: FaultDecision): void {
  if (fault === 'TRUNCATED') sendTruncated(response, reply, detail);
  else if (fault === 'MALFORMED') send(response, { ...reply, body: malformed(textOf(reply), detail) });
  else if (fault === 'SCHEMA_DRIFT') send(response, { ...reply, body: drifted(textOf(reply), detail) });
  else if (fault === 'GZIP_BOMB') sendBomb(response, reply);
  else if (fault === 'SLOW_DRIP') drip(response, reply);
  else send(response, reply);
}

/** Promises the whole body, sends a part of it, and cuts the connection. */
function sendTruncated(response: ServerResponse, reply: Reply, share: number): void {
  const bytes = bytesOf(reply);
  response.writeHead(200, { 'content-type': reply.contentType, 'content-length': bytes.length });
  const part = Math.max(1, Math.floor(bytes.length * (0.1 + 0.8 * share)));
  response.write(bytes.subarray(0, part), () => response.destroy());
}

/** A complete answer that is neither JSON nor XML: a piece is missing in the middle, and a proxy's page stands there. */
function malformed(body: string, share: number): string {
  const at = Math.floor(body.length * (0.2 + 0.6 * share));
  return `${body.slice(0, at)}<html>502 Bad Gateway</html>`;
}

const BOMB_PART_BYTES = 16 * 1024 * 1024;
const BOMB_PARTS = 32;
let bomb: Buffer | null = null;

/** Half a megabyte on the wire that unpacks to half a gigabyte of spaces (a gzip file may consist of many). */
function sendBomb(response: ServerResponse, reply: Reply): void {
  if (bomb === null) {
    const part = gzipSync(Buffer.alloc(BOMB_PART_BYTES, ' '));
    bomb = Buffer.concat(Array.from({ length: BOMB_PARTS }, () => part));
  }
  response.writeHead(200, {
    'content-type': reply.contentType,
    'content-encoding': 'gzip',
    'content-length': bomb.length,
  });
  response.end(bomb);
}

const DRIP_EVERY_MS = 200;

/** One byte at a time, for as long as the caller has patience: only a deadline over the whole call ends it. */
function drip(response: ServerResponse, reply: Reply): void {
  const bytes = bytesOf(reply);
  response.writeHead(200, { 'content-type': reply.contentType, 'content-length': bytes.length });
  let at = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, at + 1));
    at += 1;
    if (at >= bytes.length) response.end();
  }, DRIP_EVERY_MS);
  response.once('close', () => clearInterval(timer));
}
