/** The runs, the newest first, by kind and state; those under way move on. */
import { Link } from 'wouter';
import { RunListDocument } from '../../../generated/run-list';
import { type RunKind, type RunListQuery, type RunState, type RunWhere } from '../../../generated/types';
import { useHub } from '../../hub/use-hub';
import { SimulatedBadge } from '../../parts/badge';
import { Button, LinkButton } from '../../parts/button';
import { Choice } from '../../parts/fields';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { QueueBoardButton } from '../../parts/queue-board-button';
import { ProgressBar } from '../../parts/progress-bar';
import { isMoving, useRunKind } from '../../parts/run-state';
import { RunStateBadge } from '../../parts/run-state-badge';
import { SourceLine } from '../../parts/source-line';
import { Answer, EmptyState, Skeleton } from '../../parts/states';
import { VerdictStripe } from '../../parts/verdict';
import { formatMoment, formatNumber, formatShare, formatSpan } from '../../shared/format';
import { useRunWords } from '../../shared/run-words';
import { useAddress } from '../../shared/use-address';
import { useRunsMessages } from './runs-messages';
import './runs.css';

type ListedRun = RunListQuery['runs']['nodes'][number];

const PAGE = 25;
const MOST = 200;
const REFRESH_MS = 3_000;
const ANY = '-';

function useFilter() {
  const [search, change] = useAddress();
  const kind = search.get('kind') ?? ANY;
  const state = search.get('state') ?? ANY;
  const first = Math.min(Number(search.get('first')) || PAGE, MOST);
  const where: RunWhere = {
    ...(kind !== ANY && { kind: { eq: kind as RunKind } }),
    ...(state !== ANY && { state: { eq: state as RunState } }),
  };
  const set = (name: string, value: string): void =>
    change({ first: null, [name]: value === ANY ? null : value }, { step: name !== 'first' });
  return { kind, state, first, where, set };
}

function Progress({ run }: { run: ListedRun }) {
  const say = useRunsMessages();
  const { done, total, rowsPerSecond } = run.progress;
  // A file that is loaded or profiled is taken as a whole and counts no rows.
  if (!isMoving(run.state)) return done === 0 && !total ? '–' : formatNumber(done);
  const share = total ? formatShare(done / total, 0) : formatNumber(done);
  const words = rowsPerSecond ? `${share} · ${say.rate(formatNumber(rowsPerSecond))}` : share;
  return <ProgressBar label={say.progress} done={done} total={total} words={words} />;
}

function RunRow({ run }: { run: ListedRun }) {
  const kindOf = useRunKind();
  const took = run.finishedAt ? (Date.parse(run.finishedAt) - Date.parse(run.createdAt)) / 1000 : null;
  return (
    <tr>
      <th scope="row">
        <Link href={`/runs/${run.id}`}>{kindOf(run.kind)}</Link> <SimulatedBadge simulated={run.simulated} />
      </th>
      <td>{run.dataset && <Link href={`/data/${run.dataset.id}`}>{run.dataset.name}</Link>}</td>
      <td>
        <RunStateBadge state={run.state} />
        {run.errorCode && <div className="mono soft small">{run.errorCode}</div>}
      </td>
      <td className="number">
        <Progress run={run} />
      </td>
      <td className="runs-result">
        <VerdictStripe counts={run.counts} />
      </td>
      <td className="number">{formatMoment(run.createdAt)}</td>
      <td className="number">{formatSpan(took)}</td>
    </tr>
  );
}

function RunTable({ runs }: { runs: readonly ListedRun[] }) {
  const say = useRunsMessages();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.kind}</th>
          <th scope="col">{say.dataset}</th>
          <th scope="col">{say.state}</th>
          <th scope="col" className="number">
            {say.progress}
          </th>
          <th scope="col">{say.result}</th>
          <th scope="col" className="number">
            {say.startedAt}
          </th>
          <th scope="col" className="number">
            {say.took}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function useOptions(words: Readonly<Record<string, string>>) {
  const { any } = useRunsMessages();
  return [{ id: ANY, label: any }, ...Object.entries(words).map(([id, label]) => ({ id, label }))];
}

export function RunsPage() {
  const say = useRunsMessages();
  const { kind, state, first, where, set } = useFilter();
  const words = useRunWords();
  const kinds = useOptions(words.kind);
  const states = useOptions(words.state);
  const query = useHub(RunListDocument, { where, first }, { keepPrevious: true, every: REFRESH_MS });
  const runs = query.data?.runs;
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        <QueueBoardButton />
      </PageHead>
      <Panel
        title={say.list}
        note={runs && say.total(formatNumber(runs.totalCount))}
        actions={
          <>
            <Choice inline label={say.kind} options={kinds} value={kind} onChange={(id) => set('kind', id)} />
            <Choice
              inline
              label={say.state}
              options={states}
              value={state}
              onChange={(id) => set('state', id)}
            />
          </>
        }
        flush
      >
        <Answer query={query} skeleton={<Skeleton lines={10} />}>
          {(data) =>
            data.runs.nodes.length === 0 ? (
              <EmptyState title={say.empty}>
                <p>{say.emptyNext}</p>
                <LinkButton href="/data">{say.files}</LinkButton>
              </EmptyState>
            ) : (
              <RunTable runs={data.runs.nodes} />
            )
          }
        </Answer>
      </Panel>
      <div className="row">
        {runs?.pageInfo.hasNextPage && first < MOST && (
          <Button onPress={() => set('first', String(first + PAGE))}>{say.more}</Button>
        )}
        {runs && <SourceLine at={new Date(query.dataUpdatedAt)} source={say.source} />}
      </div>
    </div>
  );
}
