/** Proves that every scenario file can be read, that a wrong one is refused with a sentence, and that faults can be replayed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { decideFault } from './faults';
import { FAULT_KINDS, findScenario, getScenario, Scenario, scenarioNames } from './scenario';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub06-scenario-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('the named scenarios are there, each bears the name of its file and says what it does', () => {
  expect(scenarioNames()).toEqual(expect.arrayContaining(['happy', 'hostile', 'outage', 'slow-evening']));
  for (const name of scenarioNames()) {
    const scenario = getScenario(name);
    expect(scenario.name).toBe(name);
    expect(scenario.description.length).toBeGreaterThan(10);
  }
});

test('an unknown name is refused with the names there are; a name is never a path', () => {
  expect(() => getScenario('sunny')).toThrow(/unknown scenario sunny; there are: .*happy/);
  expect(findScenario('../scenarios/happy')).toBeNull();
});

test.each([
  ['wrong kind', 'name: a\nfaults: [{ kind: EARTHQUAKE }]', /wrong-kind\.yaml.*kind/s],
  ['unknown field', 'name: a\nfalts: []', /falts/],
  ['probability over one', 'name: a\nfaults: [{ kind: TIMEOUT, probability: 2 }]', /probability/],
  ['window too long', 'name: a\nfaults: [{ kind: TIMEOUT, window: { every: 2, length: 3 } }]', /exceed/],
  ['no yaml', 'name: [', /no-yaml\.yaml/],
])(
  'a file with a fault (%s) is refused with a sentence that names the file and the place',
  (title, text, sentence) => {
    const path = write(`${title.replaceAll(' ', '-')}.yaml`, text);
    expect(() => getScenario(path)).toThrow(sentence);
  },
);

test('a missing file is named', () => {
  expect(() => getScenario('/nowhere/at-all.yaml')).toThrow(/at-all\.yaml/);
});

const anyScenario = fc
  .record({
    seed: fc.option(fc.integer(), { nil: undefined }),
    faults: fc.array(
      fc.record({
        kind: fc.constantFrom(...FAULT_KINDS),
        probability: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 5 },
    ),
    latency: fc.record({ medianMs: fc.nat(500), p95Ms: fc.nat(2000), maxMs: fc.nat(5000) }),
  })
  .map((made) => Scenario.parse({ name: 'made', ...made }));

test('what happens to a request depends on seed, scenario and number alone, in any order of asking', () => {
  fc.assert(
    fc.property(
      anyScenario,
      fc.integer(),
      fc.array(fc.integer({ min: 1, max: 1e9 })),
      (scenario, seed, requests) => {
        const first = requests.map((request) => decideFault(scenario, seed, request));
        const again = [...requests].reverse().map((request) => decideFault(scenario, seed, request));
        expect(again.reverse()).toEqual(first);
        for (const { latencyMs } of first) {
          expect(latencyMs).toBeGreaterThanOrEqual(0);
          expect(latencyMs).toBeLessThanOrEqual(scenario.latency.maxMs);
        }
      },
    ),
  );
});

test('faults strike as often as their rule says, and a window strikes exactly its requests', () => {
  const scenario = Scenario.parse({
    name: 'made',
    faults: [
      { kind: 'RATE_LIMITED', window: { every: 20, length: 3 } },
      { kind: 'TIMEOUT', probability: 0.1 },
    ],
  });
  const kinds = Array.from({ length: 20_000 }, (_, at) => decideFault(scenario, 6, at + 1).fault);
  expect(kinds.filter((kind) => kind === 'RATE_LIMITED')).toHaveLength(3000);
  expect(kinds.slice(17, 20)).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);
  const timeouts = kinds.filter((kind) => kind === 'TIMEOUT').length;
  expect(Math.abs(timeouts - 1700)).toBeLessThan(200);
});

test('latency has the median and the 95th percentile that the scenario names', () => {
  const scenario = Scenario.parse({ name: 'made', latency: { medianMs: 60, p95Ms: 400 } });
  const waits = Array.from({ length: 20_000 }, (_, at) => decideFault(scenario, 6, at + 1).latencyMs);
  waits.sort((a, b) => a - b);
  expect(Math.abs((waits[10_000] as number) - 60)).toBeLessThan(3);
  expect(Math.abs((waits[19_000] as number) - 400)).toBeLessThan(40);
});
