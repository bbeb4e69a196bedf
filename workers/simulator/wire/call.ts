/** What a skin is given of a call and what it gives back: the national side behind it is the same for every skin. */
import { type IncomingHttpHeaders } from 'node:http';
import { type Refusal } from './refusal';

export interface Call {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The how-manieth call since the scenario was loaded. */
  readonly number: number;
  readonly nowMs: number;
  /** In [0, 1) when somebody else's record shall stand in the answer, at this share of it; null otherwise. */
  readonly strangerAt: number | null;
  /** Counts the call against the quotas of its asker; a refusal when they are used up. */
  admit(agency: string, officer: string): Refusal | null;
  /** True the first time an id is shown; only answered calls show theirs. */
  isFirst(id: string): boolean;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  /** Long answers come as the bytes that they are written as. */
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log, as is `people`: how many were asked for. */
  readonly code: string;
  readonly people: number;
}

export interface Skin {
  answer(call: Call): Reply;
  refuse(call: Call, refusal: Refusal): Reply;
}

export function retryAfter(refusal: Refusal): Record<string, string> {
  return refusal.retryAfterSeconds === undefined ? {} : { 'retry-after': String(refusal.retryAfterSeconds) };
}
