/** Places what a row of a plain text says into the columns: surely where one reading is left, and else as a proposal. */
import { layOutPieces, type LaidPiece } from './lay-out-pieces';
import { matchPresent } from './match-present';
import { type TextLine } from './text-lines';
import { readPieces, type Piece } from './text-pieces';

export interface PlacedRow {
  /** In the order of the columns; '' where nothing stands. */
  readonly texts: readonly string[];
  /** Another reading is as good: a person has to look. */
  readonly doubtful: boolean;
}

type Placed = Pick<LaidPiece, 'column' | 'lines'>;

const DASH = '-';

/** `present` is what the columns say today, '' for nothing. */
export function placeText(lines: readonly TextLine[], present: readonly string[]): PlacedRow {
  const cut = lines.findIndex(({ opensPage }) => opensPage);
  const pieces = readPieces(cut < 0 ? lines : lines.slice(0, cut));
  // Behind a page break the columns begin anew: what stands there goes on in some cell, and no blank says in which.
  const carried = cut < 0 ? [] : proseOf(readPieces(lines.slice(cut)));
  const layouts = layOutPieces(pieces, present.length);
  const sure =
    (carried.length === 0 ? onlyWay(layouts) : null) ??
    recognise(pieces, [...proseOf(pieces), ...carried], present);
  const placed = sure ?? propose(layouts[0] ?? [], carried);
  const texts = present.map((_, column) =>
    joinLines(placed.find((one) => one.column === column)?.lines ?? []),
  );
  return { texts, doubtful: sure === null };
}

const proseOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'BLOCK' ? piece.lines : []));

function onlyWay(layouts: readonly LaidPiece[][]): readonly Placed[] | null {
  const [only] = layouts;
  return only && layouts.length === 1 && only.every(({ width }) => width === 1) ? only : null;
}

/** The row says, word for word or nearly, what it says today. */
function recognise(
  pieces: readonly Piece[],
  prose: readonly string[],
  present: readonly string[],
): readonly Placed[] | null {
  const columns = [...present.keys()];
  const dashes = columns.filter((column) => present[column] === DASH);
  if (dashes.length !== pieces.filter(({ kind }) => kind === 'DASH').length) return null;
  const spoken = columns.filter((column) => present[column] !== '' && present[column] !== DASH);
  const divided = matchPresent(
    prose,
    spoken.map((column) => present[column]!),
  );
  if (!divided) return null;
  return [
    ...dashes.map((column) => ({ column, lines: [DASH] })),
    ...spoken.map((column, index) => ({ column, lines: divided[index]! })),
  ];
}

/** What a reader would try first: a block over several columns is parted where a line begins like a paragraph. */
function propose(layout: readonly LaidPiece[], carried: readonly string[]): Placed[] {
  const placed = layout.flatMap(({ column, width, lines }) =>
    partLines(lines, width).map((part, index) => ({ column: column + index, lines: part })),
  );
  const last = placed.pop() ?? { column: 0, lines: [] };
  return [...placed, { ...last, lines: [...last.lines, ...carried] }];
}

const BULLET = /^[-+•–] /;

function partLines(lines: readonly string[], most: number): string[][] {
  const parts: string[][] = [];
  for (const line of lines) {
    const current = parts.at(-1);
    const isItem = BULLET.test(line);
    const begins = isItem ? !BULLET.test(current?.[0] ?? '') : /^\p{Lu}\p{Ll}/u.test(line);
    if (current && (!begins || parts.length === most)) current.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** Lines that the width of a column broke become one again; those of a list stay. */
function joinLines(lines: readonly string[]): string {
  return lines
    .reduce((text, line) => (text === '' ? line : `${text}${BULLET.test(line) ? '\n' : ' '}${line}`), '')
    .replaceAll(/ {2,}/g, ' ');
}
