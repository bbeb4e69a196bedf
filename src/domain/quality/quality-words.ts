/** What the parts of a quality report are called, in Vietnamese and English. */
import { REASON_LABELS, type Label } from '../verdict/labels';
import { type RejectionCode } from '../table/csv-reader';
import { type ReasonCode } from '../verdict/verdict';
import { titleOfRule, type Dimension, type RuleResult } from './quality-report';

export const DIMENSION_LABELS: Readonly<Record<Dimension | 'ACCEPTED', Label>> = {
  COMPLETENESS: { vi: 'Đầy đủ', en: 'Completeness' },
  VALIDITY: { vi: 'Hợp lệ', en: 'Validity' },
  CONSISTENCY: { vi: 'Nhất quán', en: 'Consistency' },
  UNIQUENESS: { vi: 'Duy nhất', en: 'Uniqueness' },
  ACCURACY: { vi: 'Chính xác', en: 'Accuracy' },
  TIMELINESS: { vi: 'Kịp thời', en: 'Timeliness' },
  ACCEPTED: { vi: 'Dùng được cho mục đích', en: 'Accepted for the purpose' },
};

const REJECTIONS: Readonly<Record<RejectionCode, Label>> = {
  BLANK_ROW: { vi: 'Dòng trống', en: 'Blank row' },
  RAGGED_ROW: { vi: 'Số ô khác với dòng tiêu đề', en: 'More or fewer cells than the header' },
  BAD_QUOTES: { vi: 'Dấu ngoặc kép không khớp', en: 'Quotes that do not match' },
  NUL_CHARACTER: { vi: 'Có ký tự NUL', en: 'A NUL character' },
  BAD_ENCODING: { vi: 'Không đúng mã hóa của tệp', en: "Not in the file's encoding" },
  CELL_TOO_LONG: { vi: 'Có ô quá dài', en: 'A cell that is too long' },
  ROW_TOO_LONG: { vi: 'Dòng quá dài', en: 'A row that is too long' },
};

export function wordRule({ group, rule }: Pick<RuleResult, 'group' | 'rule'>): Label {
  if (group === 'READING') return REJECTIONS[rule as RejectionCode];
  if (group === 'VERIFICATION') return REASON_LABELS[rule as ReasonCode];
  return titleOfRule(rule) ?? { vi: rule, en: rule };
}
