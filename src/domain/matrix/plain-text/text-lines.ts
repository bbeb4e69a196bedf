/** The lines of a plain text that was taken out of a printed matrix: without page headers, and with their blanks counted. */

/** A line as the extraction left it. Blanks count: in such a text an empty cell of the table is one blank. */
export interface TextLine {
  readonly text: string;
  /** A page ended between this line and the one before it. */
  readonly opensPage: boolean;
}

/** Words as they are compared: letters and digits only, in small letters. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PAGE_NUMBER = /^\s*\d{1,3}\s*$/;
/** How much of a line must be words of the header; not all, since headers carry misprints. */
const HEADER_SHARE = 0.6;

/** `headerTexts` are the titles that stand above the columns; where they begin, a new page does. */
export function readLines(text: string, headerTexts: readonly string[]): TextLine[] {
  const header = new Set(headerTexts.flatMap(wordsOf));
  const raw = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line !== '');
  const lines: TextLine[] = [];
  let opensPage = false;
  for (let index = 0; index < raw.length; index += 1) {
    if (beginsHeader(raw[index]!)) {
      dropPageNumber(lines);
      while (index + 1 < raw.length && isHeader(raw[index + 1]!, header)) index += 1;
      opensPage = true;
      continue;
    }
    lines.push({ text: raw[index]!, opensPage });
    opensPage = false;
  }
  return lines;
}

const beginsHeader = (line: string) => /^(stt|tt) nội dung\b/.test(wordsOf(line).join(' '));

function isHeader(line: string, header: ReadonlySet<string>): boolean {
  const words = wordsOf(line);
  return words.filter((word) => header.has(word)).length >= words.length * HEADER_SHARE;
}

/** The number of the page stands above its header, with a line of its own or two. */
function dropPageNumber(lines: TextLine[]): void {
  const last = lines.at(-1);
  const number = last?.text.trim() === '' ? lines.at(-2) : last;
  if (!number || !PAGE_NUMBER.test(number.text)) return;
  lines.length = lines.lastIndexOf(number);
}
