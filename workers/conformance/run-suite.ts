/** Runs every case on one connector, through a proxy that can break its answers, and says what came of each. */
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/project-root';
import { type ConnectorSpec } from '../connectors/contract';
import { WrongSettings } from '../connectors/open-connector';
import { Bench, endsWithin, nameFailure, NotApplicable, NotConform } from './bench';
import { ANSWER_CASES } from './cases-of-answers';
import { CANARY_CASE, FORM_CASES } from './cases-of-form';
import { TROUBLE_CASES } from './cases-of-trouble';
import { type ConformanceCase } from './conformance-case';
import { FaultProxy } from './fault-proxy';
import { type KnownPerson } from './known-people';
import { overhear } from './overhear';

export interface CaseResult {
  readonly id: string;
  readonly title: ConformanceCase['title'];
  readonly outcome: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE';
  /** Why, in English; null for a pass. */
  readonly detail: string | null;
  readonly ms: number;
}

export interface ConformanceReport {
  readonly connector: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly cases: readonly CaseResult[];
}

export interface SuiteOptions {
  readonly spec: ConnectorSpec;
  /** Settings that work, with the source's own address as `url`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Two or more people whom the source holds. */
  readonly people: readonly KnownPerson[];
  /** The service code that gives the right to ask. */
  readonly purpose: string;
  readonly onResult?: (result: CaseResult) => void;
}

/** A case that hangs must not hang the others. */
const LONGEST_CASE_MS = 30_000;

export const CONFORMANCE_CASES: readonly ConformanceCase[] = [
  ...FORM_CASES,
  ...ANSWER_CASES,
  ...TROUBLE_CASES,
  CANARY_CASE,
];

/** @throws WrongSettings when the settings do not fit the connector */
export async function runConformance(options: SuiteOptions): Promise<ConformanceReport> {
  const { spec, settings, people, purpose } = options;
  const parsed = spec.settings.safeParse(settings);
  if (!parsed.success) {
    throw new WrongSettings(
      spec.id,
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  const { url } = settings;
  if (typeof url !== 'string')
    throw new WrongSettings(spec.id, ['url: the suite needs the address of the source']);
  const proxy = await FaultProxy.open(url);
  const folder = join(PROJECT_ROOT, 'workers', 'connectors', spec.id);
  const overheard = overhear();
  const bench = new Bench({
    spec,
    settings: { ...settings, url: proxy.url },
    proxy,
    people,
    purpose,
    folder,
    printed: overheard.said,
  });
  const cases: CaseResult[] = [];
  try {
    for (const one of CONFORMANCE_CASES) {
      bench.restart();
      const result = await runCase(one, bench);
      cases.push(result);
      options.onResult?.(result);
    }
  } finally {
    overheard.stop();
    await bench.close();
    await proxy.close();
  }
  const count = (outcome: CaseResult['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return {
    connector: spec.id,
    passed: count('PASSED'),
    failed: count('FAILED'),
    notApplicable: count('NOT_APPLICABLE'),
    cases,
  };
}

async function runCase({ id, title, run }: ConformanceCase, bench: Bench): Promise<CaseResult> {
  const started = performance.now();
  const ended = (outcome: CaseResult['outcome'], detail: string | null): CaseResult => {
    return { id, title, outcome, detail, ms: Math.round(performance.now() - started) };
  };
  try {
    await endsWithin(LONGEST_CASE_MS, run(bench));
    return ended('PASSED', null);
  } catch (error) {
    if (error instanceof NotApplicable) return ended('NOT_APPLICABLE', error.message);
    if (error instanceof NotConform) return ended('FAILED', error.message);
    // What a connector throws may quote anything, so only its class is told.
    return ended('FAILED', `failed with ${nameFailure(error)}`);
  }
}
