/** An indicator over time against its target and its lower threshold. */
import { useCallback } from 'react';
import { type IndicatorUnit } from '../../../generated/types';
import { Chart } from '../../parts/chart';
import type { ChartOption } from '../../parts/chart-canvas';
import { type ChartLook } from '../../parts/chart-look';
import { formatDate } from '../../shared/format';
import { useFigureWords } from '../../shared/unit-words';
import { useTrendMessages } from './trend-messages';

export interface Goal {
  readonly name: string;
  readonly unit: IndicatorUnit;
  readonly target: number;
  readonly lowerThreshold: number;
}

export interface Step {
  readonly time: string;
  /** Null where nothing was observed: the line breaks there. */
  readonly value: number | null;
}

const HEIGHT_PX = 240;

function markOf(at: number, title: string, colour: string) {
  return {
    yAxis: at,
    lineStyle: { color: colour, type: 'dashed' as const, width: 1.5 },
    label: { formatter: title, color: colour, fontSize: 11, lineHeight: 14, position: 'end' as const },
  };
}

function useDrawing(goal: Goal, steps: readonly Step[]) {
  const say = useTrendMessages();
  const write = useFigureWords();
  return useCallback(
    (look: ChartLook): ChartOption => {
      const { unit, target, lowerThreshold } = goal;
      const greatest = Math.max(target, lowerThreshold, ...steps.map(({ value }) => value ?? 0));
      return {
        aria: { enabled: false },
        grid: { left: 8, right: 104, top: 16, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category',
          data: steps.map(({ time }) => formatDate(time)),
          axisLabel: { color: look.soft, fontSize: 11, hideOverlap: true },
          axisLine: { lineStyle: { color: look.strongLine } },
          axisTick: { show: false },
        },
        yAxis: {
          min: 0,
          max: unit === 'PERCENT' ? 100 : Math.ceil(greatest * 1.1),
          axisLabel: { color: look.soft, fontSize: 11, formatter: (value: number) => write(value, unit) },
          splitLine: { lineStyle: { color: look.line } },
        },
        tooltip: {
          trigger: 'axis',
          formatter: (items) => {
            const [first] = Array.isArray(items) ? items : [items];
            const value = first?.value;
            return first && typeof value === 'number' ? `${first.name}\n${write(value, unit)}` : '';
          },
        },
        series: [
          {
            type: 'line',
            data: steps.map(({ value }) => value),
            connectNulls: true,
            showSymbol: true,
            symbol: 'circle',
            symbolSize: 6,
            lineStyle: { color: look.accent, width: 2 },
            itemStyle: { color: look.accent },
            markLine: {
              silent: true,
              symbol: 'none',
              data: [
                markOf(target, say.target(write(target, unit)), look.good),
                markOf(lowerThreshold, say.threshold(write(lowerThreshold, unit)), look.bad),
              ],
            },
          },
        ],
      };
    },
    [goal, steps, say, write],
  );
}

export function TrendChart({ goal, steps }: { goal: Goal; steps: readonly Step[] }) {
  const say = useTrendMessages();
  const write = useFigureWords();
  const last = steps.findLast(({ value }) => value !== null);
  const label = say.chart(goal.name, last?.value == null ? '–' : write(last.value, goal.unit));
  return <Chart label={label} height={HEIGHT_PX} draw={useDrawing(goal, steps)} />;
}
