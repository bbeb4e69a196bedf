/** Answers for reading the body of a request, capped. */
import { type IncomingMessage } from 'node:http';

/** The body, or null when it is larger than the cap (the rest is then read away and forgotten). */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size > mostBytes ? null : chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}
