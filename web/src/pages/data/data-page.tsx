/** The datasets that were loaded, the newest first, and the way to a new one. */
import { Link } from 'wouter';
import { DatasetListDocument } from '../../../generated/dataset-list';
import { type DatasetListQuery } from '../../../generated/types';
import { useSession } from '../../hub/session';
import { useHubPages } from '../../hub/use-hub-pages';
import { Button, LinkButton } from '../../parts/button';
import { DatasetStateBadge } from '../../parts/dataset-state';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { useRunKind } from '../../parts/run-state';
import { RunStateBadge } from '../../parts/run-state-badge';
import { SourceLine } from '../../parts/source-line';
import { EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { formatMoment, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useDataMessages } from './data-messages';

const PAGE = 20;
const REFRESH_MS = 4_000;

type Listed = DatasetListQuery['datasets']['nodes'][number];

function LastRun({ dataset }: { dataset: Listed }) {
  const say = useDataMessages();
  const kindOf = useRunKind();
  const [run] = dataset.runs;
  if (!run) return <span className="soft">{say.none}</span>;
  return (
    <span className="row">
      <Link href={`/runs/${run.id}`}>{kindOf(run.kind)}</Link>
      <RunStateBadge state={run.state} />
    </span>
  );
}

function DatasetRow({ dataset }: { dataset: Listed }) {
  const say = useSay();
  const { id, name, rows, locality, source, state, createdAt } = dataset;
  return (
    <tr>
      <th scope="row">
        <Link href={`/data/${id}`}>{name}</Link>
      </th>
      <td>{say(locality.name)}</td>
      <td>{source.format}</td>
      <td className="number">{formatNumber(rows.accepted)}</td>
      <td className="number">{formatNumber(rows.rejected)}</td>
      <td>
        <DatasetStateBadge state={state} />
      </td>
      <td>
        <LastRun dataset={dataset} />
      </td>
      <td className="number">{formatMoment(createdAt)}</td>
    </tr>
  );
}

function DatasetTable({ datasets }: { datasets: readonly Listed[] }) {
  const say = useDataMessages();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.locality}</th>
          <th scope="col">{say.format}</th>
          <th scope="col" className="number">
            {say.rows}
          </th>
          <th scope="col" className="number">
            {say.rejected}
          </th>
          <th scope="col">{say.state}</th>
          <th scope="col">{say.lastRun}</th>
          <th scope="col" className="number">
            {say.loadedAt}
          </th>
        </tr>
      </thead>
      <tbody>
        {datasets.map((dataset) => (
          <DatasetRow key={dataset.id} dataset={dataset} />
        ))}
      </tbody>
    </table>
  );
}

function Datasets() {
  const say = useDataMessages();
  const pages = useHubPages(DatasetListDocument, { first: PAGE }, ({ datasets }) => datasets, {
    every: REFRESH_MS,
  });
  const { nodes, totalCount } = pages;
  if (!nodes)
    return pages.error ? <ErrorPanel error={pages.error} onRetry={pages.again} /> : <Skeleton lines={8} />;
  return (
    <>
      <Panel title={say.list} note={say.shown(formatNumber(nodes.length), formatNumber(totalCount))} flush>
        {nodes.length === 0 ? (
          <EmptyState title={say.empty}>
            <p>{say.emptyNext}</p>
            <code className="mono">npm run hub06 -- verify samples/residents-dirty.csv --watch</code>
          </EmptyState>
        ) : (
          <DatasetTable datasets={nodes} />
        )}
      </Panel>
      <div className="row">
        {pages.hasMore && (
          <Button isPending={pages.isFetching} onPress={pages.more}>
            {say.more}
          </Button>
        )}
        <SourceLine at={new Date(pages.updatedAt)} source={say.source} />
      </div>
    </>
  );
}

export function DataPage() {
  const say = useDataMessages();
  const { may } = useSession();
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        {may('OPERATOR') && (
          <LinkButton href="/data/new" look="strong" icon="upload">
            {say.upload}
          </LinkButton>
        )}
      </PageHead>
      <Datasets />
    </div>
  );
}
