/** The words of commitments. */
import { type ClearPoint, type CommitmentState } from '../../../generated/types';
import { messagesOf } from '../../shared/use-language';

interface CommitmentMessages {
  states: Record<CommitmentState, string>;
  points: Record<ClearPoint, string>;
  dimensions: Record<'LEGAL' | 'INFRASTRUCTURE' | 'DATA' | 'SECURITY' | 'RESOURCES', string>;
  due: string;
  noDue: string;
  overdue: string;
  unclear: string;
  none: string;
  action: string;
  dimension: string;
  dueOn: string;
  product: string;
  add: string;
}

export const useCommitmentMessages = messagesOf<CommitmentMessages>({
  vi: {
    states: { PLANNED: 'Dự kiến', IN_PROGRESS: 'Đang làm', DONE: 'Đã xong', CANCELLED: 'Đã bỏ' },
    points: {
      PERSON: 'rõ người',
      WORK: 'rõ việc',
      TIME: 'rõ thời gian',
      RESPONSIBILITY: 'rõ trách nhiệm',
      PRODUCT: 'rõ sản phẩm',
      AUTHORITY: 'rõ thẩm quyền',
    },
    dimensions: {
      LEGAL: 'Pháp lý',
      INFRASTRUCTURE: 'Hạ tầng',
      DATA: 'Dữ liệu',
      SECURITY: 'An ninh, an toàn',
      RESOURCES: 'Nguồn lực',
    },
    due: 'hạn',
    noDue: 'chưa có hạn',
    overdue: 'quá hạn',
    unclear: 'Chưa đủ “6 rõ”, còn thiếu',
    none: 'Mục này chưa có cam kết nào.',
    action: 'Việc cam kết',
    dimension: 'Thuộc phần',
    dueOn: 'Hạn hoàn thành',
    product: 'Sản phẩm',
    add: 'Thêm cam kết',
  },
  en: {
    states: { PLANNED: 'Planned', IN_PROGRESS: 'Under way', DONE: 'Done', CANCELLED: 'Cancelled' },
    points: {
      PERSON: 'person',
      WORK: 'work',
      TIME: 'time',
      RESPONSIBILITY: 'responsibility',
      PRODUCT: 'product',
      AUTHORITY: 'authority',
    },
    dimensions: {
      LEGAL: 'Legal',
      INFRASTRUCTURE: 'Infrastructure',
      DATA: 'Data',
      SECURITY: 'Security',
      RESOURCES: 'Resources',
    },
    due: 'due',
    noDue: 'no date yet',
    overdue: 'overdue',
    unclear: 'Of the six clear points these are missing',
    none: 'Nothing has been promised for this item.',
    action: 'What is promised',
    dimension: 'Part of',
    dueOn: 'Due on',
    product: 'Product',
    add: 'Add the commitment',
  },
});
