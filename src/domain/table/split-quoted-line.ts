/** Splits a line that has quotes, as nearly all of them are: each quote opens or closes a whole cell of this line. */

const QUOTE = '"';

/** Null when the line needs a closer look: doubled or stray quotes, a cell that goes on in the next line, one beyond `longestCell`. */
export function splitQuotedLine(line: string, delimiter: string, longestCell: number): string[] | null {
  const cells: string[] = [];
  let quote = positionOf(QUOTE, line, 0);
  for (let at = 0; ; at += 1) {
    if (quote === at) {
      const close = line.indexOf(QUOTE, at + 1);
      if (close < 0 || close - at - 1 > longestCell) return null;
      if (close + 1 < line.length && line[close + 1] !== delimiter) return null;
      cells.push(line.slice(at + 1, close));
      at = close + 1;
      quote = positionOf(QUOTE, line, at);
    } else {
      const end = Math.min(positionOf(delimiter, line, at), line.length);
      if (quote < end) return null;
      cells.push(line.slice(at, end));
      at = end;
    }
    if (at >= line.length) return cells;
  }
}

/** Infinity when there is none. */
export function positionOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? Infinity : at;
}
