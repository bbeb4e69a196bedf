/** Which cells changed since yesterday, newest first. */
import { type UseQueryResult } from '@tanstack/react-query';
import { Link } from 'wouter';
import { LocalitiesDocument } from '../../../generated/localities';
import { type ConsoleChangesQuery } from '../../../generated/types';
import { type HubError } from '../../hub/hub-error';
import { useHub } from '../../hub/use-hub';
import { SimulatedBadge } from '../../parts/badge';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState } from '../../parts/states';
import { StatusLabel } from '../../parts/status-mark';
import { formatAgo } from '../../shared/format';
import { useLanguage } from '../../shared/use-language';
import { type National, newestChanges } from './overview-data';
import { useOverviewMessages } from './overview-messages';

const SHOWN = 6;

/** The names of localities and columns in the reader's language; a flat row knows their codes. */
function useNames({ groups }: National) {
  const language = useLanguage();
  const localities = useHub(LocalitiesDocument, {}).data?.localities;
  const columns = groups[0]?.items[0]?.cells.map(({ column }) => column);
  return {
    localityOf: (code: string) => localities?.find((one) => one.code === code)?.name[language] ?? code,
    columnOf: (code: string) => columns?.find((one) => one.code === code)?.title.text ?? code,
  };
}

export function ChangesPanel({
  national,
  changes,
}: {
  national: National;
  changes: UseQueryResult<ConsoleChangesQuery, HubError>;
}) {
  const say = useOverviewMessages();
  const { localityOf, columnOf } = useNames(national);
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
                    {one.item} · {columnOf(one.column)}
                  </Link>
                  <StatusLabel status={one.status} />
                  <span className="soft small">
                    {localityOf(one.locality)} · {formatAgo(one.changedAt)}{' '}
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
