/** How the cells of each group stand. */
import { Link } from 'wouter';
import { Panel } from '../../parts/panel';
import { ShareBar } from '../../parts/share-bar';
import { StatusMark } from '../../parts/status-mark';
import { formatNumber } from '../../shared/format';
import { STATUSES, useStatusWords } from '../../shared/status-words';
import { countStatuses, type National } from './overview-data';
import { useOverviewMessages } from './overview-messages';

export function GroupsPanel({ national }: { national: National }) {
  const say = useOverviewMessages();
  const words = useStatusWords();
  return (
    <Panel
      title={say.groups}
      note={say.groupsNote}
      actions={
        <Link className="small" href="/matrix">
          {say.openMatrix}
        </Link>
      }
    >
      <table className="groups">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              <span className="visually-hidden">{say.groups}</span>
            </th>
            {STATUSES.map((status) => (
              <th key={status} scope="col" title={words.status[status]}>
                <StatusMark status={status} />
                <span className="groups-status">{words.short[status]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {national.groups.map(({ code, title, items }) => {
            const counts = countStatuses(items);
            return (
              <tr key={code}>
                <th scope="row">
                  <span className="groups-letter">{code}</span>
                  <span className="groups-title">{title.text}</span>
                </th>
                <td className="groups-bar">
                  <ShareBar
                    label={title.text}
                    shares={STATUSES.map((id) => ({
                      id,
                      title: words.status[id],
                      count: counts.get(id) ?? 0,
                    }))}
                  />
                </td>
                {STATUSES.map((status) => (
                  <td key={status} className="groups-count">
                    {formatNumber(counts.get(status) ?? 0)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
