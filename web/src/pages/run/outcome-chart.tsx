/** How the rows of a verification split by outcome, one bar a field; the table below has the same figures. */
import { useCallback } from 'react';
import { type FieldClass } from '../../../generated/types';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { Chart } from '../../parts/chart';
import type { ChartOption } from '../../parts/chart-canvas';
import { type ChartLook } from '../../parts/chart-look';
import { formatNumber, formatShare } from '../../shared/format';
import { useLanguage } from '../../shared/use-language';
import { FIELDS, type Outcomes } from './field-outcomes-data';
import { useRunMessages } from './run-messages';

/** A hue for what the class means to a reader, and how strong it is within that: two digits of opacity behind a colour of six. */
const LOOKS: Readonly<
  Record<
    FieldClass,
    readonly [hue: 'good' | 'info' | 'middling' | 'bad' | 'neutral', strength: 'ff' | '8c' | '4d']
  >
> = {
  EXACT: ['good', 'ff'],
  EQUIV: ['good', '8c'],
  FOLD: ['info', 'ff'],
  HISTORIC: ['info', '8c'],
  PARTIAL: ['middling', 'ff'],
  CLOSE: ['middling', '8c'],
  DIFFERENT: ['bad', 'ff'],
  INVALID_INPUT: ['bad', '8c'],
  MISSING_INPUT: ['neutral', 'ff'],
  MISSING_REGISTER: ['neutral', '8c'],
  NOT_COMPARED: ['neutral', '4d'],
};

/** A share that is wide enough for its words. */
const LABELLED = 0.08;
const HEIGHT_PX = 284;
const LEGEND_PX = 112;

function useDrawing({ total, present, rowsOf }: Outcomes) {
  const language = useLanguage();
  return useCallback(
    (look: ChartLook): ChartOption => ({
      grid: { left: 8, right: 24, top: 4, bottom: LEGEND_PX, containLabel: true },
      legend: {
        top: HEIGHT_PX - LEGEND_PX + 20,
        left: 8,
        itemWidth: 14,
        itemHeight: 10,
        itemGap: 12,
        textStyle: { color: look.ink, fontSize: 12 },
      },
      xAxis: {
        max: total,
        axisLabel: { color: look.soft, formatter: (rows: number) => formatShare(rows / total, 0) },
        interval: total / 4,
        splitLine: { lineStyle: { color: look.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: FIELDS.map((field) => comparedFieldWords[field][language]),
        axisLabel: { color: look.ink, fontSize: 12 },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      tooltip: {
        formatter: (item) =>
          Array.isArray(item)
            ? ''
            : `${item.name}\n${item.seriesName}: ${formatNumber(Number(item.value))} (${formatShare(Number(item.value) / total)})`,
      },
      series: present.map((one) => {
        const [hue, strength] = LOOKS[one];
        return {
          type: 'bar' as const,
          name: fieldClassWords[one][language],
          stack: 'rows',
          barWidth: 18,
          itemStyle: { color: `${look[hue]}${strength}`, borderColor: look.surface, borderWidth: 1 },
          data: FIELDS.map((field) => {
            const rows = rowsOf(field, one);
            return { value: rows, label: { show: rows / total >= LABELLED } };
          }),
          label: {
            color: look.ink,
            fontSize: 11,
            fontWeight: 600,
            backgroundColor: look.surface,
            borderRadius: 3,
            padding: [2, 4],
            formatter: ({ value }) => formatShare(Number(value) / total, 0),
          },
        };
      }),
    }),
    [total, present, rowsOf, language],
  );
}

export function OutcomeChart({ outcomes }: { outcomes: Outcomes }) {
  const say = useRunMessages();
  return <Chart label={say.fieldsChart} height={HEIGHT_PX} draw={useDrawing(outcomes)} />;
}
