/** The words for the status of a cell, the state of its text and the state of an assessment. */
import { type AssessmentState, type CellStatus, type StatusSource } from '../../generated/types';
import { messagesOf } from './use-language';

/** In the order of the legend: best first, what nobody has judged last. */
export const STATUSES: readonly CellStatus[] = [
  'BENEFITING',
  'PARTIAL',
  'NOT_YET',
  'NOT_APPLICABLE',
  'NOT_ASSESSED',
];

interface StatusWords {
  status: Record<CellStatus, string>;
  short: Record<CellStatus, string>;
  source: Record<StatusSource, string>;
  assessment: Record<AssessmentState, string>;
}

export const useStatusWords = messagesOf<StatusWords>({
  vi: {
    status: {
      BENEFITING: 'Đã hưởng lợi',
      PARTIAL: 'Hưởng lợi một phần',
      NOT_YET: 'Chưa hưởng lợi',
      NOT_APPLICABLE: 'Không áp dụng',
      NOT_ASSESSED: 'Chưa đánh giá',
    },
    short: {
      BENEFITING: 'Hưởng lợi',
      PARTIAL: 'Một phần',
      NOT_YET: 'Chưa hưởng',
      NOT_APPLICABLE: 'Không áp dụng',
      NOT_ASSESSED: 'Chưa xét',
    },
    source: { DECLARED: 'Do người khai báo', DERIVED: 'Suy ra từ bằng chứng', NONE: 'Chưa ai đánh giá' },
    assessment: {
      DRAFT: 'Bản nháp',
      SUBMITTED: 'Đã trình',
      ACCEPTED: 'Đã duyệt',
      PUBLISHED: 'Đã công bố',
    },
  },
  en: {
    status: {
      BENEFITING: 'Benefiting',
      PARTIAL: 'Partly benefiting',
      NOT_YET: 'Not yet benefiting',
      NOT_APPLICABLE: 'Not applicable',
      NOT_ASSESSED: 'Not assessed',
    },
    short: {
      BENEFITING: 'Benefiting',
      PARTIAL: 'Partly',
      NOT_YET: 'Not yet',
      NOT_APPLICABLE: 'N/A',
      NOT_ASSESSED: 'Not assessed',
    },
    source: {
      DECLARED: 'Declared by a person',
      DERIVED: 'Derived from evidence',
      NONE: 'Nobody has judged yet',
    },
    assessment: { DRAFT: 'Draft', SUBMITTED: 'Submitted', ACCEPTED: 'Accepted', PUBLISHED: 'Published' },
  },
});
