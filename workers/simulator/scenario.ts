/** Answers for scenario files: their schema, where they lie, and reading one by name or by path. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const FAULT_KINDS = [
  'RATE_LIMITED',
  'SERVER_ERROR',
  'UNAVAILABLE',
  'TIMEOUT',
  'TRUNCATED',
  'MALFORMED',
  'WRONG_RECORD',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

const FaultRule = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** Chance for each request that the rule looks at. */
  probability: z.number().min(0).max(1).default(1),
  /** Looks at `length` requests out of every `every`, the last ones of each round; without it, at all requests. */
  window: z
    .strictObject({ every: z.int().min(1), length: z.int().min(1) })
    .refine((window) => window.length <= window.every, 'length must not exceed every')
    .optional(),
  retryAfterSeconds: z.int().min(0).max(3600).optional(),
});

export const Scenario = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  description: z.string().default(''),
  /** Without it the simulator's own seed decides. */
  seed: z.int().optional(),
  latency: z
    .strictObject({
      medianMs: z.number().min(0).max(60_000).default(0),
      p95Ms: z.number().min(0).max(60_000).default(0),
      maxMs: z.number().min(0).max(120_000).default(120_000),
    })
    .default({ medianMs: 0, p95Ms: 0, maxMs: 120_000 }),
  faults: z.array(FaultRule).default([]),
});
export type Scenario = z.infer<typeof Scenario>;

/** Beside the sources, also when the code runs from the build folder, which holds no YAML. */
function scenarioFolder(): string {
  const beside = join(__dirname, 'scenarios');
  return existsSync(beside) ? beside : join(__dirname, '..', '..', '..', 'workers', 'simulator', 'scenarios');
}

export function scenarioNames(): string[] {
  return readdirSync(scenarioFolder())
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -5))
    .sort();
}

/** The scenario of this name, or null: a name is never a path, so that the control API reads no other file. */
export function findScenario(name: string): Scenario | null {
  return scenarioNames().includes(name) ? readScenario(join(scenarioFolder(), `${name}.yaml`)) : null;
}

/** A scenario by name or by path of a YAML file; throws a sentence that says what is wrong. */
export function getScenario(nameOrPath: string): Scenario {
  const named = findScenario(nameOrPath);
  if (named !== null) return named;
  if (/[/\\]|\.ya?ml$/.test(nameOrPath)) return readScenario(nameOrPath);
  throw new Error(`unknown scenario ${nameOrPath}; there are: ${scenarioNames().join(', ')}`);
}

function readScenario(path: string): Scenario {
  const read = Scenario.safeParse(parsed(path));
  if (!read.success) throw new Error(`scenario file ${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

function parsed(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`scenario file ${path} is not YAML: ${(error as Error).message}`, { cause: error });
  }
}
