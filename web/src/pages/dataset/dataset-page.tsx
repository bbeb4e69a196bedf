/** One dataset: what came in, how it was understood, what it looks like, what ran on it and what can be done next. */
import { Link, useParams, useSearchParams } from 'wouter';
import { DatasetPageDocument } from '../../../generated/dataset-page';
import { type DatasetPageQuery } from '../../../generated/types';
import { fileEncodingWords } from '../../../generated/words/file-encoding';
import { fileFormatWords } from '../../../generated/words/file-format';
import { mappingSourceWords } from '../../../generated/words/mapping-source';
import { useSession } from '../../hub/session';
import { useHub } from '../../hub/use-hub';
import { SimulatedBadge } from '../../parts/badge';
import { LinkButton } from '../../parts/button';
import { DatasetStateBadge } from '../../parts/dataset-state';
import { Figures } from '../../parts/figures';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { ProgressBar } from '../../parts/progress-bar';
import { isMoving, useRunKind } from '../../parts/run-state';
import { RunStateBadge } from '../../parts/run-state-badge';
import { Answer, EmptyState } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import { formatMoment, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { ColumnsTab } from './columns-tab';
import { useDatasetMessages } from './dataset-messages';
import { ProfileTab } from './profile-tab';
import { StartPanel } from './start-panel';
import './dataset.css';

type Dataset = NonNullable<DatasetPageQuery['dataset']>;

const REFRESH_MS = 3_000;

function Facts({ dataset }: { dataset: Dataset }) {
  const say = useDatasetMessages();
  const words = useSay();
  const { rows, source } = dataset;
  return (
    <Panel title={say.facts} actions={<DatasetStateBadge state={dataset.state} />}>
      {dataset.state === 'IMPORTING' && <p role="status">{say.importing}</p>}
      {dataset.state === 'FAILED' && <p role="alert">{say.failed}</p>}
      <Figures
        figures={[
          { name: say.physical, value: formatNumber(rows.physical) },
          { name: say.accepted, value: formatNumber(rows.accepted) },
          { name: say.rejected, value: formatNumber(rows.rejected) },
        ]}
      />
      <dl className="facts">
        <dt>{say.locality}</dt>
        <dd>{words(dataset.locality.name)}</dd>
        <dt>{say.format}</dt>
        <dd>{words(fileFormatWords[source.format])}</dd>
        <dt>{say.encoding}</dt>
        <dd>{words(fileEncodingWords[source.fileEncoding])}</dd>
        <dt>{say.headerLine}</dt>
        <dd>{formatNumber(source.headerLine)}</dd>
        <dt>{say.mapping}</dt>
        <dd>{words(mappingSourceWords[source.mappingSource])}</dd>
        <dt>{say.loadedAt}</dt>
        <dd>{formatMoment(dataset.createdAt)}</dd>
      </dl>
    </Panel>
  );
}

function RunsTab({ dataset }: { dataset: Dataset }) {
  const say = useDatasetMessages();
  const kindOf = useRunKind();
  if (dataset.runs.length === 0) {
    return (
      <EmptyState title={say.noRuns}>
        <p>{say.noRunsNext}</p>
      </EmptyState>
    );
  }
  return (
    <Panel title={say.runs} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.kind}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.progress}</th>
            <th scope="col" className="number">
              {say.at}
            </th>
          </tr>
        </thead>
        <tbody>
          {dataset.runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <Link href={`/runs/${run.id}`}>{kindOf(run.kind)}</Link>{' '}
                <SimulatedBadge simulated={run.simulated} />
              </th>
              <td>
                <RunStateBadge state={run.state} />
              </td>
              <td>
                <ProgressBar
                  label={say.progress}
                  done={run.progress.done}
                  total={run.progress.total}
                  words={formatNumber(run.progress.done)}
                />
              </td>
              <td className="number">{formatMoment(run.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function DatasetView({ dataset }: { dataset: Dataset }) {
  const say = useDatasetMessages();
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const profiling = dataset.runs.some(({ kind, state }) => kind === 'PROFILE' && isMoving(state));
  const tabs = [
    {
      id: 'profile',
      title: say.tabs.profile,
      content: <ProfileTab id={dataset.id} profiling={profiling || dataset.state === 'IMPORTING'} />,
    },
    { id: 'columns', title: say.tabs.columns, content: <ColumnsTab dataset={dataset} /> },
    { id: 'runs', title: say.tabs.runs, content: <RunsTab dataset={dataset} /> },
  ];
  return (
    <>
      <div className="dataset-top">
        <Facts dataset={dataset} />
        {may('OPERATOR') && <StartPanel id={dataset.id} ready={dataset.state === 'READY'} />}
      </div>
      <Tabs
        label={dataset.name}
        tabs={tabs}
        selected={search.get('tab') ?? 'profile'}
        onSelect={(tab) => setSearch({ tab }, { replace: true })}
      />
    </>
  );
}

export function DatasetPage() {
  const say = useDatasetMessages();
  const { id = '' } = useParams<{ id: string }>();
  const query = useHub(DatasetPageDocument, { id }, { every: REFRESH_MS });
  return (
    <div className="page">
      <PageHead title={query.data?.dataset?.name ?? say.fallback}>
        <LinkButton href={`/quality/dataset/${id}`} icon="file">
          {say.report}
        </LinkButton>
        <LinkButton href="/data">{say.all}</LinkButton>
      </PageHead>
      <Answer query={query}>
        {({ dataset }) =>
          dataset ? (
            <DatasetView dataset={dataset} />
          ) : (
            <EmptyState title={say.missing}>
              <p>{say.missingNext}</p>
            </EmptyState>
          )
        }
      </Answer>
    </div>
  );
}
