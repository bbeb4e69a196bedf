/** Which cells changed since yesterday, newest first. */
import { type UseQueryResult } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type ConsoleChangesQuery } from '../../../generated/types';
import { type HubError } from '../../hub/hub-error';
import { SimulatedBadge } from '../../parts/badge';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState } from '../../parts/states';
import { StatusLabel } from '../../parts/status-mark';
import { formatAgo } from '../../shared/format';
import { newestChanges } from './overview-data';
import { useOverviewMessages } from './overview-messages';

const SHOWN = 6;

export function ChangesPanel({ changes }: { changes: UseQueryResult<ConsoleChangesQuery, HubError> }) {
  const say = useOverviewMessages();
  const all = changes.data?.matrixCellsFlat ?? [];
  return (
    <Panel title={say.changes} note={all.length > 0 && say.changesCount(all.length)}>
      <Answer query={changes}>
        {() =>
          all.length === 0 ? (
            <EmptyState title={say.noChanges}>
              <p>{say.noChangesNext}</p>
            </EmptyState>
          ) : (
            <ul className="changes">
              {newestChanges(all, SHOWN).map((one) => (
                <li key={`${one.locality} ${one.period} ${one.item} ${one.column}`}>
                  <Link
                    href={`/matrix?locality=${one.locality}&period=${one.period}&cell=${encodeURIComponent(`${one.item}/${one.column}`)}`}
                  >
                    {one.item} · {one.columnTitle}
                  </Link>
                  <StatusLabel status={one.status} />
                  <span className="soft small">
                    {one.localityName} · {formatAgo(one.changedAt)}{' '}
                    <SimulatedBadge compact simulated={one.simulated} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
