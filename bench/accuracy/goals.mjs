/** The goals by noise level, and how a figure stands to its goal. */

const AT_LEAST = (goal, value) => value >= goal;
const AT_MOST = (goal, value) => value <= goal;

/** [name, how, goals of L1, L2, L3, where in the figures]. `hard` ones may never be missed, at any size. */
export const GOALS = [
  goal('VERIFIED precision', AT_LEAST, [0.999999, 0.99999, 0.99999], (f) => f.verify.verifiedPrecision, true),
  goal(
    'hard negatives verified as another',
    AT_MOST,
    [0, 0, 0],
    (f) => f.verify.counts.hardVerifiedWrong,
    true,
  ),
  goal('slipped numbers verified', AT_MOST, [0, 0, 0], (f) => f.verify.counts.slipsVerified, true),
  goal('VERIFIED+PROBABLE recall', AT_LEAST, [0.998, 0.99, 0.96], (f) => f.verify.recall),
  goal('  of rows with their own number', AT_LEAST, [0.998, 0.99, 0.96], (f) => f.verify.fairRecall),
  goal('PROBABLE precision', AT_LEAST, [0.9995, 0.999, 0.998], (f) => f.verify.probablePrecision),
  goal('REVIEW share', AT_MOST, [0.005, 0.02, 0.07], (f) => f.verify.reviewShare),
  goal('verdict equals the expected one', AT_LEAST, [0.998, 0.99, 0.96], (f) => f.verify.agreement),
  goal('calibration error', AT_MOST, [0.005, 0.01, 0.02], (f) => f.verify.calibrationError),
  goal('automatic repair precision', AT_LEAST, [0.9999, 0.9999, 0.9995], (f) => f.cleanse.repairPrecision),
  goal('automatic repair recall', AT_LEAST, [0.99, 0.99, 0.98], (f) => f.cleanse.repairRecall),
  goal('clean rows touched', AT_MOST, [1e-5, 1e-5, 1e-5], (f) => f.cleanse.cleanRowsTouched),
  goal('rows whose log does not undo', AT_MOST, [0, 0, 0], (f) => f.cleanse.counts.unsound, true),
  goal('linkage pairwise precision', AT_LEAST, [0.9998, 0.9995, 0.999], (f) => f.link.precision),
  goal('linkage pairwise recall', AT_LEAST, [0.998, 0.99, 0.96], (f) => f.link.recall),
  goal('  of rows with their own number', AT_LEAST, [0.998, 0.99, 0.96], (f) => f.link.fairRecall),
];

function goal(name, holds, byLevel, read, hard = false) {
  const levels = { L1: byLevel[0], L2: byLevel[1], L3: byLevel[2] };
  return { name, read, hard, levels, holds, worstOf: holds === AT_LEAST ? Math.min : Math.max };
}

/** The worst seed counts. */
export function judge(level, seeds) {
  return GOALS.map(({ name, read, hard, levels, holds, worstOf }) => {
    const measured = worstOf(...seeds.map((figures) => read(figures) ?? 1));
    return { name, goal: levels[level], measured, reached: holds(levels[level], measured), hard };
  });
}

/** Classes of noise, alone in their row: reached of rows over all seeds. */
export function judgeClasses(seeds) {
  const codes = [...new Set(seeds.flatMap((figures) => Object.keys(figures.verify.classes)))].sort();
  return codes.map((code) => {
    const told = seeds.map((figures) => figures.verify.classes[code]).filter(Boolean);
    const sum = (part) => told.reduce((total, one) => total + one[part], 0);
    const measured = sum('reached') / sum('rows');
    return { name: code, rows: sum('rows'), goal: told[0].goal, measured, reached: measured >= told[0].goal };
  });
}
