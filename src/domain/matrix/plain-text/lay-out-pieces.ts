/** Lays the pieces of a row over the columns: every way in which blanks and blocks can add up to the width of the table. */
import { type Piece } from './text-pieces';

export interface LaidPiece {
  /** From 0. */
  readonly column: number;
  /** Columns that the prose may spread over; a dash has one. */
  readonly width: number;
  readonly lines: readonly string[];
}

/** More than one way is as doubtful as many. */
const ENOUGH = 2;

/**
 * Up to two layouts, the one with the fewest empty cells before its prose and the widest prose first. Blanks behind the last text reach to the end of the table; where the text ends the row, nothing is said of the
 * columns behind it. Extractions sometimes print a blank too many at the end: then those count only as far as there is room.
 */
export function layOutPieces(pieces: readonly Piece[], columns: number): LaidPiece[][] {
  const exact = search(pieces, columns);
  if (exact.length > 0) return exact;
  const last = pieces.at(-1);
  if (last?.kind !== 'GAP') return [];
  return search([...pieces.slice(0, -1), { ...last, least: 0 }], columns);
}

function search(pieces: readonly Piece[], columns: number): LaidPiece[][] {
  const found = new Map<string, LaidPiece[]>();
  const mustFill = pieces.at(-1)?.kind === 'GAP';
  const place = (index: number, column: number, laid: readonly LaidPiece[]): void => {
    if (column > columns || found.size >= ENOUGH) return;
    const piece = pieces[index];
    if (piece === undefined) {
      if (!mustFill || column === columns)
        found.set(laid.map((one) => `${one.column}+${one.width}`).join(' '), [...laid]);
    } else if (piece.kind === 'GAP') {
      for (let width = piece.least; width <= Math.min(piece.most, columns - column); width += 1)
        place(index + 1, column + width, laid);
    } else if (piece.kind === 'DASH') {
      place(index + 1, column + 1, [...laid, { column, width: 1, lines: ['-'] }]);
    } else {
      for (let width = columns - column; width >= 1; width -= 1)
        place(index + 1, column + width, [...laid, { column, width, lines: piece.lines }]);
    }
  };
  place(0, 0, []);
  return [...found.values()];
}
