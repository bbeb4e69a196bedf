/** What the marks mean, with the number of cells of each status as a bar. */
import { StatusMark } from '../../parts/status-mark';
import { formatNumber } from '../../shared/format';
import { STATUSES, useStatusWords } from '../../shared/status-words';
import { type Assessment } from './matrix-data';
import { useMatrixMessages } from './matrix-messages';

export function Legend({ assessment }: { assessment: Assessment }) {
  const say = useMatrixMessages();
  const words = useStatusWords();
  const counts = new Map(assessment.summary.statuses.map(({ status, count }) => [status, count]));
  return (
    <ul className="legend" aria-label={say.legend}>
      {STATUSES.map((status) => (
        <li key={status}>
          <StatusMark status={status} />
          {words.status[status]}
          <strong>{formatNumber(counts.get(status) ?? 0)}</strong>
        </li>
      ))}
      <li className="legend-mark">
        <span className="heat-text" /> {say.marks.text}
      </li>
      <li className="legend-mark">
        <span className="heat-evidence">2</span> {say.marks.evidence}
      </li>
      <li className="legend-mark">
        <span className="heat-flag" /> {say.marks.follow}
      </li>
    </ul>
  );
}
