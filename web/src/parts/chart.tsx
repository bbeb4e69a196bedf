/** A chart with the words that say what it shows; a table with the same figures always stands beside it. */
import type { ECharts } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { ChartOption } from './chart-canvas';
import { type ChartLook, useChartLook } from './chart-look';
import './chart.css';

/** What every chart has in common: our letters, our colours, tips drawn on the canvas since the page's policy allows no inline style. */
function frame(look: ChartLook): ChartOption {
  return {
    animation: look.animation,
    animationDuration: 250,
    textStyle: { fontFamily: look.font, color: look.ink },
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.strongLine,
      textStyle: { color: look.ink, fontFamily: look.font, fontSize: 12 },
    },
  };
}

export function Chart({
  label,
  height,
  draw,
}: {
  /** Read aloud in place of the picture: what it shows and the main thing to be seen. */
  label: string;
  /** Pixels. */
  height: number;
  /** Must stay the same function for as long as it draws the same. `width` in pixels. */
  draw: (look: ChartLook, width: number) => ChartOption;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [width, setWidth] = useState(0);
  const look = useChartLook();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let opened: ECharts | null = null;
    let gone = false;
    const watch = new ResizeObserver(() => {
      opened?.resize();
      setWidth(element.clientWidth);
    });
    // The letters of a canvas do not change once they are drawn, so they must be there first.
    void Promise.all([import('./chart-canvas'), document.fonts.ready]).then(([{ openChart }]) => {
      if (gone) return;
      opened = openChart(element);
      watch.observe(element);
      setChart(opened);
    });
    return () => {
      gone = true;
      watch.disconnect();
      opened?.dispose();
    };
  }, []);
  useEffect(() => {
    if (width === 0) return;
    const [common, own] = [frame(look), draw(look, width)];
    chart?.setOption(
      { ...common, ...own, tooltip: { ...common.tooltip, ...own.tooltip } },
      { notMerge: true },
    );
  }, [chart, look, width, draw]);
  return (
    <div
      ref={place}
      className="chart"
      role="img"
      aria-label={label}
      data-drawn={width > 0 || undefined}
      style={{ height }}
    />
  );
}
