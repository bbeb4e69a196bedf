/** Finds the level at which two values of one field compare: the first level of the model whose test holds. */
import { type ColumnView, type ColumnViews } from './column-views';
import { type Comparison, type ComparisonLevel } from './linkage-model';
import { mixHash } from './term-table';
import { VALUE_TESTS } from './value-tests';

/** Given two terms, neither 0: whether a level holds. */
type TermTest = (left: number, right: number) => boolean;

/** 0 when either row has no value; else 1 for the model's first level, and so on. */
export type LevelFinder = (left: number, right: number) => number;

export function compileLevels(comparison: Comparison, views: ColumnViews): LevelFinder {
  const tests = comparison.levels.map((level) => compileLevel(level, comparison.field, views));
  return rememberPairs((left, right) => {
    let level = 0;
    while (level < tests.length - 1 && !tests[level]!(left, right)) level++;
    return level + 1;
  });
}

/** Provinces, years and common names meet again and again. A slot holds one pair; the next that falls on it takes its place. */
const PAIRS_REMEMBERED = 1 << 16;

function rememberPairs(find: LevelFinder): LevelFinder {
  const lefts = new Uint32Array(PAIRS_REMEMBERED);
  const rights = new Uint32Array(PAIRS_REMEMBERED);
  const levels = new Uint8Array(PAIRS_REMEMBERED);
  return (left, right) => {
    if (left === 0 || right === 0) return 0;
    const slot = mixHash(Math.imul(left, 31) + right) & (PAIRS_REMEMBERED - 1);
    if (lefts[slot] === left && rights[slot] === right) return levels[slot]!;
    const level = find(left, right);
    lefts[slot] = left;
    rights[slot] = right;
    levels[slot] = level;
    return level;
  };
}

function compileLevel(level: ComparisonLevel, field: string, views: ColumnViews): TermTest {
  if (level.test === 'otherwise') return () => true;
  if (level.test === 'same' && (level.on ?? 'value') === 'value') return (left, right) => left === right;
  const view = views.get(field, level.on ?? 'value');
  // Shares are counted by hash, so there they are at hand; for a level without shares, hashing all terms would cost more than it saves.
  if (level.test === 'same') return level.termFrequency === true ? sameHashedView(view) : sameView(view);
  const test = VALUE_TESTS[level.test]!;
  const at = level.at ?? 0;
  return (left, right) => {
    const leftText = view.textOf(left);
    const rightText = view.textOf(right);
    return leftText !== null && rightText !== null && test(leftText, rightText, at);
  };
}

function sameView({ textOf }: ColumnView): TermTest {
  return (left, right) => {
    const text = textOf(left);
    return text !== null && text === textOf(right);
  };
}

/** Hashes settle nearly all; where they agree, the texts are looked at, because a hash is no identity. */
function sameHashedView(view: ColumnView): TermTest {
  const hashes = view.getHashes();
  return (left, right) => {
    const hash = hashes[left]!;
    if (hash === 0 || hash !== hashes[right]) return false;
    return left === right || view.textOf(left) === view.textOf(right);
  };
}
