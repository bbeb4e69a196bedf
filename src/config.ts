/** The only reader of the environment: every setting, its default and every problem with it, reported at once. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    error: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: port.default(4000),
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_DATA_DIR: z.string().default('.hub06'),
  HUB_MODE: z.enum(['sandbox', 'production']).default('sandbox'),
  HUB_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  HUB_ALLOWED_ORIGINS: z.string().default(''),
  HUB_WEBHOOK_HOSTS: z.string().default(''),
  /** A worker keeps one core busy; of more than two, register and database would have to keep up. */
  HUB_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .default(() => Math.min(2, availableParallelism())),
  HUB_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  HUB_LEASE_SECONDS: z.coerce.number().min(1).max(300).default(8),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  SIMULATOR_PORT: port.default(4006),
  SIMULATOR_URL: url('http', 'https').optional(),
  SIMULATOR_PEOPLE: z.coerce.number().int().min(1_000).max(100_000_000).default(1_000_000),
  SIMULATOR_SEED: z.coerce.number().int().min(0).default(6),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  FAILPOINT: z.string().optional(),
});

export type Config = Readonly<ReturnType<typeof shape>>;

/** Thrown when the environment is wrong; `problems` has one sentence for each setting to mend. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings need mending:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks all settings; `fallback` holds where the environment says nothing.
 * @throws ConfigError that lists every problem, not only the first.
 */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  fallback: Readonly<Record<string, string>> = {},
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse({ ...fallback, ...given });
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const problems = crossChecks(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(shape(parsed.data));
}

function crossChecks(env: z.infer<typeof Environment>): string[] {
  const problems: string[] = [];
  if (env.HUB_MODE === 'production' && !env.HUB_SECRET) {
    problems.push(
      'HUB_SECRET: production mode needs a secret of at least 32 characters (openssl rand -hex 32)',
    );
  }
  if (env.FAILPOINT && env.NODE_ENV !== 'test') {
    problems.push('FAILPOINT: failpoints work only under NODE_ENV=test');
  }
  return problems;
}

function shape(env: z.infer<typeof Environment>) {
  return {
    environment: env.NODE_ENV,
    port: env.PORT,
    host: env.HUB_HOST,
    dataDir: resolve(env.HUB_DATA_DIR),
    mode: env.HUB_MODE,
    secret: env.HUB_SECRET,
    allowedOrigins: env.HUB_ALLOWED_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    webhookHosts: env.HUB_WEBHOOK_HOSTS.split(',')
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
    workers: env.HUB_WORKERS,
    workerConcurrency: env.HUB_WORKER_CONCURRENCY,
    leaseSeconds: env.HUB_LEASE_SECONDS,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    simulatorPort: env.SIMULATOR_PORT,
    simulatorUrl: simulatorUrl(env),
    /** Settings by connector id, checked by each connector itself. */
    connectorSettings: {
      'csdlqgvdc-ndop': { url: simulatorUrl(env) },
      'dvc-stats': { url: simulatorUrl(env) },
      'eid-stats': { url: simulatorUrl(env) },
      ioc: { url: simulatorUrl(env) },
      lodging: { url: simulatorUrl(env) },
      'population-aggregates': { url: simulatorUrl(env) },
      // The simulator's key, public on purpose: it opens invented people only.
      'csdlqgvdc-soap': { url: `${simulatorUrl(env)}/soap/dancu`, secretKey: 'mo-phong-khong-bi-mat' },
    },
    simulatorPeople: env.SIMULATOR_PEOPLE,
    simulatorSeed: env.SIMULATOR_SEED,
    logLevel: env.LOG_LEVEL,
    failpoint: env.FAILPOINT,
  };
}

const simulatorUrl = (env: z.infer<typeof Environment>) =>
  env.SIMULATOR_URL ?? `http://127.0.0.1:${env.SIMULATOR_PORT}`;
