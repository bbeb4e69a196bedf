/** The words for how far an IOC is connected. */
import { type IocStage } from '../../generated/types';
import { messagesOf } from './use-language';

/** In the order of the legend: best first. */
export const STAGES: readonly IocStage[] = ['CONNECTED', 'TRIAL', 'DEGRADED', 'STALE', 'NOT_STARTED'];

interface StageWords {
  stage: Record<IocStage, string>;
}

export const useStageWords = messagesOf<StageWords>({
  vi: {
    stage: {
      CONNECTED: 'Đã kết nối',
      TRIAL: 'Thử nghiệm',
      DEGRADED: 'Suy giảm',
      STALE: 'Mất tín hiệu',
      NOT_STARTED: 'Chưa kết nối',
    },
  },
  en: {
    stage: {
      CONNECTED: 'Connected',
      TRIAL: 'On trial',
      DEGRADED: 'Degraded',
      STALE: 'Silent',
      NOT_STARTED: 'Not connected',
    },
  },
});
