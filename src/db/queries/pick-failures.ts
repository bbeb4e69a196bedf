/** Picks the lines of failures.csv out of those of verdicts.csv: rows that are neither verified nor accepted by the purpose. */
import { isAccepted } from '../../domain/verdict/review';
import { type Verdict } from '../../domain/verdict/verdict';

const [QUOTE, COMMA, LINE_END] = [0x22, 0x2c, 0x0a];

/**
 * Lines that belong into failures.csv too, neighbours in one piece, as views of the same bytes. `lines` are whole lines of CSV whose last
 * columns are `resultColumns`, `verdict` the first of them: codes and numbers, so that no quote or comma stands within. The line of the
 * headers bears no verdict, and goes with them.
 */
export function* pickFailures(
  lines: Buffer,
  resultColumns: number,
  acceptsProbable: boolean,
): Generator<Buffer> {
  let begun = -1;
  for (let from = 0; from < lines.length;) {
    const end = endOfLine(lines, from);
    const failed = !isAccepted(readVerdict(lines, end, resultColumns), null, acceptsProbable);
    if (failed && begun < 0) begun = from;
    if (!failed && begun >= 0) {
      yield lines.subarray(begun, from);
      begun = -1;
    }
    from = end + 1;
  }
  if (begun >= 0) yield lines.subarray(begun);
}

/** Where the line that begins at `from` ends. A cell may hold line ends of its own, between quotes. */
function endOfLine(lines: Buffer, from: number): number {
  let quoted = false;
  for (let at = from; at < lines.length; at += 1) {
    const byte = lines[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === LINE_END && !quoted) return at;
  }
  return lines.length;
}

/** The cell that stands `columnsBack` commas before the end. */
function readVerdict(lines: Buffer, end: number, columnsBack: number): Verdict {
  let [at, cellEnd] = [end, end];
  for (let back = 0; back < columnsBack; back += 1) {
    cellEnd = at;
    at = lines.lastIndexOf(COMMA, at - 1);
  }
  return lines.toString('latin1', at + 1, cellEnd) as Verdict;
}
