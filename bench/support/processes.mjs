/** Reads what the processes of a hub have used, from /proc: Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

/** The parts of the hub on this data folder: name → process ids. */
export function findParts(dataDir) {
  const parts = { worker: [], gateway: [], simulator: [], postgres: [] };
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [command, environment] = [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`)];
    const name = /main\.js\0(worker|gateway|simulator)\0/.exec(command)?.[1];
    if (name && environment.includes(`HUB_DATA_DIR=${dataDir}\0`)) parts[name].push(pid);
  }
  const postmaster = readFileSync(`${dataDir}/postgres/data/postmaster.pid`, 'utf8').split('\n')[0];
  parts.postgres = [postmaster, ...childrenOf(postmaster)];
  return parts;
}

/** Seconds of processor time, children that ended included. */
export function cpuSeconds(pids) {
  return pids.reduce((sum, pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
  }, 0);
}

/** The same for each of the parts. */
export function cpuOf(parts) {
  return Object.fromEntries(Object.entries(parts).map(([name, pids]) => [name, cpuSeconds(pids)]));
}

/** The most memory that any one of the processes ever held, in MiB. */
export function peakMiB(pids) {
  const peaks = pids.map((pid) => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0));
  return Math.round(Math.max(0, ...peaks) / 1024);
}

function childrenOf(pid) {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
