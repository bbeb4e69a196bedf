/** Proves that docker-compose.yml speaks of settings that exist and gives every part what it needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../config';
import { createProgram } from './main';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly deploy?: { replicas: number };
}

const root = join(__dirname, '..', '..');
const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
const ours = Object.entries(services).filter(([, service]) => service.image === 'hub06');
const known = new Set(
  readFileSync(join(root, 'src', 'config.ts'), 'utf8')
    .match(/^ {2}[A-Z][A-Z0-9_]+(?=:)/gm)
    ?.map((name) => name.trim()),
);

/** What compose makes of `${NAME:-default}` and `${NAME:?message}` when .env holds the two secrets. */
function resolve(value: string): string {
  return value.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) =>
    kind === '-' ? rest : `${name}-with-more-than-32-characters`,
  );
}

test('all four parts of the hub are there, with two workers', () => {
  expect(ours.map(([name]) => name).sort()).toEqual(['gateway', 'migrate', 'simulator', 'worker']);
  expect(services.worker?.deploy?.replicas).toBe(2);
});

test.each(ours)('%s names only settings that the hub reads', (_name, service) => {
  const names = Object.keys(service.environment ?? {});
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !known.has(name) && name !== 'NODE_OPTIONS')).toEqual([]);
});

test.each(ours)('%s starts with settings that are accepted, in both modes', (_name, service) => {
  const environment = Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [name, resolve(value)]),
  );
  expect(readConfig(environment).databaseUrl).toMatch(/@postgres:5432\/hub06$/);
  expect(readConfig({ ...environment, HUB_MODE: 'production' }).mode).toBe('production');
});

test.each(ours)('%s runs a command that exists', (_name, service) => {
  expect(createProgram().commands.map((command) => command.name())).toContain(service.command?.[0]);
});

test('without HUB_SECRET nothing starts', () => {
  for (const [, service] of ours) expect(service.environment?.HUB_SECRET).toMatch(/^\$\{HUB_SECRET:\?/);
});

test('Redis keeps its jobs', () => {
  expect(services.redis?.command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
});

test('nobody starts before what it stands on', () => {
  for (const name of ['worker', 'gateway']) {
    expect(services[name]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
  }
  for (const name of ['postgres', 'redis', 'gateway', 'simulator'])
    expect(services[name]?.healthcheck).toBeDefined();
});
