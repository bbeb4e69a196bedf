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
  'ERROR_IN_200',
  'GZIP_BOMB',
  'SLOW_DRIP',
  'SCHEMA_DRIFT',
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
  /** Looks only at requests after this many: a change that came to stay. */
  after: z.int().min(0).optional(),
  retryAfterSeconds: z.int().min(0).max(3600).optional(),
});

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "23:30"');

/** How far the provinces' IOCs are, and the statistics with them. The default is what the official document describes. */
const Ioc = z.strictObject({
  stage: z.enum(['NOT_STARTED', 'TRIAL', 'CONNECTED']).default('TRIAL'),
  /** Connected to the Government's command centre. */
  centre: z.boolean().default(false),
  quality: z.number().min(0).max(1).default(0.7),
  progress: z.number().min(0).max(1).default(0.4),
  uptime: z.number().min(0).max(1).default(0.96),
  /** Codes of provinces of which nothing is heard. */
  silent: z.array(z.string().regex(/^\d{2}$/)).default([]),
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
  /** Counted by the clock, unlike faults. The real limits are not known; these are our proposal where a scenario names them. */
  quotas: z
    .strictObject({
      perOfficerPerSecond: z.int().min(1).default(Number.MAX_SAFE_INTEGER),
      perAgencyPerDay: z.int().min(1).default(Number.MAX_SAFE_INTEGER),
    })
    .default({ perOfficerPerSecond: Number.MAX_SAFE_INTEGER, perAgencyPerDay: Number.MAX_SAFE_INTEGER }),
  /** Share of people whose record the register keeps badly. */
  dirtyRecords: z.number().min(0).max(1).default(0),
  /** Times of day in Vietnam at which the service is away, by the clock. */
  maintenance: z.array(z.strictObject({ from: ClockTime, to: ClockTime })).default([]),
  ioc: Ioc.prefault({}),
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
