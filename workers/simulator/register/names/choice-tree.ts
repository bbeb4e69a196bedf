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
  /** Where the share of a choice that is left out begins, and how large it is: 0 when none is. */
  readonly gapFrom: number;
  readonly gap: number;
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
  return { choices: usable, ends, guide: guideTo(ends), byFirstFold, gapFrom: 0, gap: 0 };
}

/** The same tree with a gap where one text stands: it shares its tables, because many copies would not fit into the CPU's cache. */
export function withoutText(tree: ChoiceTree, text: string): ChoiceTree {
  const position = tree.choices.findIndex(({ words }) => words.length === 1 && words[0]?.title === text);
  if (position < 0) return tree;
  const gapFrom = startOf(tree, position);
  return { ...tree, gapFrom, gap: (tree.ends[position] as number) - gapFrom };
}

function startOf({ ends }: ChoiceTree, position: number): number {
  return position === 0 ? 0 : (ends[position - 1] as number);
}

/** A draw in [0, 1) brought to the side of the gap on which it falls. */
function besideGap({ gapFrom, gap }: ChoiceTree, draw: number): number {
  if (gap === 0) return draw;
  const drawn = draw * (1 - gap);
  return drawn < gapFrom ? drawn : drawn + gap;
}

function guideTo(ends: Float64Array): Uint16Array {
  let position = 0;
  return Uint16Array.from(ends, (_, part) => {
    while ((ends[position] as number) <= part / ends.length) position += 1;
    return position;
  });
}

/** The choice whose share holds the draw, of a tree without a gap or of a draw beside it. Guided to its neighbourhood: halving would wait for memory at every step. */
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
    const at = besideGap(node, rest);
    const position = positionOf(node, at);
    const choice = node.choices[position] as Choice;
    const from = startOf(node, position);
    rest = Math.min(0.9999999999999999, (at - from) / ((node.ends[position] as number) - from));
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
    const start = startOf(tree, position);
    if (tree.gap > 0 && start === tree.gapFrom) return;
    const from = (start < tree.gapFrom ? start : start - tree.gap) / (1 - tree.gap);
    const share = ((tree.ends[position] as number) - start) / (1 - tree.gap);
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
