/** The small form of `npm run accuracy`: floors below which no change may fall, on a seed that nothing was tuned on. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Figures {
  verify: {
    verifiedPrecision: number;
    recall: number;
    fairRecall: number;
    reviewShare: number;
    agreement: number;
    probablePrecision: number;
  };
  cleanse: { repairPrecision: number; repairRecall: number; cleanRowsTouched: number };
  link: { precision: number; fairRecall: number; truePairs: number };
}

test('accuracy stays above its floors, and nobody is verified as somebody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-accuracy-test-'));
  try {
    const json = join(folder, 'figures.json');
    const flags = ['--level', 'L2', '--seeds', '1', '--rows', '6000', '--json', json];
    execFileSync(process.execPath, [join(ROOT, 'bench', 'accuracy.mjs'), ...flags], { stdio: 'pipe' });
    const { goals, measured } = JSON.parse(readFileSync(json, 'utf8')) as {
      goals: { name: string; hard: boolean; reached: boolean }[];
      measured: [Figures];
    };
    expect(goals.filter(({ hard }) => hard)).toHaveLength(4);
    expect(goals.filter(({ hard, reached }) => hard && !reached)).toEqual([]);
    const [{ verify, cleanse, link }] = measured;
    const fallen = Object.entries({
      probablePrecision: [verify.probablePrecision, 0.999],
      recall: [verify.recall, 0.98],
      ownRecall: [verify.fairRecall, 0.99],
      agreement: [verify.agreement, 0.993],
      settledByItself: [1 - verify.reviewShare, 0.993],
      repairPrecision: [cleanse.repairPrecision, 0.999],
      repairRecall: [cleanse.repairRecall, 0.98],
      cleanRowsLeftAlone: [1 - cleanse.cleanRowsTouched, 0.9995],
      linkagePrecision: [link.precision, 0.995],
      linkageRecall: [link.fairRecall, 0.995],
      truePairs: [link.truePairs, 300],
    }).filter(([, [figure, floor]]) => figure! < floor!);
    expect(fallen).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);
