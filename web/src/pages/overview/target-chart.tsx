/** How far each indicator is on the way to its target, which is the line at 100 per cent. */
import type { BarSeriesOption } from 'echarts/charts';
import { useCallback } from 'react';
import { Chart } from '../../parts/chart';
import type { ChartOption } from '../../parts/chart-canvas';
import { type ChartLook } from '../../parts/chart-look';
import { formatNumber } from '../../shared/format';
import { useFigureWords } from '../../shared/unit-words';
import { reachOf, type Placed } from './overview-data';
import { useOverviewMessages } from './overview-messages';

/** The picture ends at half again the target. */
const FURTHEST = 150;
const ROW_PX = 27;
const AXIS_PX = 44;
const LONGEST_NAME_PX = 420;
/** Names take at most this part of the width. */
const NAME_SHARE = 0.46;
const GAP_PX = 12;
const FIGURE_PX = 76;

const rowsOf = (data: string[]) => ({
  type: 'category' as const,
  inverse: true,
  data,
  axisTick: { show: false },
  axisLine: { show: false },
});

function colourOf(look: ChartLook, { band }: Placed['score']): string {
  if (band === 'DONE') return look.good;
  return band === 'BELOW_LOWER' ? look.bad : look.middling;
}

type Words = ReturnType<typeof useOverviewMessages>;
type Write = ReturnType<typeof useFigureWords>;

function tipOf({ score }: Placed, say: Words, write: Write): string {
  const { indicator, observation, band } = score;
  const sign = indicator.direction === 'UP' ? '≥' : '≤';
  return [
    indicator.name.text,
    `${say.value}: ${observation ? write(observation.value, indicator.unit) : '–'}`,
    `${say.target}: ${sign} ${write(indicator.target, indicator.unit)}`,
    band ? say.bands[band] : '',
  ].join('\n');
}

const valueOf = ({ score: { indicator, observation } }: Placed, write: Write) =>
  observation ? write(observation.value, indicator.unit) : '';

function barsOf(placed: readonly Placed[], look: ChartLook, say: Words): BarSeriesOption {
  return {
    type: 'bar',
    barWidth: 12,
    showBackground: true,
    backgroundStyle: { color: look.sunken, borderRadius: 6 },
    data: placed.map(({ score }) => ({
      value: Math.min(reachOf(score) * 100, FURTHEST),
      itemStyle: { color: colourOf(look, score), borderRadius: 6 },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      data: [{ xAxis: 100 }],
      lineStyle: { color: look.ink, type: 'solid', width: 1.5 },
      label: { formatter: say.target, color: look.soft, fontSize: 11, position: 'start', distance: 4 },
    },
  };
}

function useDrawing(placed: readonly Placed[]) {
  const say = useOverviewMessages();
  const write = useFigureWords();
  return useCallback(
    (look: ChartLook, width: number): ChartOption => {
      const names = Math.min(LONGEST_NAME_PX, Math.round(width * NAME_SHARE));
      return {
        aria: { enabled: false },
        grid: { left: names + GAP_PX, right: FIGURE_PX, top: 22, bottom: 4, outerBoundsMode: 'none' },
        xAxis: { max: FURTHEST, axisLabel: { show: false }, splitLine: { show: false } },
        yAxis: [
          {
            ...rowsOf(placed.map(({ path, score }) => `${path}  ${score.indicator.name.text}`)),
            axisLabel: {
              color: look.ink,
              fontSize: 12,
              align: 'left',
              margin: names + GAP_PX,
              width: names,
              overflow: 'truncate',
            },
          },
          {
            ...rowsOf(placed.map((one) => valueOf(one, write))),
            position: 'right',
            axisLabel: {
              color: look.ink,
              fontSize: 12,
              fontWeight: 600,
              align: 'right',
              margin: FIGURE_PX - 4,
            },
          },
        ],
        tooltip: {
          formatter: (item) => {
            const one = Array.isArray(item) ? undefined : placed[item.dataIndex];
            return one ? tipOf(one, say, write) : '';
          },
        },
        series: [barsOf(placed, look, say)],
      };
    },
    [placed, say, write],
  );
}

export function TargetChart({ placed }: { placed: readonly Placed[] }) {
  const say = useOverviewMessages();
  const reached = placed.filter(({ score }) => score.band === 'DONE').length;
  return (
    <Chart
      label={say.chart(formatNumber(reached), formatNumber(placed.length))}
      height={placed.length * ROW_PX + AXIS_PX}
      draw={useDrawing(placed)}
    />
  );
}
