/** Files of invented residents for the benchmarks, made once and kept beside the code, ignored by git. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROGRAM } from './hub.mjs';

const FOLDER = resolve(import.meta.dirname, '..', '.data');

/** Dirty residents (L2) of the register that the hub simulates by default. */
export function makePeople(count) {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `people-${count}.csv`);
  if (!existsSync(file)) {
    const flags = ['--count', String(count), '--seed', '3', '--dirty', 'L2', '--out', file];
    execFileSync(process.execPath, [PROGRAM, 'sim', 'people', ...flags], { stdio: 'ignore' });
  }
  return file;
}
