/** Group E: cells whose letters stand in another encoding than the rest of the file. Whole columns are decoded when a file is read. */
import { decodeText, type LegacyEncoding } from '../../encoding/text-encoding';
import { raiseFontCapitals } from '../../encoding/tcvn3';
import { isMisreadUtf8, repairMisreadUtf8 } from '../../encoding/utf8-misread';
import { isOrdinaryText } from '../../resident/clean-text';
import { isVietnameseSyllable, wordsOf } from '../../resident/vietnamese-syllable';
import { RuleId } from '../../verdict/rule-id';
import { decodeEntities } from '../html-entities';
import { readKeystrokes } from '../keystrokes';
import { decodeViqr } from '../viqr';
import { changed, ChangeMode, type CellRule, type Finding } from '../rule';
import { NAME, WORDS } from './fields';

const PLAIN_WORD = /^[ -~]*$/;
const BYTEWISE: readonly LegacyEncoding[] = ['TCVN3', 'VNI', 'VISCII', 'WINDOWS_1258'];

/**
 * Decodes one cell by its own evidence: some word is no syllable as it stands, and every word beyond ASCII is one once decoded.
 * Applied only when no other encoding explains the cell differently.
 */
function decodeCell(text: string, encoding: LegacyEncoding): Finding | null {
  const decoded = explain(text, encoding);
  if (decoded === null) return null;
  const others = BYTEWISE.filter((other) => other !== encoding)
    .map((other) => explain(text, other))
    .filter((other) => other !== null && other !== decoded);
  return others.length === 0
    ? { after: decoded }
    : { after: decoded, mode: ChangeMode.SUGGEST, confidence: 0.5 };
}

function explain(text: string, encoding: LegacyEncoding): string | null {
  const odd = wordsOf(text).filter((word) => !PLAIN_WORD.test(word));
  if (odd.length === 0 || odd.every(isVietnameseSyllable)) return null;
  const decoded = decodeText(text, encoding);
  if (decoded === null || decoded === text) return null;
  return odd.every((word) => isVietnameseSyllable(decodeText(word, encoding) ?? word)) ? decoded : null;
}

/** What each rule on encodings reads in a cell, by itself. */
const READERS = {
  E02: (text: string) => decodeCell(text, 'TCVN3'),
  E04: (text: string) => decodeCell(text, 'VNI'),
  E05: (text: string) => {
    const mnemonic = decodeViqr(text);
    if (mnemonic !== null) return changed(text, mnemonic);
    return decodeCell(text, 'VISCII') ?? decodeCell(text, 'WINDOWS_1258');
  },
  E06: (text: string) => {
    if (!isMisreadUtf8(text)) return null;
    const after = repairMisreadUtf8(text);
    // A letter and the sign after it may look like misread UTF-8 by chance (Ê and a no-break space): then no Vietnamese comes of it.
    return isOrdinaryText(after) ? { after } : { after, mode: ChangeMode.SUGGEST, confidence: 0.5 };
  },
  E07: (text: string) => (/[&\\]/.test(text) ? changed(text, decodeEntities(text)) : null),
} as const satisfies Readonly<Record<string, (text: string) => Finding | null>>;
const READER_IDS = Object.keys(READERS) as (keyof typeof READERS)[];

const NO_RULES: readonly RuleId[] = [];

/** What these rules apply by themselves to a cell, for those who compare a row that was never cleansed. */
export function decodeWords(text: string): { readonly text: string; readonly rules: readonly RuleId[] } {
  if (isOrdinaryText(text)) return { text, rules: NO_RULES };
  let decoded = text;
  const rules: RuleId[] = [];
  for (const id of READER_IDS) {
    const found: Finding | null = READERS[id](decoded);
    if (found === null || found.after === null || found.mode === ChangeMode.SUGGEST) continue;
    decoded = found.after;
    rules.push(RuleId[id]);
  }
  return { text: decoded, rules };
}

export const ENCODING_RULES: readonly CellRule[] = [
  {
    id: 'E02',
    version: 1,
    title: { vi: 'Giải mã TCVN3 (ABC)', en: 'Decode TCVN3 (ABC)' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'NguyÔn ThÞ Hoµ', after: 'Nguyễn Thị Hoà' },
    fields: WORDS,
    onlyOdd: true,
    apply: READERS.E02,
  },
  {
    id: 'E03',
    version: 1,
    title: { vi: 'Khôi phục chữ hoa của phông TCVN3', en: 'Give back the capitals of a TCVN3 font' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'NGUYễN THị HOà', after: 'NGUYỄN THỊ HOÀ' },
    fields: WORDS,
    looksAtCase: true,
    apply: (text) => changed(text, raiseFontCapitals(text)),
  },
  {
    id: 'E04',
    version: 1,
    title: { vi: 'Giải mã VNI', en: 'Decode VNI' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Nguyeãn Ñöùc', after: 'Nguyễn Đức' },
    fields: WORDS,
    onlyOdd: true,
    apply: READERS.E04,
  },
  {
    id: 'E05',
    version: 1,
    title: { vi: 'Giải mã VISCII, windows-1258, VIQR', en: 'Decode VISCII, windows-1258, VIQR' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Nguye^~n', after: 'Nguyễn' },
    fields: WORDS,
    onlyOdd: true,
    apply: READERS.E05,
  },
  {
    id: 'E06',
    version: 1,
    title: { vi: 'Sửa UTF-8 bị đọc nhầm', en: 'Repair UTF-8 that was read wrongly' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Nguyá»…n', after: 'Nguyễn' },
    fields: WORDS,
    onlyOdd: true,
    apply: READERS.E06,
  },
  {
    id: 'E07',
    version: 1,
    title: { vi: 'Giải mã thực thể HTML và \\u', en: 'Decode HTML entities and \\u escapes' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Nguy&#7877;n', after: 'Nguyễn' },
    fields: WORDS,
    onlyOdd: true,
    apply: READERS.E07,
  },
  {
    id: 'E09',
    version: 1,
    title: { vi: 'Đọc phím Telex, VNI còn sót', en: 'Read keystrokes of Telex or VNI left in the text' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: 'Nguyeenx', after: 'Nguyễn' },
    fields: NAME,
    apply(text) {
      const read = readKeystrokes(text);
      if (read === null) return null;
      return {
        after: read.text,
        mode: read.sure ? ChangeMode.AUTO : ChangeMode.SUGGEST,
        confidence: read.sure ? 0.99 : 0.7,
      };
    },
  },
];
