/** What a conformance case works with: the connector as its source sees it through the fault proxy, and people to ask for. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LookupKey, type RegisterPerson } from '../../src/domain/resident/resident';
import {
  type AnySource,
  type CallContext,
  type ConnectorSpec,
  type LookupRequest,
} from '../connectors/contract';
import { codeOfFailure } from '../connectors/errors';
import { type Fault, type FaultProxy } from './fault-proxy';
import { type KnownPerson } from './known-people';

/** The case says nothing about this connector, and why. */
export class NotApplicable extends Error {}

/** The connector does not do what the case demands. The message names classes and codes, never a person. */
export class NotConform extends Error {}

export function demand(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new NotConform(otherwise);
}

export interface BenchParts {
  readonly spec: ConnectorSpec;
  /** Good settings, leading to the proxy. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly proxy: FaultProxy;
  readonly people: readonly KnownPerson[];
  readonly purpose: string;
  /** Where the folder's sources lie; null when only the build is here. */
  readonly folder: string | null;
  /** What this process has printed since the suite began. */
  readonly printed: readonly string[];
}

/** Two provinces of today's list; any source about localities knows them. */
const LOCALITIES = ['48', '79'] as const;

export class Bench {
  /** Everything that was thrown: the canary scan reads it at the end. */
  readonly thrown: string[] = [];
  /** Address and headers of every request: they end up in the logs of servers in between. */
  readonly heads: string[] = [];
  readonly source: AnySource;

  constructor(readonly parts: BenchParts) {
    this.source = this.open(parts.settings);
  }

  /** Unguarded: what the connector itself does, before any repeat. */
  open(settings: Readonly<Record<string, unknown>>): AnySource {
    return this.parts.spec.open(this.parts.spec.settings.parse(settings));
  }

  call(signal = AbortSignal.timeout(this.parts.spec.limits.deadlineMs)): CallContext {
    return { purpose: this.parts.purpose, correlationId: `conform-${randomUUID()}`, signal };
  }

  async lookup(
    requests: readonly LookupRequest[],
    context = this.call(),
  ): Promise<Map<string, RegisterPerson[]>> {
    const asked = this.source.lookup?.(requests, context);
    if (!asked) throw new NotApplicable('it looks nobody up');
    const answers = await this.watch(asked);
    demand(answers.length === requests.length, `${answers.length} answers to ${requests.length} questions`);
    return new Map(answers.map(({ ref, candidates }) => [ref, [...candidates]]));
  }

  async lookupOne(key: LookupKey, context = this.call()): Promise<RegisterPerson[]> {
    const answers = await this.lookup([{ ref: '1', key }], context);
    const candidates = answers.get('1');
    demand(candidates !== undefined, 'the answer bears another ref');
    return candidates;
  }

  /** Asks what the connector is there for: about the first or second known person, or about one of two localities. */
  async ask(which: 0 | 1, context = this.call()): Promise<boolean> {
    const { source, parts } = this;
    if (source.lookup) {
      const { number } = parts.people[which] as KnownPerson;
      return (await this.lookupOne({ by: 'NUMBER', number }, context)).length > 0;
    }
    const code = LOCALITIES[which];
    if (source.aggregate) return (await this.watch(source.aggregate(code, context))).figures.length > 0;
    if (source.findNode) return (await this.watch(source.findNode(code, context))) !== null;
    throw new NotApplicable('it answers no questions');
  }

  /** Remembers what is thrown, and throws it on. */
  async watch<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Error) {
        this.thrown.push(
          `${error.message} ${JSON.stringify(error)} ${error.stack ?? ''} ${String(error.cause)}`,
        );
      }
      throw error;
    }
  }

  /** What a question about a known person ends in when its answer is broken so: an error, or the code ANSWERED. */
  async failureUnder(fault: Fault, deadlineMs: number): Promise<unknown> {
    // An answer to somebody else's question is needed for the fault that gives one.
    await this.ask(1);
    this.restart(() => fault);
    try {
      const call = this.call(AbortSignal.timeout(deadlineMs));
      const found = await endsWithin(deadlineMs * 2, this.ask(0, call));
      throw new NotConform(found ? 'taken for an answer' : 'taken for "not found"');
    } catch (error) {
      if (error instanceof NotConform) throw error;
      return error;
    } finally {
      this.restart();
    }
  }

  get proxy(): FaultProxy {
    return this.parts.proxy;
  }

  /** Keeps what passed for the canary scan, and breaks requests from here on as the plan says. */
  restart(plan?: FaultProxy['plan']): void {
    for (const { path, asked } of this.proxy.exchanges) this.heads.push(`${path} ${JSON.stringify(asked)}`);
    this.proxy.forget(plan);
  }

  close(): Promise<void> {
    return this.source.close();
  }
}

/** @throws NotConform when the work is still under way then; it is left to itself. */
export async function endsWithin<T>(ms: number, work: Promise<T>): Promise<T> {
  work.catch(() => {});
  const late = new AbortController();
  const waiting = sleep(ms, 'LATE' as const, { signal: late.signal }).catch(() => 'LATE' as const);
  const first = await Promise.race([work.then((value) => ({ value })), waiting]).finally(() => late.abort());
  if (first === 'LATE') throw new NotConform(`still under way after ${ms} ms`);
  return first.value;
}

/** The class and code of a failure, for the detail of a case. */
export function nameFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = codeOfFailure(error);
  return code === 'INTERNAL' ? error.name : code;
}
