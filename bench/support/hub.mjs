/** Starts the built hub on a data folder of its own, as `npm start` does, and stops it without leaving anything behind. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'main.js');

/** @returns {Promise<Hub>} with its address, keys, folder and the process ids of its parts */
export async function startHub(environment = {}) {
  const folder = mkdtempSync('/var/tmp/hub06-bench-');
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const supervisor = spawn(process.execPath, [PROGRAM, 'up'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      LANG: 'en_US.UTF-8',
      HUB_DATA_DIR: dataDir,
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      ...environment,
    },
  });
  let output = '';
  supervisor.stdout.on('data', (text) => (output += text));
  const ended = new Promise((settle) => supervisor.once('exit', settle));
  while (!output.includes('Hub06 is ready')) {
    if (supervisor.exitCode !== null) throw new Error(`the hub did not start:\n${output}`);
    await delay(50);
  }
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'));
  return {
    url: `http://127.0.0.1:${port}`,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    dataDir,
    keys,
    ask: (operation, variables) => ask(`http://127.0.0.1:${port}`, keys.admin, operation, variables),
    stop: async () => {
      supervisor.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends one of the product's own operations. */
export async function ask(url, key, operation, variables = {}) {
  const query = readFileSync(join(ROOT, 'schema', 'operations', `${operation}.graphql`), 'utf8');
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

export function freePort() {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });
}
