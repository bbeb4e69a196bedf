/** The matrix as the official document lays it out: bands, groups, merged cells, the prose as it is written. */
import { Fragment, memo } from 'react';
import { StatusMark } from '../../parts/status-mark';
import { useStatusWords } from '../../shared/status-words';
import { type Assessment, bandsOf, type Cell, columnsOf } from './matrix-data';
import { useMatrixMessages } from './matrix-messages';

function ProseCell({ cell, place, onOpen }: { cell: Cell; place: string; onOpen: (id: string) => void }) {
  const words = useStatusWords();
  if (cell.mergedFrom) return null;
  return (
    <td rowSpan={cell.span > 1 ? cell.span : undefined} data-status={cell.status}>
      <button type="button" className="official-status" onClick={() => onOpen(cell.id)}>
        <span className="visually-hidden">{place}: </span>
        <StatusMark status={cell.status} size={12} />
        {words.short[cell.status]}
      </button>
      {cell.textState === 'DASH' && <p>-</p>}
      {cell.text && <p lang="vi">{cell.text}</p>}
    </td>
  );
}

function Heads({ assessment }: { assessment: Assessment }) {
  const say = useMatrixMessages();
  const columns = columnsOf(assessment);
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">
          {say.no}
        </th>
        <th rowSpan={2} scope="col">
          {say.content}
        </th>
        {bandsOf(columns).map(({ title, columns: width }) => (
          <th key={title} colSpan={width} scope="colgroup">
            {title}
          </th>
        ))}
      </tr>
      <tr>
        {columns.map((column) => (
          <th key={column.code} scope="col">
            {column.title.text}
            <small lang="vi">({column.question})</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Drawn anew only when the assessment changes: a drawer that opens beside it leaves it alone. */
export const OfficialTable = memo(function OfficialTable({
  assessment,
  onOpen,
}: {
  assessment: Assessment;
  onOpen: (cellId: string) => void;
}) {
  const say = useMatrixMessages();
  const columns = columnsOf(assessment);
  return (
    <div className="official-frame" role="region" aria-label={say.views.table} tabIndex={0}>
      <table className="official">
        <caption>
          {assessment.template.title.text}, {assessment.locality.name.text}, {assessment.period.label.text}
        </caption>
        <Heads assessment={assessment} />
        <tbody>
          {assessment.groups.map((group) => (
            <Fragment key={group.code}>
              <tr className="official-group">
                <th scope="rowgroup">{group.code}</th>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {group.title.text}
                </th>
              </tr>
              {group.items.map((item) => (
                <tr key={item.path}>
                  <td className="official-no">{item.printedNo}</td>
                  <th scope="row">{item.title.text}</th>
                  {item.cells.map((cell) => (
                    <ProseCell
                      key={cell.id}
                      cell={cell}
                      place={`${item.path} ${cell.column.title.text}`}
                      onOpen={onOpen}
                    />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
});
