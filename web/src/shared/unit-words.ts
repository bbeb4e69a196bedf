/** How a figure is written with its unit. */
import { useCallback } from 'react';
import { type IndicatorUnit } from '../../generated/types';
import { formatNumber } from './format';
import { messagesOf } from './use-language';

const useUnitWords = messagesOf<Record<IndicatorUnit, string>>({
  vi: { PERCENT: ' %', COUNT: '', DAYS: ' ngày', MINUTES: ' phút', RATIO: '' },
  en: { PERCENT: ' %', COUNT: '', DAYS: ' days', MINUTES: ' min', RATIO: '' },
});

/** “72,5 %”, “3 ngày” */
export function useFigureWords(): (value: number, unit: IndicatorUnit) => string {
  const units = useUnitWords();
  return useCallback((value, unit) => `${formatNumber(value, 1)}${units[unit]}`, [units]);
}
