/** Finds the rows of the matrix in a plain text: each begins with its printed number and its title, which the form knows. */
import { type DocumentForm } from '../matrix-document';
import { wordsOf, type TextLine } from './text-lines';

/** What follows the title of an item, up to the next row. */
export interface TextRow {
  readonly item: DocumentForm['items'][number];
  /** The title is not word for word the form's, so that where it ends is a guess. */
  readonly titleChanged: boolean;
  readonly lines: readonly TextLine[];
}

/** How much of a changed title must still be words of the form's. */
const SAME_TITLE_SHARE = 0.6;

/** Each item at most once, in the order of the text; what stands before the first group is the header. */
export function findTextRows(form: DocumentForm, lines: readonly TextLine[]): TextRow[] {
  const rows: (TextRow & { readonly lines: TextLine[] })[] = [];
  const seen = new Set<string>();
  let group: string | null = null;
  let current: TextLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const heading = findStart(form.groups, ({ code }) => code, lines, at);
    if (heading) {
      group = heading.of.code;
      current = [];
      at = heading.line;
      continue;
    }
    const expected = form.items.filter(
      ({ groupCode, printedNo, path }) => groupCode === group && printedNo !== '' && !seen.has(path),
    );
    const start = findStart(expected, ({ printedNo }) => printedNo, lines, at);
    if (!start) {
      current.push(lines[at]!);
      continue;
    }
    seen.add(start.of.path);
    current = [{ text: lines[start.line]!.text.slice(start.end), opensPage: false }];
    rows.push({ item: start.of, titleChanged: start.titleChanged, lines: current });
    at = start.line;
  }
  return rows;
}

interface Titled {
  readonly title: { readonly vi: string };
}

interface Start<T> {
  readonly of: T;
  readonly titleChanged: boolean;
  /** Where the title ends: the line, and the sign in it. */
  readonly line: number;
  readonly end: number;
}

function findStart<T extends Titled>(
  all: readonly T[],
  codeOf: (one: T) => string,
  lines: readonly TextLine[],
  at: number,
): Start<T> | null {
  const text = lines[at]!.text;
  for (const of of all) {
    const code = /^\s*(\S+?)\.?(?=\s|$)/.exec(text);
    if (code?.[1] !== codeOf(of)) continue;
    const title = wordsOf(of.title.vi);
    const found = takeWords(lines, at, code[0].length, title.length);
    const same = found.words.filter((word, index) => word === title[index]).length;
    const shared = found.words.filter((word) => title.includes(word)).length;
    if (shared < title.length * SAME_TITLE_SHARE) continue;
    return { of, titleChanged: same < title.length, line: found.line, end: found.end };
  }
  return null;
}

/** The next words of a text, however it is broken into lines, with the punctuation that follows the last. */
function takeWords(lines: readonly TextLine[], at: number, from: number, count: number) {
  const words: string[] = [];
  let line = at;
  let end = from;
  for (let next = at, begin = from; next < lines.length && words.length < count; next += 1, begin = 0) {
    const { text } = lines[next]!;
    for (const match of text.slice(begin).matchAll(/[\p{L}\p{M}\p{N}]+[.,:;…]*/gu)) {
      if (words.length === count) break;
      words.push(...wordsOf(match[0]));
      line = next;
      end = begin + match.index + match[0].length;
    }
  }
  return { words, line, end };
}
