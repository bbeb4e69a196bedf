/** What a connector is: a folder that says what its source says, in the hub's terms, and never judges. */
import { z } from 'zod';
import { type LookupKey, type RegisterPerson } from '../../src/domain/resident';

/** What a connector may offer beyond telling whether its source is there; it has the methods of what it declares. */
export const Capability = { LOOKUP: 'LOOKUP' } as const;
export type Capability = (typeof Capability)[keyof typeof Capability];

/** What passes through: personal values, figures about groups, or nothing that needs care. */
export const DataClass = { PERSONAL: 'PERSONAL', AGGREGATE: 'AGGREGATE', PUBLIC: 'PUBLIC' } as const;
export type DataClass = (typeof DataClass)[keyof typeof DataClass];

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
  /** To be told how many calls the source still allows, where it says so. */
  noteQuota?(callsLeft: number): void;
}

/** An open connector. Every method throws SourceUnavailable, SourceRejected or SourceContractBroken, and nothing else. */
export interface Connector {
  /** Answers each request exactly once, in any order. At most `limits.batch` requests a call. */
  lookup(requests: readonly LookupRequest[], context: CallContext): Promise<LookupAnswer[]>;
  /** Resolves when the source takes a question of the hub as it is set up: address, account, rights. Asks about nobody. */
  check(context: CallContext): Promise<void>;
  /** Resolves when the source is there; needs no right. */
  heartbeat(signal: AbortSignal): Promise<void>;
  /** Ends all connections; calls that are under way may fail. */
  close(): Promise<void>;
}

export interface ConnectorSpec<Settings = unknown> {
  /** The folder's name. */
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly capabilities: readonly Capability[];
  readonly dataClass: DataClass;
  /** True while the source is a pretended one: every result says so. */
  readonly simulated: boolean;
  /** An object of plain values. `label` in a property's meta names it in forms; `secret()` makes one that is never shown. */
  readonly settings: z.ZodType<Settings>;
  readonly limits: {
    /** Most people a call may ask for. */
    readonly batch: number;
    /** Most calls of one worker that may be under way at once. */
    readonly inFlight: number;
    /** Milliseconds that one call may take from first byte to last. */
    readonly deadlineMs: number;
    /**
     * Hours until an event (a birth registered, a number issued) surely shows in this source. Who was not found may be asked for
     * again until then. Absent where the source knows at once.
     */
    readonly settlesWithinHours?: number;
  };
  open(settings: Settings): Connector;
}

export interface Label {
  readonly vi: string;
  readonly en: string;
}

/** A setting that goes in and never comes out: stored sealed, absent from every answer. */
export function secret(label: Label): z.ZodString {
  return z.string().min(1).max(500).meta({ writeOnly: true, format: 'password', label });
}

/** Number that nobody can bear: its province does not exist. For checks. */
export const NOBODY: LookupKey = { by: 'NUMBER', number: '000000000000' };

/** Keeps a spec's settings type where it is written; the registry handles specs of any settings. */
export function defineConnector<Settings>(spec: ConnectorSpec<Settings>): ConnectorSpec<Settings> {
  return spec;
}
