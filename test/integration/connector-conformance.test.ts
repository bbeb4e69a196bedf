/** Every connector folder against the conformance suite, on the real simulator; and the suite against connectors that cheat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { readKnownPeople, type KnownPerson } from '../../workers/conformance/known-people';
import { runConformance, type SuiteOptions } from '../../workers/conformance/run-suite';
import { writeJUnit } from '../../workers/conformance/write-report';
import { type Connector, type ConnectorSpec } from '../../workers/connectors/contract';
import { SourceRejected } from '../../workers/connectors/errors';
import { loadConnectorSpecs } from '../../workers/connectors/registry';
import { startSimulator, writePeople } from '../../workers/simulator';

const PEOPLE = 100_000;
const SEED = 6;
const SPECS = loadConnectorSpecs();

describe('conformance', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-conform-'));
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let people: readonly KnownPerson[];

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED });
    const out = join(folder, 'known.csv');
    await writePeople({ count: 3_000, sampleSeed: 9, people: PEOPLE, registerSeed: SEED, out });
    people = readKnownPeople(out);
  });

  afterAll(async () => {
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const optionsFor = (spec: ConnectorSpec): SuiteOptions => {
    const { connectorSettings } = readConfig({ NODE_ENV: 'test', SIMULATOR_URL: simulator.url });
    const settings = (connectorSettings as Record<string, Record<string, unknown>>)[spec.id] ?? {};
    return { spec, settings, people, purpose: 'G15-TP110' };
  };
  const outcomesOf = async (spec: ConnectorSpec) => {
    const { cases } = await runConformance(optionsFor(spec));
    return new Map(cases.map(({ id, outcome, detail }) => [id, detail ? `${outcome}: ${detail}` : outcome]));
  };

  it.each(SPECS.map((spec) => [spec.id, spec] as const))('%s meets every demand', async (_, spec) => {
    const report = await runConformance(optionsFor(spec));
    expect(report.cases.filter(({ outcome }) => outcome === 'FAILED')).toEqual([]);
    // About people there is more to demand than about figures.
    expect(report.passed).toBeGreaterThan(spec.dataClass === 'PERSONAL' ? 25 : 20);
    expect(writeJUnit(report)).toContain(`tests="${report.cases.length}" failures="0"`);
  });

  /** The real connector with one thing done wrongly. */
  const cheat = (change: (real: Connector) => object): ConnectorSpec => {
    const spec = SPECS.find(({ id }) => id === 'csdlqgvdc-ndop') as ConnectorSpec;
    return {
      ...spec,
      open: (settings) => {
        const real = spec.open(settings) as Connector;
        return { ...real, ...change(real) };
      },
    };
  };

  it('catches a connector that takes trouble for "not found"', async () => {
    const outcomes = await outcomesOf(
      cheat((real) => ({
        lookup: (...args: Parameters<typeof real.lookup>) =>
          real.lookup(...args).catch(() => args[0].map(({ ref }) => ({ ref, candidates: [] }))),
      })),
    );
    const fooled = [...outcomes].filter(([, outcome]) => outcome === 'FAILED: taken for "not found"');
    expect(fooled.map(([id]) => id)).toEqual(
      expect.arrayContaining(['trouble-half', 'trouble-page', 'trouble-others-answer', 'trouble-cut']),
    );
  });

  it('catches a connector that prints whom it asks for, and one that gives a record unchecked', async () => {
    const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const outcomes = await outcomesOf(
      cheat((real) => ({
        lookup: async (...[requests, context]: Parameters<typeof real.lookup>) => {
          process.stdout.write(`asking ${JSON.stringify(requests)}`);
          return real.lookup(requests, context).catch((error: Error) => {
            if (error.message.includes('somebody else'))
              return requests.map(({ ref }) => ({ ref, candidates: [] }));
            throw error;
          });
        },
      })),
    );
    print.mockRestore();
    expect(outcomes.get('no-personal-value-outside-bodies')).toMatch(/^FAILED: values of \d+ people/);
    expect(outcomes.get('trouble-others-record')).toBe('FAILED: taken for "not found"');
  });

  it('catches a connector that quotes people in its errors, does not stop, and asks twice under one id', async () => {
    const ids = new Set<string>();
    const outcomes = await outcomesOf(
      cheat((real) => ({
        lookup: async (...[requests, context]: Parameters<typeof real.lookup>) => {
          if (ids.size === ids.add(context.correlationId).size) throw new SourceRejected('DUPLICATE');
          const never = new AbortController().signal;
          const answered = real.lookup(requests, { ...context, signal: never });
          return answered.catch((error: Error) => {
            error.message += JSON.stringify(requests);
            throw error;
          });
        },
      })),
    );
    expect(outcomes.get('no-personal-value-outside-bodies')).toMatch(/^FAILED: values of \d+ people/);
    expect(outcomes.get('cancelled-within-two-seconds')).toMatch(/^FAILED: still under way/);
    expect(outcomes.get('asked-again-after-a-lost-answer')).toMatch(/^FAILED/);
  });
});
