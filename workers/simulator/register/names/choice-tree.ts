/** Answers for drawing a name from nested weighted choices, and for finding the draws that give a name that is asked for. */
import { type Word } from './word';

export interface Choice {
  readonly words: readonly Word[];
  readonly weight: number;
  readonly next: ChoiceTree | null;
}

export interface ChoiceTree {
  readonly choices: readonly Choice[];
  /** Upper end of each choice's share of [0, 1). */
  readonly ends: Float64Array;
  /** For each of as many equal parts of [0, 1) as there are choices, the first choice that reaches into it. */
  readonly guide: Uint16Array;
  readonly byFirstFold: ReadonlyMap<string, readonly number[]>;
}

/** A half-open part of [0, 1) in which every draw gives a wanted name. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export function choiceTree(choices: readonly Choice[]): ChoiceTree {
  const usable = choices.filter((choice) => choice.weight > 0);
  const total = usable.reduce((sum, choice) => sum + choice.weight, 0);
  const ends = new Float64Array(usable.length);
  const byFirstFold = new Map<string, number[]>();
  let sum = 0;
  usable.forEach((choice, position) => {
    sum += choice.weight / total;
    ends[position] = position === usable.length - 1 ? 1 : sum;
    const fold = choice.words[0]?.fold ?? '';
    byFirstFold.set(fold, [...(byFirstFold.get(fold) ?? []), position]);
  });
  return { choices: usable, ends, guide: guideTo(ends), byFirstFold };
}

/** The same choices without one text; the trees share their choices, because many small copies would not fit into the CPU's cache. */
export function withoutText(tree: ChoiceTree, text: string): ChoiceTree {
  const kept = tree.choices.map(({ words }) => words.length !== 1 || words[0]?.title !== text);
  const total = tree.choices.reduce(
    (sum, choice, position) => sum + (kept[position] === true ? choice.weight : 0),
    0,
  );
  const last = kept.lastIndexOf(true);
  let sum = 0;
  const ends = Float64Array.from(tree.choices, (choice, position) => {
    sum += kept[position] === true ? choice.weight / total : 0;
    return position >= last ? 1 : sum;
  });
  return { choices: tree.choices, ends, guide: guideTo(ends), byFirstFold: tree.byFirstFold };
}

function guideTo(ends: Float64Array): Uint16Array {
  let position = 0;
  return Uint16Array.from(ends, (_, part) => {
    while ((ends[position] as number) <= part / ends.length) position += 1;
    return position;
  });
}

/** The choice whose share holds the draw. Guided to its neighbourhood: halving would wait for memory at every step. */
export function positionOf(tree: ChoiceTree, draw: number): number {
  const { ends, guide } = tree;
  let position = guide[(draw * ends.length) | 0] as number;
  while (draw >= (ends[position] as number)) position += 1;
  return position;
}

/**
 * The words that a draw in [0, 1) stands for: each level uses up its part of the draw and hands on the rest.
 * With `fresh`, everything after the first word comes from that draw instead: another name of the same family.
 */
export function drawWords(tree: ChoiceTree, draw: number, fresh = -1): Word[] {
  const drawn: Word[] = [];
  let rest = draw;
  for (let node: ChoiceTree | null = tree; node !== null;) {
    const position = positionOf(node, rest);
    const choice = node.choices[position] as Choice;
    const from = position === 0 ? 0 : (node.ends[position - 1] as number);
    rest = Math.min(0.9999999999999999, (rest - from) / ((node.ends[position] as number) - from));
    if (fresh >= 0 && drawn.length === 0 && choice.words.length > 0) rest = fresh;
    for (const one of choice.words) drawn.push(one);
    node = choice.next;
  }
  return drawn;
}

/** Intervals of what follows the first word, by tree: all surnames of a region lead to the same one. */
export type TailMemo = Map<ChoiceTree, readonly Interval[]>;

/** Adds to `found` every interval of draws that give exactly the folded words `wanted` from position `at`. */
export function intervalsOf(
  tree: ChoiceTree,
  wanted: readonly string[],
  found: Interval[],
  memo: TailMemo | null,
  at = 0,
): void {
  const first = wanted[at];
  const visit = (position: number): void => {
    const choice = tree.choices[position] as Choice;
    const next = at + choice.words.length;
    if (next > wanted.length) return;
    for (let i = 0; i < choice.words.length; i += 1) {
      if ((choice.words[i] as Word).fold !== wanted[at + i]) return;
    }
    const from = position === 0 ? 0 : (tree.ends[position - 1] as number);
    const share = (tree.ends[position] as number) - from;
    if (share <= 0) return;
    if (choice.next === null) {
      if (next === wanted.length) found.push({ from, to: from + share });
      return;
    }
    for (const inner of tailOf(choice.next, wanted, next, memo)) {
      found.push({ from: from + share * inner.from, to: from + share * inner.to });
    }
  };
  if (first !== undefined) tree.byFirstFold.get(first)?.forEach(visit);
  tree.byFirstFold.get('')?.forEach(visit);
}

function tailOf(
  tree: ChoiceTree,
  wanted: readonly string[],
  at: number,
  memo: TailMemo | null,
): readonly Interval[] {
  const known = at === 1 ? memo?.get(tree) : undefined;
  if (known !== undefined) return known;
  const found: Interval[] = [];
  intervalsOf(tree, wanted, found, null, at);
  if (at === 1) memo?.set(tree, found);
  return found;
}
