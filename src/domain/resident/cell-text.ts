/** Tells whether a cell says anything at all. */

/** What clerks type when they have nothing to type. Only whole cells count: "Không" may be part of a name. */
const PLACEHOLDERS = new Set([
  ...['-', '--', '---', '.', '..', '...', '…', '_', '?', '*', '/', 'x', 'n/a', '#n/a', 'null', 'nil', 'none'],
  ...[
    'không',
    'không có',
    'không rõ',
    'ko rõ',
    'k rõ',
    'chưa có',
    'chưa rõ',
    'khong ro',
    'khong co',
    'trống',
  ],
]);

/** In signs, with accents apart from their letters. */
const LONGEST_PLACEHOLDER = 16;

export interface CellText {
  /** The cell with its outer spaces kept, or null when it is blank or a placeholder. */
  text: string | null;
  /** True when there was a placeholder (rule T05), false when the cell was simply blank. */
  placeholder: boolean;
}

const BLANK: CellText = { text: null, placeholder: false };
const PLACEHOLDER: CellText = { text: null, placeholder: true };

/** Reads a raw cell: null, "" and spaces are blank; "N/A", "không rõ", "…" and the like are placeholders (rule T05). */
export function readCell(raw: string | null): CellText {
  if (raw === null || raw === '') return BLANK;
  const first = raw.charCodeAt(0);
  // Most cells open with a digit, or with a letter and are longer than any placeholder or have an accent where none of those has
  // one ("Nữ"): no need to look closer.
  if (first >= 48 && first <= 57) return { text: raw, placeholder: false };
  if (first > 64 && first < 123 && (raw.length > 12 || isAccented(raw.charCodeAt(1))))
    return { text: raw, placeholder: false };
  const trimmed = raw.trim();
  if (trimmed === '') return BLANK;
  if (trimmed.length > LONGEST_PLACEHOLDER) return { text: raw, placeholder: false };
  return PLACEHOLDERS.has(trimmed.normalize('NFC').toLowerCase())
    ? PLACEHOLDER
    : { text: raw, placeholder: false };
}

/** A letter of Vietnamese that ASCII has not. */
function isAccented(code: number): boolean {
  return (code >= 0xc0 && code < 0x250) || (code >= 0x1ea0 && code < 0x1f00);
}
