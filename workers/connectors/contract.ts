/** What a connector is: a folder that says what its source says, in the hub's terms, and never judges. */
import { type z } from 'zod';
import { type LookupKey, type RegisterPerson } from '../../src/domain/resident';

export const Capability = { LOOKUP: 'LOOKUP', HEARTBEAT: 'HEARTBEAT' } as const;
export type Capability = (typeof Capability)[keyof typeof Capability];

/** One person asked for. `ref` is the asker's own mark and comes back with the answer. */
export interface LookupRequest {
  readonly ref: string;
  readonly key: LookupKey;
}

/** Not found is a value: no candidates. */
export interface LookupAnswer {
  readonly ref: string;
  readonly candidates: readonly RegisterPerson[];
}

export interface CallContext {
  /** Why the source is asked: the service code that gives the right to ask. */
  readonly purpose: string;
  /** Goes out with the call and comes back in its answer and in both sides' logs. */
  readonly correlationId: string;
  /** Ends the call: its deadline has passed, or its run was cancelled. */
  readonly signal: AbortSignal;
}

/** An open connector. Every method throws SourceUnavailable, SourceRejected or SourceContractBroken, and nothing else. */
export interface Connector {
  /** Answers each request exactly once, in any order. At most `limits.batch` requests a call. */
  lookup(requests: readonly LookupRequest[], context: CallContext): Promise<LookupAnswer[]>;
  /** Resolves when the source is there. */
  heartbeat(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectorSpec<Settings = unknown> {
  /** The folder's name. */
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly capabilities: readonly Capability[];
  /** True while the source is a pretended one: every result says so. */
  readonly simulated: boolean;
  readonly settings: z.ZodType<Settings>;
  readonly limits: {
    /** Most people a call may ask for. */
    readonly batch: number;
    /** Most calls of one worker that may be under way at once. */
    readonly inFlight: number;
    /** Milliseconds that one call may take from first byte to last. */
    readonly deadlineMs: number;
  };
  open(settings: Settings): Connector;
}

/** Keeps a spec's settings type where it is written; the registry handles specs of any settings. */
export function defineConnector<Settings>(spec: ConnectorSpec<Settings>): ConnectorSpec<Settings> {
  return spec;
}
