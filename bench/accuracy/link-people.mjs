/** Finds the people who are in a file more than once, by the model that ships, and counts the pairs that were right. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../support/hub.mjs';
import { makeLinkagePeople, readTruth } from '../support/linkage-people.mjs';
import { scoreClusters } from '../support/score-clusters.mjs';

export async function linkPeople({ level, seed, rows }) {
  const { file, truth } = await makeLinkagePeople(rows, level, seed);
  const folder = mkdtempSync(join(tmpdir(), 'hub06-accuracy-link-'));
  try {
    const clusters = join(folder, 'clusters.csv');
    execFileSync(process.execPath, [PROGRAM, 'link', file, '--local', '--json', '--clusters', clusters], {
      stdio: 'ignore',
    });
    return await scoreClusters(clusters, await readTruth(truth, rows), rows);
  } finally {
    rmSync(folder, { recursive: true });
    for (const made of [file, truth]) rmSync(made);
  }
}
