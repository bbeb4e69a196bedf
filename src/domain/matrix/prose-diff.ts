/** Tells two wordings of a cell apart, word by word: what stayed, what was struck out and what was added. */

export const WordChange = { SAME: 'SAME', REMOVED: 'REMOVED', ADDED: 'ADDED' } as const;
export type WordChange = (typeof WordChange)[keyof typeof WordChange];

export interface ProsePart {
  readonly change: WordChange;
  readonly text: string;
}

/** Beyond it the texts have so little in common that a list of words would help nobody. Edits, not words. */
const MOST_EDITS = 400;

/**
 * The shortest script of whole words and spaces that leads from `before` to `after` (Myers, 1986). SAME and REMOVED parts
 * joined give `before`, SAME and ADDED parts joined give `after`; texts too far apart give one part of each.
 */
export function diffProse(before: string, after: string): ProsePart[] {
  const [old, young] = [words(before), words(after)];
  const trace = findTrace(old, young);
  if (trace === null) return join([...each('REMOVED', old), ...each('ADDED', young)]);
  const script: ProsePart[] = [];
  let [x, y] = [old.length, young.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits]!;
    const diagonal = x - y;
    const down = goesDown(reach, diagonal, edits);
    const from = down ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : at(reach, from);
    const startY = edits === 0 ? 0 : startX - from;
    while (
      x > startX &&
      y > startY &&
      !(edits > 0 && x === (down ? startX : startX + 1) && y === (down ? startY + 1 : startY))
    ) {
      x -= 1;
      y -= 1;
      script.push({ change: 'SAME', text: old[x]! });
    }
    if (edits === 0) break;
    script.push(down ? { change: 'ADDED', text: young[startY]! } : { change: 'REMOVED', text: old[startX]! });
    [x, y] = [startX, startY];
  }
  return join(script.reverse());
}

/** Words, and the blank space between them, which is part of the text as well. */
function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

type Reach = ReadonlyMap<number, number>;
const at = (reach: Reach, diagonal: number): number => reach.get(diagonal) ?? -1;
const goesDown = (reach: Reach, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));

/** For each number of edits, how far each diagonal reached before it; null when there are too many. */
function findTrace(old: readonly string[], young: readonly string[]): Reach[] | null {
  const trace: Reach[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    trace.push(new Map(reach));
    const next = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = goesDown(reach, diagonal, edits) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= young.length) return trace;
    }
    reach = next;
  }
  return null;
}

const each = (change: WordChange, texts: readonly string[]): ProsePart[] =>
  texts.map((text) => ({ change, text }));

function join(parts: readonly ProsePart[]): ProsePart[] {
  const joined: { change: WordChange; text: string }[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.change === part.change) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}
