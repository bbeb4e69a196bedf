/** How units are written after a number. */
import { type IndicatorUnit } from '../../../generated/types';
import { messagesOf } from '../../shared/use-language';

export const useUnitWords = messagesOf<Record<IndicatorUnit, string>>({
  vi: { PERCENT: ' %', COUNT: '', DAYS: ' ngày', MINUTES: ' phút', RATIO: '' },
  en: { PERCENT: ' %', COUNT: '', DAYS: ' days', MINUTES: ' min', RATIO: '' },
});
