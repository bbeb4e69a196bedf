/** The words for kinds and states of runs. */
import { type RunKind, type RunState } from '../../generated/types';
import { messagesOf } from './use-language';

interface RunWords {
  kind: Record<RunKind, string>;
  state: Record<RunState, string>;
  rows: string;
}

export const useRunWords = messagesOf<RunWords>({
  vi: {
    kind: {
      IMPORT: 'Nạp tệp',
      PROFILE: 'Phân tích',
      CLEANSE: 'Làm sạch',
      VERIFY: 'Đối soát',
      LINK: 'Liên kết',
      SYNC: 'Đồng bộ',
      EXPORT: 'Xuất',
      CONFORMANCE: 'Hợp chuẩn',
    },
    state: {
      QUEUED: 'Đang chờ',
      RUNNING: 'Đang chạy',
      SUCCEEDED: 'Hoàn tất',
      SUCCEEDED_WITH_ISSUES: 'Hoàn tất, có vấn đề',
      FAILED_CONFIG: 'Lỗi thiết lập',
      FAILED_SYSTEM: 'Lỗi hệ thống',
      CANCELLED: 'Đã dừng',
    },
    rows: 'dòng',
  },
  en: {
    kind: {
      IMPORT: 'Import',
      PROFILE: 'Profile',
      CLEANSE: 'Cleansing',
      VERIFY: 'Verification',
      LINK: 'Linkage',
      SYNC: 'Sync',
      EXPORT: 'Export',
      CONFORMANCE: 'Conformance',
    },
    state: {
      QUEUED: 'Waiting',
      RUNNING: 'Running',
      SUCCEEDED: 'Done',
      SUCCEEDED_WITH_ISSUES: 'Done, with issues',
      FAILED_CONFIG: 'Failed: settings',
      FAILED_SYSTEM: 'Failed: system',
      CANCELLED: 'Cancelled',
    },
    rows: 'rows',
  },
});
