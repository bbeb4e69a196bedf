/** The newest runs, those at work with how far they have come. */
import { type UseQueryResult } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type ConsoleRunsQuery } from '../../../generated/types';
import { type HubError } from '../../hub/hub-error';
import { SimulatedBadge } from '../../parts/badge';
import { LinkButton } from '../../parts/button';
import { Panel } from '../../parts/panel';
import { ProgressBar } from '../../parts/progress-bar';
import { RunStateBadge } from '../../parts/run-state-badge';
import { Answer, EmptyState } from '../../parts/states';
import { formatAgo, formatNumber } from '../../shared/format';
import { useRunWords } from '../../shared/run-words';
import { useOverviewMessages } from './overview-messages';

type Run = ConsoleRunsQuery['runs']['nodes'][number];

function RunEntry({ run }: { run: Run }) {
  const words = useRunWords();
  const { id, kind, state, dataset, progress, createdAt, simulated } = run;
  return (
    <li>
      <Link href={`/runs/${id}`}>
        {words.kind[kind]}
        {dataset && ` · ${dataset.name}`}
      </Link>
      <RunStateBadge state={state} />
      {state === 'RUNNING' ? (
        <ProgressBar
          label={words.kind[kind]}
          done={progress.done}
          total={progress.total}
          words={formatNumber(progress.done)}
        />
      ) : (
        <span className="soft small">
          {formatNumber(progress.done)} {words.rows} · {formatAgo(createdAt)}{' '}
          <SimulatedBadge compact simulated={simulated} />
        </span>
      )}
    </li>
  );
}

export function RunsPanel({ runs }: { runs: UseQueryResult<ConsoleRunsQuery, HubError> }) {
  const say = useOverviewMessages();
  return (
    <Panel
      title={say.runs}
      actions={
        <Link className="small" href="/runs">
          {say.allRuns}
        </Link>
      }
    >
      <Answer query={runs}>
        {({ runs: { nodes } }) =>
          nodes.length === 0 ? (
            <EmptyState title={say.noRuns}>
              <p>{say.noRunsNext}</p>
              <LinkButton href="/data/new" icon="upload" small>
                {say.upload}
              </LinkButton>
            </EmptyState>
          ) : (
            <ul className="changes">
              {nodes.slice(0, 4).map((run) => (
                <RunEntry key={run.id} run={run} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
