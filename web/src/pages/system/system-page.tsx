/** How the machinery stands: the work by what became of it, the runs not yet finished, the database and the hub itself. */
import { Link } from 'wouter';
import { ConsoleRunsDocument } from '../../../generated/console-runs';
import { SystemHealthDocument } from '../../../generated/system-health';
import { type ConsoleRunsQuery, type SystemHealthQuery } from '../../../generated/types';
import { useHub } from '../../hub/use-hub';
import { RefreshControl, useAutoRefresh } from '../../parts/auto-refresh';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { ProgressBar } from '../../parts/progress-bar';
import { QueueBoardButton } from '../../parts/queue-board-button';
import { RunStateBadge } from '../../parts/run-state-badge';
import { SourceLine } from '../../parts/source-line';
import { Answer, EmptyState, Skeleton } from '../../parts/states';
import { formatBytes, formatMoment, formatNumber, formatShare } from '../../shared/format';
import { useRunWords } from '../../shared/run-words';
import { useSystemMessages } from './system-messages';
import './system.css';

const TALLIES = [
  { id: 'waiting', bad: false },
  { id: 'waitingForConnector', bad: true },
  { id: 'held', bad: false },
  { id: 'abandoned', bad: true },
  { id: 'quarantined', bad: true },
  { id: 'finishedLastHour', bad: false },
  { id: 'runsFailedLastDay', bad: true },
] as const;

function Tallies({ health }: { health: SystemHealthQuery['systemHealth'] }) {
  const say = useSystemMessages();
  return (
    <ul className="tallies" aria-label={say.work}>
      {TALLIES.map(({ id, bad }) => (
        <li key={id} data-bad={(bad && health[id] > 0) || undefined}>
          <span>{say[id]}</span>
          <strong>{formatNumber(health[id])}</strong>
        </li>
      ))}
    </ul>
  );
}

function ActiveRuns({ runs }: { runs: ConsoleRunsQuery['runs']['nodes'] }) {
  const say = useSystemMessages();
  const words = useRunWords();
  if (runs.length === 0) return <EmptyState title={say.noneActive} />;
  return (
    <table className="table">
      <thead>
        <tr>
          {[say.run, say.state, say.progress, say.created].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, kind, state, dataset, progress, createdAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/runs/${id}`}>
                {words.kind[kind]}
                {dataset && ` · ${dataset.name}`}
              </Link>
            </th>
            <td>
              <RunStateBadge state={state} />
            </td>
            <td>
              <ProgressBar
                label={words.kind[kind]}
                done={progress.done}
                total={progress.total}
                words={formatNumber(progress.done)}
              />
            </td>
            <td>{formatMoment(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts({ systemHealth: health, serverInfo: hub }: SystemHealthQuery) {
  const say = useSystemMessages();
  const used = health.connections / health.largestConnections;
  return (
    <div className="columns-2">
      <Panel title={say.database}>
        <dl className="facts">
          <dt>{say.version}</dt>
          <dd>{health.databaseVersion}</dd>
          <dt>{say.size}</dt>
          <dd>{formatBytes(health.databaseBytes)}</dd>
          <dt>{say.connections}</dt>
          <dd>
            {formatNumber(health.connections)} / {formatNumber(health.largestConnections)} (
            {formatShare(used, 0)})
          </dd>
        </dl>
      </Panel>
      <Panel title={say.hub}>
        <dl className="facts">
          <dt>{say.hubVersion}</dt>
          <dd>{hub.version}</dd>
          <dt>{say.mode}</dt>
          <dd>{say.modes[hub.mode]}</dd>
          <dt>{say.queue}</dt>
          <dd>{say.queues[hub.queueBackend]}</dd>
          <dt>{say.metrics}</dt>
          <dd>
            <a href="/metrics">/metrics</a>
          </dd>
          <dt>{say.ready}</dt>
          <dd>
            <a href="/readyz">/readyz</a>
          </dd>
        </dl>
      </Panel>
    </div>
  );
}

export function SystemPage() {
  const say = useSystemMessages();
  const refresh = useAutoRefresh(10);
  const health = useHub(SystemHealthDocument, {}, { every: refresh.every });
  const runs = useHub(
    ConsoleRunsDocument,
    { first: 20, where: { state: { in: ['QUEUED', 'RUNNING'] } } },
    { every: refresh.every },
  );
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        <RefreshControl refresh={refresh} queries={[health, runs]} />
        <QueueBoardButton />
      </PageHead>
      <Answer query={health} skeleton={<Skeleton lines={8} tall />}>
        {(data) => (
          <>
            <Tallies health={data.systemHealth} />
            <Panel title={say.active} flush>
              <Answer query={runs}>{({ runs: { nodes } }) => <ActiveRuns runs={nodes} />}</Answer>
            </Panel>
            <Facts {...data} />
            <SourceLine at={data.systemHealth.at} source={say.source} />
          </>
        )}
      </Answer>
    </div>
  );
}
