/** A long table of which only the rows in sight are drawn; rows still on their way show as bars. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import './virtual-rows.css';

/** Browsers draw no element taller than some 33 million pixels: at this height that is a million rows. */
const ROW_PIXELS = 32;
const OVERSCAN = 12;

export interface VirtualColumn {
  readonly id: string;
  readonly title: string;
  /** A track of the CSS grid: '5rem', 'minmax(8rem, 1fr)'. */
  readonly track: string;
}

interface Props {
  label: string;
  columns: readonly VirtualColumn[];
  count: number;
  /** Null while the row is not there yet. */
  cellsOf: (index: number) => readonly ReactNode[] | null;
  /** Called when other rows come into sight. */
  onSight: (first: number, last: number) => void;
}

export function VirtualRows({ label, columns, count, cellsOf, onSight }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: OVERSCAN,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onSight(first, last), [first, last, onSight]);
  const grid = { gridTemplateColumns: columns.map(({ track }) => track).join(' ') };
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className="virtual" ref={scroller} tabIndex={0} role="region" aria-label={label}>
      <div role="table" aria-label={label} aria-rowcount={count + 1} aria-colcount={columns.length}>
        <div role="rowgroup" className="virtual-head">
          <div role="row" aria-rowindex={1} className="virtual-row" style={grid}>
            {columns.map(({ id, title }) => (
              <span key={id} role="columnheader">
                {title}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="virtual-body" style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const cells = cellsOf(index);
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="virtual-row"
                style={{ ...grid, transform: `translateY(${start}px)` }}
              >
                {columns.map(({ id }, column) => (
                  <span key={id} role="cell">
                    {cells ? cells[column] : <span className="virtual-wait" />}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
