/** The matrix as a document: the rows and cells of the official table, laid out of a form and its cells, and read back. */
import { readClaim, writeClaim, type Claim } from './cell-claim';
import { type TextState } from './matrix-status';

interface Words {
  readonly vi: string;
}

export interface DocumentForm {
  readonly columns: readonly {
    readonly code: string;
    readonly band: Words;
    readonly title: Words;
    readonly question: string;
    /** The question as the original has it, where that is a misprint. */
    readonly printed: string | null;
  }[];
  readonly groups: readonly { readonly code: string; readonly title: Words }[];
  readonly items: readonly {
    readonly groupCode: string;
    readonly path: string;
    readonly printedNo: string;
    readonly title: Words;
  }[];
}

export interface DocumentCell {
  readonly textState: TextState;
  readonly text: string | null;
  /** How many rows the printed cell covers. */
  readonly span: number;
}

export interface MatrixDocument {
  /** `VN.2025-H2`, and when it was read: what a file that comes back is compared with. */
  readonly assessmentId: string;
  readonly takenAt: string;
  readonly title: string;
  readonly subtitle: string;
  /** Some evidence behind it is simulated, so every page says so. */
  readonly simulated: boolean;
  readonly columns: DocumentForm['columns'];
  readonly rows: readonly DocumentRow[];
}

export type DocumentRow =
  | { readonly kind: 'GROUP'; readonly code: string; readonly title: string }
  | {
      readonly kind: 'ITEM';
      readonly path: string;
      readonly printedNo: string;
      readonly title: string;
      /** In the order of the columns. */
      readonly cells: readonly { readonly text: string; readonly span: number; readonly covered: boolean }[];
    };

/** `cellAt` gives the cell of an item and column; one that is missing counts as empty. */
export function layOutRows(
  form: DocumentForm,
  cellAt: (path: string, column: string) => DocumentCell | undefined,
): DocumentRow[] {
  return form.groups.flatMap((group): DocumentRow[] => [
    { kind: 'GROUP', code: group.code, title: group.title.vi },
    ...form.items
      .filter((item) => item.groupCode === group.code)
      .map(({ path, printedNo, title }): DocumentRow => {
        const cells = form.columns.map(({ code }) => {
          const cell = cellAt(path, code) ?? { textState: 'EMPTY', text: null, span: 1 };
          return { text: writeClaim(cell), span: cell.span, covered: cell.textState === 'MERGED' };
        });
        return { kind: 'ITEM', path, printedNo, title: title.vi, cells };
      }),
  ]);
}

/** A row of a table as it was found in a file: number, title, then the judging columns. */
export interface FoundRow {
  readonly cells: readonly { readonly text: string; readonly covered: boolean }[];
}

export interface ReadCell {
  readonly itemPath: string;
  readonly columnCode: string;
  readonly covered: boolean;
  readonly claim: Claim;
  /** The file leaves open whether this stands here: it is taken over only when a person says so. */
  readonly doubtful: boolean;
}

export interface Doubt {
  readonly code: 'ROW_NOT_PLACED' | 'ITEM_MISSING' | 'ITEM_TWICE' | 'TITLE_CHANGED';
  /** The row of the table, from 1, or the path of the item. */
  readonly place: string;
}

export interface ReadDocument {
  readonly cells: readonly ReadCell[];
  /** What a person has to look at: nothing is guessed. */
  readonly doubts: readonly Doubt[];
}

/** Places the rows of a table by group letter and printed number; rows without a number are the blank ones, in order. */
export function readRows(form: DocumentForm, rows: readonly FoundRow[]): ReadDocument {
  const cells: ReadCell[] = [];
  const doubts: Doubt[] = [];
  const seen = new Set<string>();
  let group: string | null = null;
  // Titles may stand above the table; without a header everything counts as table.
  const header = rows.findIndex((row) => isHeader(form, row));
  for (const [index, row] of rows.entries()) {
    if (index < header) continue;
    const [number = '', title = '', ...rest] = row.cells.map((cell) => cell.text.normalize('NFC').trim());
    const letter = form.groups.find((one) => one.code === number)?.code;
    if (letter !== undefined) group = letter;
    if (letter !== undefined || isHeader(form, row)) continue;
    const item = findItem(form, group, number, seen);
    if (!item) {
      const isBlank = [number, title, ...rest].every((text) => text === '');
      const code = seen.has(`${group}.${number}`) ? 'ITEM_TWICE' : 'ROW_NOT_PLACED';
      if (!isBlank) doubts.push({ code, place: String(index + 1) });
      continue;
    }
    seen.add(item.path);
    if (title !== item.title.vi) doubts.push({ code: 'TITLE_CHANGED', place: item.path });
    cells.push(...readCells(form, item.path, row));
  }
  const missing = form.items.filter((item) => !seen.has(item.path));
  return {
    cells,
    doubts: [...doubts, ...missing.map(({ path }): Doubt => ({ code: 'ITEM_MISSING', place: path }))],
  };
}

function readCells(form: DocumentForm, itemPath: string, row: FoundRow): ReadCell[] {
  return form.columns.map(({ code: columnCode }, place) => {
    const found = row.cells[place + 2] ?? { text: '', covered: false };
    return { itemPath, columnCode, covered: found.covered, claim: readClaim(found.text), doubtful: false };
  });
}

function findItem(form: DocumentForm, group: string | null, number: string, seen: ReadonlySet<string>) {
  return form.items.find(
    (item) =>
      item.groupCode === group && item.printedNo === number.replace(/\.$/, '') && !seen.has(item.path),
  );
}

function isHeader(form: DocumentForm, { cells }: FoundRow): boolean {
  const texts = cells.map((cell) => cell.text.normalize('NFC'));
  return (
    /^STT$/i.test(texts[0]?.trim() ?? '') ||
    form.columns.some(({ question }) => texts.some((text) => question !== '' && text.includes(question)))
  );
}

export const DOUBT_WORDS: Readonly<Record<Doubt['code'], { readonly vi: string; readonly en: string }>> = {
  ROW_NOT_PLACED: { vi: 'Không xếp được dòng này vào mục nào', en: 'This row fits no item' },
  ITEM_TWICE: {
    vi: 'Mục này xuất hiện hai lần; lần sau bị bỏ qua',
    en: 'The item stands twice; the second is left out',
  },
  ITEM_MISSING: {
    vi: 'Tệp thiếu mục này; các ô của mục được giữ nguyên',
    en: 'The file lacks the item; its cells stay',
  },
  TITLE_CHANGED: {
    vi: 'Nội dung của mục khác với biểu mẫu; biểu mẫu được giữ nguyên',
    en: "The item's title differs from the form, which stays",
  },
};
