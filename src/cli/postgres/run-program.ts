/** Runs one of PostgreSQL's programs to its end, and turns its last words into a sentence that says what to do. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { type RunAs } from './run-as';

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  /** The working folder; PostgreSQL's user must be able to enter it. */
  readonly folder: string;
  readonly runAs: RunAs | null;
  /** Where the server writes its log: its tail explains a failure of pg_ctl, which itself says little. */
  readonly log: string;
  /** True for pg_ctl: the server that it starts would keep a pipe open for ever. */
  readonly quiet?: boolean;
}

const TAIL_BYTES = 4_096;

/** Resolves when the program ends well. @throws Error with the program's reason. */
export function runProgram(options: ProgramRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const logSize = sizeOf(options.log);
    const child = spawn(options.program, options.args, {
      cwd: options.folder,
      stdio: ['ignore', 'ignore', options.quiet ? 'ignore' : 'pipe'],
      env: { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' },
      // Its own process group: Ctrl-C on the terminal must not stop the server before its clients have drained.
      detached: true,
      ...(options.runAs ? { uid: options.runAs.uid, gid: options.runAs.gid } : {}),
    });
    let errors = '';
    child.stderr?.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-TAIL_BYTES)));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(explain(options, code ?? signal, errors || readTail(options.log, logSize))));
    });
  });
}

/** What the server wrote to its log after `from` bytes, at most the last few lines' worth. */
export function readTail(log: string, from = 0): string {
  if (!existsSync(log)) return '';
  const file = openSync(log, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Math.max(Math.min(from, size), size - TAIL_BYTES);
    const buffer = Buffer.alloc(size - start);
    readSync(file, buffer, 0, buffer.length, start);
    return buffer.toString();
  } finally {
    closeSync(file);
  }
}

/** The log's length now, to be given to `readTail` later. */
export function sizeOf(log: string): number {
  if (!existsSync(log)) return 0;
  const file = openSync(log, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

function explain(options: ProgramRun, end: number | string | null, words: string): string {
  if (/no space left|disk quota exceeded/i.test(words)) {
    return `The disk is full: make room for ${options.folder} and start again.`;
  }
  if (/incompatible with server|not compatible with this version/i.test(words)) {
    return (
      `The database in ${options.folder} was made by another major version of PostgreSQL. ` +
      'Start the hub version that made it, or choose another HUB_DATA_DIR.'
    );
  }
  if (/error while loading shared libraries/i.test(words)) {
    return `PostgreSQL's libraries are incomplete (${lastLines(words, 1)}). Run \`npm ci\` again, or set DATABASE_URL.`;
  }
  return `PostgreSQL (${options.program}) stopped with ${end}. Its last words:\n${lastLines(words, 6)}`;
}

function lastLines(words: string, count: number): string {
  return words.trim().split('\n').slice(-count).join('\n');
}
