/** What a connector is: a folder that says what its source says, in the hub's terms, and never judges. */
import { z } from 'zod';
import { type RawFeedRecord } from '../../src/domain/ioc/feed-record';
import { type ReportedStage } from '../../src/domain/ioc/ioc-stage';
import { type LookupKey, type RegisterPerson } from '../../src/domain/resident/resident';

/** What a connector may offer beyond telling whether its source is there; it has the methods of what it declares. */
export const Capability = {
  /** `lookup`: people by number, or by name and birth date. */
  LOOKUP: 'LOOKUP',
  /** `aggregate`: figures about a locality, in the hub's indicators. */
  AGGREGATE: 'AGGREGATE',
  /** `findNode`: what the IOC of a province says of itself. */
  HEARTBEAT: 'HEARTBEAT',
  /** `readFeed`: the records of a feed, page by page. */
  FEED: 'FEED',
} as const;
export type Capability = (typeof Capability)[keyof typeof Capability];

/** What passes through: personal values, figures about groups, or nothing that needs care. */
export const DataClass = { PERSONAL: 'PERSONAL', AGGREGATE: 'AGGREGATE', PUBLIC: 'PUBLIC' } as const;
export type DataClass = (typeof DataClass)[keyof typeof DataClass];

/** One person asked for. `ref` is the asker's own mark and comes back with the answer. */
export interface LookupRequest {
  readonly ref: string;
  readonly key: LookupKey;
}

/** Questions without and with an address, for sources that name the fields of a list as a whole. Empty lists are left out. */
export function apartByAddress(requests: readonly LookupRequest[]): LookupRequest[][] {
  return [false, true]
    .map((wanted) => requests.filter(({ key }) => (key.withAddress === true) === wanted))
    .filter((list) => list.length > 0);
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

/** One figure; the hub computes the value from the parts. Counts, days and minutes have no denominator. */
export interface Figure {
  /** Code in the hub's catalogue of indicators. */
  readonly indicator: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

export interface AggregateAnswer {
  /** The locality asked for: an answer about another one is a broken contract. */
  readonly localityCode: string;
  /** ISO 8601: the moment that the figures are of. */
  readonly asOf: string;
  readonly figures: readonly Figure[];
}

/** What a node says of itself. */
export interface NodeState {
  readonly localityCode: string;
  /** ISO 8601, by the source's clock, as are the others. */
  readonly at: string;
  readonly reported: ReportedStage;
  readonly connectedToCentre: boolean;
  readonly connectedToRegister: boolean;
  readonly heartbeatAt: string;
  /** The last end of a reporting day. */
  readonly cutOffAt: string;
  readonly minutesObserved: number;
  readonly minutesAvailable: number;
  /** The feeds that it offers, and how many records of each are due a reporting day. */
  readonly feeds: readonly { readonly code: string; readonly perDay: number }[];
}

export interface FeedRequest {
  readonly localityCode: string;
  readonly feed: string;
  /** `next` of the page before; null begins where the source does. */
  readonly after: string | null;
}

export interface FeedPage {
  /** As they came, good or bad: the hub reads each, and accounts for every one. */
  readonly records: readonly RawFeedRecord[];
  readonly next: string;
  readonly more: boolean;
}

/** What every open connector has. Every method throws SourceUnavailable, SourceRejected or SourceContractBroken, and nothing else. */
export interface Source {
  /** Resolves when the source takes a question of the hub as it is set up: address, account, rights. Asks about nobody. */
  check(context: CallContext): Promise<void>;
  /** Resolves when the source is there; needs no right. */
  heartbeat(signal: AbortSignal): Promise<void>;
  /** Ends all connections; calls that are under way may fail. */
  close(): Promise<void>;
}

export interface Connector extends Source {
  /** Answers each request exactly once, in any order. At most `limits.batch` requests a call. */
  lookup(requests: readonly LookupRequest[], context: CallContext): Promise<LookupAnswer[]>;
}

export interface AggregateSource extends Source {
  aggregate(localityCode: string, context: CallContext): Promise<AggregateAnswer>;
}

export interface NodeSource extends Source {
  /** Null when the source is there and nothing is heard of the node: that is a finding, and no failure of the source. */
  findNode(localityCode: string, context: CallContext): Promise<NodeState | null>;
  readFeed(request: FeedRequest, context: CallContext): Promise<FeedPage>;
}

/** A source of which only its declared capabilities are known. */
export type AnySource = Source & Partial<Connector & AggregateSource & NodeSource>;

export interface ConnectorSpec<Settings = unknown, Opened extends Source = AnySource> {
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
  open(settings: Settings): Opened;
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
export function defineConnector<Settings, Opened extends Source = Connector>(
  spec: ConnectorSpec<Settings, Opened>,
): ConnectorSpec<Settings, Opened> {
  return spec;
}
