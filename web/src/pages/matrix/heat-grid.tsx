/** The heat map: items by columns, each cell with mark, word and ground, moved through by the keyboard as a grid. */
import { Fragment, type KeyboardEvent, memo, useRef, useState } from 'react';
import { StatusMark } from '../../parts/status-mark';
import { useStatusWords } from '../../shared/status-words';
import { type Assessment, type Cell, type Column, columnsOf, type Group, type Item } from './matrix-data';
import { useMatrixMessages } from './matrix-messages';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a place; null for keys that do not move. */
function step(
  key: string,
  { row, column }: Place,
  rows: number,
  columns: number,
  far: boolean,
): Place | null {
  const within = (value: number, end: number) => Math.min(Math.max(value, 0), end - 1);
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, rows), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}

function useRovingFocus(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, at, rows, columns, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    const place = `[data-place="${next.row}:${next.column}"]`;
    table.current?.querySelector<HTMLElement>(place)?.focus();
  };
  return { table, at, setAt, onKeyDown };
}

function useCellWords(): (item: Item, cell: Cell) => string {
  const say = useMatrixMessages();
  const words = useStatusWords();
  return (item, cell) =>
    [
      `${item.path} ${cell.column.title.text}: ${words.status[cell.status]}`,
      cell.textState === 'TEXT' && say.hasText,
      cell.textState === 'DASH' && say.dash,
      cell.mergedFrom && say.mergedInto(cell.mergedFrom),
      cell.evidence.totalCount > 0 && say.evidence(cell.evidence.totalCount),
      cell.evidence.nodes.some((node) => node.simulated) && say.simulated,
      cell.followUp && say.followUp,
      cell.needsReview && say.review,
    ]
      .filter(Boolean)
      .join(', ');
}

function CellMarks({ cell }: { cell: Cell }) {
  const words = useStatusWords();
  return (
    <span className="heat-seen" aria-hidden="true">
      <StatusMark status={cell.status} />
      <span className="heat-word">{words.short[cell.status]}</span>
      <span className="heat-marks">
        {cell.textState === 'TEXT' && <span className="heat-text" />}
        {cell.evidence.totalCount > 0 && <span className="heat-evidence">{cell.evidence.totalCount}</span>}
        {(cell.followUp || cell.needsReview) && <span className="heat-flag" />}
      </span>
    </span>
  );
}

function Head({ columns }: { columns: readonly Column[] }) {
  const say = useMatrixMessages();
  return (
    <thead>
      <tr>
        <th scope="col">{say.item}</th>
        {columns.map((column) => (
          <th key={column.code} scope="col" title={column.question}>
            {column.title.text}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function GroupRow({ group, columns }: { group: Group; columns: number }) {
  return (
    <tr className="heat-group">
      <th colSpan={columns + 1} scope="rowgroup">
        <span className="heat-letter">{group.code}</span>
        {group.title.text}
      </th>
    </tr>
  );
}

/** Drawn anew only when the assessment changes: a drawer that opens beside it leaves it alone. */
export const HeatGrid = memo(function HeatGrid({
  assessment,
  onOpen,
}: {
  assessment: Assessment;
  onOpen: (cellId: string) => void;
}) {
  const say = useMatrixMessages();
  const wordsOf = useCellWords();
  const columns = columnsOf(assessment);
  const items = assessment.groups.flatMap((group) => group.items);
  const { table, at, setAt, onKeyDown } = useRovingFocus(items.length, columns.length);
  const cellOf = (item: Item, cell: Cell, place: Place) => (
    <td key={cell.id} role="gridcell">
      <button
        type="button"
        className="heat-cell"
        data-status={cell.status}
        data-place={`${place.row}:${place.column}`}
        tabIndex={at.row === place.row && at.column === place.column ? 0 : -1}
        onFocus={() => setAt(place)}
        onClick={() => onOpen(cell.id)}
      >
        <span className="visually-hidden">{wordsOf(item, cell)}</span>
        <CellMarks cell={cell} />
      </button>
    </td>
  );
  return (
    <div className="heat-frame">
      <table className="heat" role="grid" aria-label={say.grid} ref={table} onKeyDown={onKeyDown}>
        <Head columns={columns} />
        <tbody>
          {assessment.groups.map((group) => (
            <Fragment key={group.code}>
              <GroupRow group={group} columns={columns.length} />
              {group.items.map((item) => (
                <tr key={item.path}>
                  <th scope="row" title={item.title.text}>
                    <span className="heat-path">{item.path}</span>
                    <span className="heat-title">{item.blank ? say.blankItem : item.title.text}</span>
                  </th>
                  {item.cells.map((cell, column) => cellOf(item, cell, { row: items.indexOf(item), column }))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
});
