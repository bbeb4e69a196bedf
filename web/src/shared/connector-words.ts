/** The words for how a connector keeps its time. */
import { type StreamStatus } from '../../generated/types';
import { messagesOf } from './use-language';

interface ConnectorWords {
  status: Record<StreamStatus, string>;
}

export const useConnectorWords = messagesOf<ConnectorWords>({
  vi: {
    status: {
      ON_TIME: 'Đúng giờ',
      ON_TRACK: 'Trong hạn',
      LATE: 'Trễ',
      ERROR: 'Lỗi',
      ACTION_REQUIRED: 'Cần người xử lý',
      PAUSED: 'Tạm dừng',
      PENDING: 'Chưa chạy',
    },
  },
  en: {
    status: {
      ON_TIME: 'On time',
      ON_TRACK: 'On track',
      LATE: 'Late',
      ERROR: 'In error',
      ACTION_REQUIRED: 'Needs somebody',
      PAUSED: 'Paused',
      PENDING: 'Not run yet',
    },
  },
});
