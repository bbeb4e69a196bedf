/** What happened to a run, line by line, as it was noted in its ledger. */
import { verdictWords } from '../../../generated/words/verdict';
import { Panel } from '../../parts/panel';
import { formatMoment, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useRunEvents } from './run-events';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const words = useSay();
  const say = useRunMessages();
  const entries = Object.entries(detail);
  return (
    <span className="timeline-detail">
      {entries.map(([name, value]) => {
        const known = verdictWords[name as keyof typeof verdictWords];
        const plain = say.details[name] ?? name;
        return (
          <span key={name}>
            <span className="soft">{known ? words(known) : plain}</span>{' '}
            {typeof value === 'number' ? formatNumber(value) : String(value)}
          </span>
        );
      })}
    </span>
  );
}

export function TimelineTab({ timeline }: Pick<RunView, 'timeline'>) {
  const say = useRunMessages();
  const events = useRunEvents();
  return (
    <Panel title={say.tabs.timeline} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.at}</th>
            <th scope="col">{say.event}</th>
            <th scope="col">{say.detail}</th>
          </tr>
        </thead>
        <tbody>
          {timeline.map(({ at, event, detail }, index) => (
            <tr key={`${at} ${index}`}>
              <td className="timeline-at">{formatMoment(at, true)}</td>
              <th scope="row" className="one-line">
                {events[event] ?? event}
              </th>
              <td>
                <Detail detail={detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
