/** The profile of a dataset, a card for each column. */
import { useEffect } from 'react';
import { DatasetPageDocument } from '../../../generated/dataset-page';
import { DatasetProfileDocument } from '../../../generated/dataset-profile';
import { StartRunDocument } from '../../../generated/start-run';
import { type DatasetProfileQuery } from '../../../generated/types';
import { consistencyCheckWords } from '../../../generated/words/consistency-check';
import { profileSignWords } from '../../../generated/words/profile-sign';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { useSession } from '../../hub/session';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Meter } from '../../parts/meter';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState } from '../../parts/states';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useDatasetMessages } from './dataset-messages';

type Profile = NonNullable<NonNullable<DatasetProfileQuery['dataset']>['profile']>;
type Column = Profile['columns'][number];
type Share = Column['completeness'];

const REFRESH_MS = 2_000;

function ShareLine({ label, share }: { label: string; share: Share }) {
  const say = useDatasetMessages().profile;
  if (share.value === null) return null;
  const title =
    `${say.ofRows(formatNumber(share.numerator), formatNumber(share.denominator))}; ` +
    `${say.interval} ${formatShare(share.low)} – ${formatShare(share.high)}`;
  return (
    <div className="share-line" title={title}>
      <span>{label}</span>
      <Meter label={label} share={share.value} />
      <span className="share-value">{formatShare(share.value)}</span>
    </div>
  );
}

function Counted({ title, list }: { title: string; list: Column['patterns'] }) {
  if (list.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul className="counted">
        {list.slice(0, 4).map(({ text, count }) => (
          <li key={text}>
            <code>{text}</code>
            <span className="soft">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ColumnCard({ column }: { column: Column }) {
  const say = useDatasetMessages().profile;
  const words = useSay();
  return (
    <article className="column-card">
      <header>
        <h3>{column.header}</h3>
        {column.field && <span className="soft small">{words(residentFieldWords[column.field])}</span>}
      </header>
      <ShareLine label={say.complete} share={column.completeness} />
      {column.validity && <ShareLine label={say.valid} share={column.validity} />}
      <p className="column-numbers">
        <span>
          {say.distinct} <strong>{formatNumber(column.distinct)}</strong>
        </span>
        <span>
          {say.length}{' '}
          <strong>
            {formatNumber(column.shortest)}–{formatNumber(column.longest)}
          </strong>
        </span>
      </p>
      {column.signs.length > 0 && (
        <div className="row">
          {column.signs.map(({ sign, rows }) => (
            <Badge key={sign} tone="warn">
              {words(profileSignWords[sign])} · {say.rows(formatNumber(rows))}
            </Badge>
          ))}
        </div>
      )}
      <div className="column-lists">
        <Counted title={say.patterns} list={column.patterns} />
        <Counted title={say.top} list={column.topValues} />
      </div>
    </article>
  );
}

function ProfileView({ profile }: { profile: Profile }) {
  const say = useDatasetMessages().profile;
  const words = useSay();
  return (
    <>
      {profile.consistency.length > 0 && (
        <Panel title={say.consistency}>
          {profile.consistency.map(({ check, share }) => (
            <ShareLine key={check} label={words(consistencyCheckWords[check])} share={share} />
          ))}
        </Panel>
      )}
      <div className="column-cards">
        {profile.columns.map((column, index) => (
          <ColumnCard key={`${column.header} ${index}`} column={column} />
        ))}
      </div>
    </>
  );
}

export function ProfileTab({ id, profiling }: { id: string; profiling: boolean }) {
  const say = useDatasetMessages().profile;
  const { may } = useSession();
  const query = useHub(DatasetProfileDocument, { id }, { every: profiling ? REFRESH_MS : false });
  const { refetch } = query;
  // The run may end between two askings: what it found is fetched once more when it is over.
  useEffect(() => {
    if (!profiling) void refetch();
  }, [profiling, refetch]);
  const start = useHubWrite(StartRunDocument, [DatasetPageDocument]);
  const run = () =>
    start.mutate({ input: { kind: 'PROFILE', datasetId: id, idempotencyKey: `profile-${id}` } });
  return (
    <Answer query={query}>
      {({ dataset }) =>
        dataset?.profile ? (
          <div className="page">
            <ProfileView profile={dataset.profile} />
          </div>
        ) : (
          <EmptyState title={profiling ? say.running : say.none}>
            <p>{say.next}</p>
            {!profiling && may('OPERATOR') && (
              <Button onPress={run} isPending={start.isPending}>
                {say.run}
              </Button>
            )}
          </EmptyState>
        )
      }
    </Answer>
  );
}
