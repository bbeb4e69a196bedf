/** Keeps what a part of the hub writes to its error stream: all of it in a file, warnings and worse on the terminal too. */
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { type Readable } from 'node:stream';
import { createInterface } from 'node:readline';

export interface PartLog {
  readonly file: string;
  /** The last thing that went wrong, for the sentence that tells why the hub could not start. */
  lastTrouble(): string | null;
  follow(stream: Readable): void;
  close(): void;
}

const LEVEL_WARN = 40;

/** The same trouble again and again, as when a database is away, is told once in this time. */
const QUIET_MS = 10_000;

/** Says whether a line was not shown lately. */
export function makeNewsFilter(): (line: string, now: number) => boolean {
  const shownAt = new Map<string, number>();
  return (line, now) => {
    if (now - (shownAt.get(line) ?? -QUIET_MS) < QUIET_MS) return false;
    // Messages with changing numbers in them must not fill the memory.
    if (shownAt.size >= 100) shownAt.clear();
    shownAt.set(line, now);
    return true;
  };
}

/** The log of the earlier start stays beside the new one as `.1`. */
export function openPartLog(name: string, file: string, show: (line: string) => void): PartLog {
  if (existsSync(file)) renameSync(file, `${file}.1`);
  const out = createWriteStream(file, { mode: 0o600 });
  const isNews = makeNewsFilter();
  let trouble: string | null = null;
  // A full disk must not take the hub down because of a log line.
  out.on('error', () => {});
  return {
    file,
    lastTrouble: () => trouble,
    follow(stream) {
      createInterface({ input: stream }).on('line', (line) => {
        out.write(`${line}\n`);
        const read = readTrouble(line);
        if (!read) return;
        trouble = read;
        if (isNews(read, Date.now())) show(`[${name}] ${read}`);
      });
    },
    close: () => out.end(),
  };
}

/** The sentence of a log line at `warn` or above; null for everything else. Other text stays in the file. */
export function readTrouble(line: string): string | null {
  // What Node prints when a program cannot even be loaded.
  if (/^\w*Error(?: \[\w+\])?: /.test(line)) return line.slice(0, 300);
  if (!line.startsWith('{')) return null;
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    if ((entry.level ?? 0) < LEVEL_WARN) return null;
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ') || null;
  } catch {
    return null;
  }
}
