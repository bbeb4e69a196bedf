/** The file `up.json` in the data folder: which supervisor owns the folder and where its hub listens. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { birthMark, isAlive } from '../process-identity';

const RunningHub = z.object({
  pid: z.number().int().positive(),
  /** Tells the owner from a later process with the same number. */
  birthMark: z.string(),
  startedAt: z.string(),
  url: z.string(),
  ports: z.object({
    gateway: z.number().int(),
    simulator: z.number().int().nullable(),
    postgres: z.number().int().nullable(),
  }),
});
export type RunningHub = z.infer<typeof RunningHub>;

const fileOf = (dataDir: string) => join(dataDir, 'up.json');

/** The supervisor that runs on this data folder; null when none does, also when the last one was killed. */
export function findRunningHub(dataDir: string): RunningHub | null {
  const hub = readHub(fileOf(dataDir));
  if (!hub || hub.pid === process.pid || !isAlive(hub.pid)) return null;
  return hub.birthMark === '' || hub.birthMark === birthMark(hub.pid) ? hub : null;
}

export interface FolderLock {
  /** True when the last owner was killed: its children may take a moment to leave. */
  readonly takenOver: boolean;
  /** Writes down what became known later, such as PostgreSQL's port. */
  update(hub: Pick<RunningHub, 'url' | 'ports'>): void;
  release(): void;
}

/** Takes the data folder for this process. Returns the owner instead when it is taken. */
export function takeFolder(dataDir: string, hub: Pick<RunningHub, 'url' | 'ports'>): FolderLock | RunningHub {
  const file = fileOf(dataDir);
  const mine = { pid: process.pid, birthMark: birthMark(process.pid), startedAt: new Date().toISOString() };
  let takenOver = false;
  while (!createWhole(file, { ...mine, ...hub })) {
    const owner = findRunningHub(dataDir);
    if (owner) return owner;
    setAside(file);
    takenOver = true;
  }
  return {
    takenOver,
    update: (later) => replaceWhole(file, { ...mine, ...later }),
    release: () => {
      if (readHub(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function readHub(file: string): RunningHub | null {
  try {
    return RunningHub.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** False when the file is there. It appears with its content, so no reader ever meets half of it. */
function createWhole(file: string, hub: RunningHub): boolean {
  const draft = writeDraft(file, hub);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC') throw error;
    return createPlainly(file, hub);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For disks without hard links. */
function createPlainly(file: string, hub: RunningHub): boolean {
  try {
    writeFileSync(file, asText(hub), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of two that find the same stale file only one may remove it; who moved a fresh one by mistake puts it back. */
function setAside(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHub(aside);
  if (moved && moved.pid !== process.pid && isAlive(moved.pid) && moved.birthMark === birthMark(moved.pid)) {
    linkSync(aside, file);
  }
  rmSync(aside, { force: true });
}

function replaceWhole(file: string, hub: RunningHub): void {
  renameSync(writeDraft(file, hub), file);
}

function writeDraft(file: string, hub: RunningHub): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, asText(hub), { mode: 0o600 });
  return draft;
}

const asText = (hub: RunningHub) => `${JSON.stringify(hub, null, 2)}\n`;
