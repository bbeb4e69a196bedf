/** Group E: cells whose letters stand in another encoding than the rest of the file. Whole columns are decoded when a file is read. */
import { decodeText, type LegacyEncoding } from '../../encoding/text-encoding';
import { raiseFontCapitals } from '../../encoding/tcvn3';
import { isMisreadUtf8, repairMisreadUtf8 } from '../../encoding/utf8-misread';
import { isVietnameseSyllable, wordsOf } from '../../resident/vietnamese-syllable';
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
    apply: (text) => decodeCell(text, 'TCVN3'),
  },
  {
    id: 'E03',
    version: 1,
    title: { vi: 'Khôi phục chữ hoa của phông TCVN3', en: 'Give back the capitals of a TCVN3 font' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'NGUYễN THị HOà', after: 'NGUYỄN THỊ HOÀ' },
    fields: WORDS,
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
    apply: (text) => decodeCell(text, 'VNI'),
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
    apply(text) {
      const mnemonic = decodeViqr(text);
      if (mnemonic !== null) return changed(text, mnemonic);
      return decodeCell(text, 'VISCII') ?? decodeCell(text, 'WINDOWS_1258');
    },
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
    apply: (text) => (isMisreadUtf8(text) ? { after: repairMisreadUtf8(text) } : null),
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
    apply: (text) => (/[&\\]/.test(text) ? changed(text, decodeEntities(text)) : null),
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
