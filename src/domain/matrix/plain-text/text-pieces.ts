/** Reads what follows the title of a row as pieces of a table row: empty cells, dashes, and blocks of prose. */
import { DASH_SIGN, isDash } from '../cell-claim';
import { type TextLine } from './text-lines';

export type Piece =
  /** Empty cells, one blank each; `least` is smaller where the blanks may be the title's own. */
  | { readonly kind: 'GAP'; readonly least: number; readonly most: number }
  | { readonly kind: 'DASH' }
  /** Prose of one cell or of several neighbours: between those nothing is printed. */
  | { readonly kind: 'BLOCK'; readonly lines: readonly string[] };

export function readPieces(lines: readonly TextLine[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, { text }] of lines.entries()) {
    // Every cell ends with a blank; the first one here ends the title.
    const own = index === 0 && text.startsWith(' ') ? text.slice(1) : text;
    const body = own.trim();
    const lead = body === '' ? own.length : own.search(/\S/);
    const isLineOfBlanks = body === '';
    const last = pieces.at(-1);
    const certain = isLineOfBlanks ? pieces.some(({ kind }) => kind !== 'GAP') : lead > 1;
    if (lead > 0 && (certain || last?.kind !== 'BLOCK')) addGap(pieces, certain ? lead : 0, lead);
    if (isLineOfBlanks) continue;
    for (const part of own.trimStart().match(PART) ?? []) addPart(pieces, part);
  }
  return pieces;
}

/** A dash that stands alone, or words up to a run of blanks that no prose has; with the blanks behind. */
const PART = new RegExp(`${DASH_SIGN.source}(?: {2,}|$)|\\S.*?(?: {3,}| {0,2}$)`, 'gu');

function addPart(pieces: Piece[], part: string): void {
  const text = part.trimEnd();
  const blanks = part.length - text.length;
  if (isDash(text)) pieces.push({ kind: 'DASH' });
  else addLine(pieces, text);
  const afterDash = pieces.at(-1)?.kind === 'DASH';
  if (blanks >= (afterDash ? 2 : 3)) addGap(pieces, blanks - 1, blanks - 1);
}

function addLine(pieces: Piece[], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === 'BLOCK') pieces[pieces.length - 1] = { kind: 'BLOCK', lines: [...last.lines, text] };
  else pieces.push({ kind: 'BLOCK', lines: [text] });
}

function addGap(pieces: Piece[], least: number, most: number): void {
  const last = pieces.at(-1);
  if (last?.kind !== 'GAP') pieces.push({ kind: 'GAP', least, most });
  else pieces[pieces.length - 1] = { kind: 'GAP', least: last.least + least, most: last.most + most };
}
