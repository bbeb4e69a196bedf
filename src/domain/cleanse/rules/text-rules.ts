/** Group T: the carrier of a text, and cells that say nothing. */
import { readCell } from '../../resident/cell-text';
import {
  collapseSpaces,
  hasLooseSpace,
  isOrdinaryText,
  removeInvisible,
  replaceLookAlikes,
} from '../../resident/clean-text';
import { parseBirthDate } from '../../resident/birth-date';
import { Field } from '../../table/column-mapping';
import { changed, ChangeMode, type CellRule } from '../rule';
import { ALL } from './fields';

/** What a spreadsheet puts before a text so that it stays one, or around it; repeated where files went round twice. */
const QUOTE_MARK = /^'+(?=[\d+=@"“-])/;
const TEXT_FORMULA = /^=["“](.*)["”]$/s;
/** Codes that mean "none" wherever they stand alone. In the sex column 0 is a code. */
const ZERO = /^0+$/;

function unquote(text: string): string {
  let bare = text;
  for (;;) {
    const next = bare.replace(QUOTE_MARK, '').replace(TEXT_FORMULA, '$1');
    if (next === bare) return collapseSpaces(bare);
    bare = next;
  }
}

export const TEXT_RULES: readonly CellRule[] = [
  {
    id: 'T02',
    version: 1,
    title: { vi: 'Bỏ ký tự không nhìn thấy', en: 'Remove what is not seen' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Trần\u200B An', after: 'Trần An' },
    fields: ALL,
    onlyOdd: true,
    apply: (text) => changed(text, removeInvisible(text)),
  },
  {
    id: 'T01',
    version: 1,
    title: { vi: 'Unicode dựng sẵn (NFC)', en: 'Compose Unicode (NFC)' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Nguye\u0302\u0303n', after: 'Nguyễn' },
    fields: ALL,
    onlyOdd: true,
    apply: (text) => changed(text, text.normalize('NFC')),
  },
  {
    id: 'T04',
    version: 1,
    title: { vi: 'Thay chữ giống hình bằng đúng chữ', en: 'Replace look-alike letters' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Ðỗ', after: 'Đỗ' },
    fields: ALL,
    onlyOdd: true,
    apply: (text) => changed(text, replaceLookAlikes(text).normalize('NFC')),
  },
  {
    id: 'T03',
    version: 1,
    title: { vi: 'Gộp khoảng trắng', en: 'Collapse spaces' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Lê  Văn ', after: 'Lê Văn' },
    fields: ALL,
    apply: (text) =>
      isOrdinaryText(text) && !hasLooseSpace(text) ? null : changed(text, collapseSpaces(text)),
  },
  {
    id: 'T06',
    version: 1,
    title: {
      vi: 'Bỏ dấu nháy và công thức của bảng tính',
      en: "Remove a spreadsheet's quote mark or text formula",
    },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: "'079085000001", after: '079085000001' },
    fields: ALL,
    apply: (text) => (text[0] === "'" || text[0] === '=' ? changed(text, unquote(text)) : null),
  },
  {
    id: 'T05',
    version: 1,
    title: { vi: 'Ô ghi cho có thành ô trống', en: 'Read a placeholder as blank' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'không rõ', after: '' },
    fields: ALL,
    apply(text, _context, field) {
      if (readCell(text).text === null) return { after: '' };
      if (field !== Field.sex && text.length <= 12 && ZERO.test(text)) return { after: '' };
      if (field !== Field.birthDate) return null;
      const parsed = parseBirthDate(text);
      return parsed.date === null && parsed.blank ? { after: '' } : null;
    },
  },
];
