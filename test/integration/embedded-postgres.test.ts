/** Proves that the embedded PostgreSQL comes back from every way of dying, with what was committed. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/cli/postgres/embedded-postgres';
import { findPostmaster } from '../../src/cli/postgres/postmaster';
import { waitFor } from '../support/wait-for';

const home = mkdtempSync(join(tmpdir(), 'hub06-postgres-'));
const folder = join(home, 'postgres');
const data = join(folder, 'data');
// As root, PostgreSQL runs as another user, who must be able to pass through.
chmodSync(home, 0o711);
let postgres: EmbeddedPostgres;

const start = () => startEmbeddedPostgres({ folder });

async function ask<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

function killPostmaster(): void {
  const postmaster = findPostmaster(data);
  if (!postmaster) throw new Error('PostgreSQL does not run');
  process.kill(postmaster.pid, 'SIGKILL');
}

beforeAll(async () => {
  // What a start that was killed in the middle of initdb leaves behind; nobody has this number.
  const program = `require('node:fs').mkdirSync(process.argv[1] + '/initialising-' + process.pid, { recursive: true })`;
  const killed = spawn(process.execPath, ['-e', program, folder]);
  await waitFor(() => killed.exitCode !== null, { what: 'the half-made folder' });
  writeFileSync(join(folder, `initialising-${killed.pid}`, 'PG_VERSION'), '18\n');
  postgres = await start();
  await ask('create table kept as select generate_series(1, 1000) as n');
});
afterAll(async () => {
  await postgres?.stop('immediate');
  rmSync(home, { recursive: true, force: true });
});

const countKept = async () => (await ask<{ n: string }>('select count(*) as n from kept'))[0]?.n;

test('a half-made data folder misleads nobody and is swept away', () => {
  expect(postgres.attached).toBe(false);
  expect(readdirSync(folder).filter((entry) => entry.startsWith('initialising'))).toEqual([]);
});

test('the database holds Vietnamese', async () => {
  expect(await ask(`select upper('đ') as d, current_setting('server_encoding') as encoding`)).toMatchObject([
    { encoding: 'UTF8' },
  ]);
  expect(await ask(`select length('Đỗ Ưỡn') as n`)).toEqual([{ n: 6 }]);
});

test('a second start attaches to the one that runs', async () => {
  const again = await start();
  expect(again).toMatchObject({ attached: true, port: postgres.port, url: postgres.url });
});

test('killed with -9 under a busy session, it is revived on the same port', async () => {
  const busy = ask('select count(*) from generate_series(1, 2000000000)').catch((error: Error) => error);
  await waitFor(
    async () =>
      (
        await ask(
          `select 1 from pg_stat_activity where query like '%2000000000%' and pid <> pg_backend_pid()`,
        )
      )[0],
    { what: 'the busy session' },
  );
  killPostmaster();
  await waitFor(() => !postgres.isRunning(), { what: 'its death to be seen' });
  await postgres.revive();
  expect(postgres.isRunning()).toBe(true);
  expect(await countKept()).toBe('1000');
  expect(await busy).toBeInstanceOf(Error);
});

test('killed with -9, the next start recovers', async () => {
  killPostmaster();
  postgres = await start();
  expect(postgres.attached).toBe(false);
  expect(await countKept()).toBe('1000');
});

test('two starts at the same time end with one server', async () => {
  await postgres.stop();
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.port).toBe(two.port);
  postgres = one;
  expect(await countKept()).toBe('1000');
});

test('stopping twice is no error', async () => {
  await postgres.stop();
  expect(postgres.isRunning()).toBe(false);
  await postgres.stop();
});

test('a lost password and a foreign version are told in a sentence', async () => {
  const [password, aside] = [join(folder, 'postgres-password'), join(folder, 'aside')];
  renameSync(password, aside);
  await expect(start()).rejects.toThrow(/password file .* is missing/);
  renameSync(aside, password);
  writeFileSync(join(data, 'PG_VERSION'), '15\n');
  await expect(start()).rejects.toThrow(/another major version/);
  writeFileSync(join(data, 'PG_VERSION'), '18\n');
  postgres = await start();
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(true);
});
