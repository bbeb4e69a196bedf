/** Every version of a cell, newest first, with the words that changed, who changed them and why. */
import { StatusLabel } from '../../parts/status-mark';
import { formatMoment } from '../../shared/format';
import { useStatusWords } from '../../shared/status-words';
import { type CellDetail } from './cell-data';
import { useCellMessages } from './cell-messages';
import { ProseDiff } from './prose-diff';

export function CellHistory({ cell }: { cell: CellDetail }) {
  const say = useCellMessages();
  const words = useStatusWords();
  return (
    <ol className="cell-list">
      {cell.history.map((one) => (
        <li key={one.version}>
          <p className="row small">
            <strong>{say.version(one.version)}</strong>
            <StatusLabel status={one.status} />
            <span className="soft">
              {formatMoment(one.changedAt)} · {one.changedBy ?? words.source[one.statusSource]}
            </span>
          </p>
          {(one.changeReason ?? one.statusReason) && (
            <p className="small">
              <span className="soft">{say.because}: </span>
              {one.changeReason ?? one.statusReason}
            </p>
          )}
          {one.prose.length > 0 && <ProseDiff parts={one.prose} />}
        </li>
      ))}
    </ol>
  );
}
