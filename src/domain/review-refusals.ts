/** The refusals that concern rows under review. */
import { type RefusalText } from './connector-refusals';

export const REVIEW_REFUSALS = {
  ROW_NOT_FOUND: {
    vi: 'Lượt đối soát này không có dòng ấy.',
    en: 'This verification has no such row.',
  },
  REVIEW_TASK_NOT_FOUND: {
    vi: 'Không có dòng này trong danh sách chờ xem xét. Truy vấn reviewTasks liệt kê các dòng.',
    en: 'This row is not up for review. The query reviewTasks lists those that are.',
  },
  CANDIDATE_REQUIRED: {
    vi: 'Có nhiều người phù hợp: cần nêu người được chọn (candidate, theo số thứ tự trong danh sách).',
    en: 'Several people fit: name the one that the row means (candidate, by its number in the list).',
  },
} as const satisfies Record<string, RefusalText>;
