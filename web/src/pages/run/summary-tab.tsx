/** What came of a run: verdicts, fields, files, and the cells of the matrix that it feeds. */
import { Link, useLocation } from 'wouter';
import { LinkButton } from '../../parts/button';
import { Figures } from '../../parts/figures';
import { Panel } from '../../parts/panel';
import { EmptyState } from '../../parts/states';
import { VerdictSplit } from '../../parts/verdict';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { FieldOutcomes } from './field-outcomes';
import { FilesPanel } from './files-panel';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

function Cells({ cells }: { cells: RunView['feedsCells'] }) {
  const say = useRunMessages();
  const words = useSay();
  return (
    <Panel title={say.cells}>
      {cells.length === 0 ? (
        <p className="soft">{say.noCells}</p>
      ) : (
        <ul className="fed-cells">
          {cells.map(({ id, item, column }) => (
            <li key={id}>
              <Link href={`/matrix?cell=${item.path}/${column.code}`}>
                <strong>{item.path}</strong> {words(item.title)}
              </Link>
              <span className="soft"> – {words(column.title)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const sameCounts = ({ counts, effectiveCounts }: RunView): boolean =>
  counts.every(({ verdict, count }) =>
    effectiveCounts.some((other) => other.verdict === verdict && other.count === count),
  );

function VerifySummary({ run }: { run: RunView }) {
  const say = useRunMessages();
  const [, navigate] = useLocation();
  const open = run.counts.some(({ verdict }) => ['REVIEW', 'AMBIGUOUS', 'PROBABLE'].includes(verdict));
  return (
    <div className="run-columns">
      <div className="run-stack">
        <Panel
          title={say.counts}
          note={say.countsNote}
          actions={
            open && (
              <LinkButton small href={`/review?run=${run.id}`}>
                {say.review}
              </LinkButton>
            )
          }
        >
          <VerdictSplit
            counts={run.counts}
            onPick={(verdict) => navigate(`/runs/${run.id}?tab=verdicts&verdict=${verdict}`)}
          />
          {!sameCounts(run) && (
            <>
              <h3 className="panel-sub">{say.effective}</h3>
              <VerdictSplit counts={run.effectiveCounts} />
            </>
          )}
        </Panel>
        <FilesPanel artifacts={run.artifacts} />
      </div>
      <div className="run-stack">
        <FieldOutcomes id={run.id} />
        <Cells cells={run.feedsCells} />
      </div>
    </div>
  );
}

function SyncSummary({ sync }: { sync: NonNullable<RunView['sync']> }) {
  const say = useRunMessages();
  const figures = Object.entries(say.synced).map(([name, words]) => ({
    name: words,
    value: formatNumber(sync[name as keyof typeof say.synced]),
  }));
  return (
    <Panel title={say.syncResult} note={say.syncNote}>
      <Figures figures={figures} />
    </Panel>
  );
}

export function SummaryTab({ run }: { run: RunView }) {
  const say = useRunMessages();
  if (run.kind === 'VERIFY' && run.counts.length > 0) return <VerifySummary run={run} />;
  if (run.sync) return <SyncSummary sync={run.sync} />;
  if (run.kind === 'PROFILE' || run.kind === 'IMPORT') {
    return (
      <EmptyState title={say.over}>
        {run.dataset && (
          <LinkButton href={`/data/${run.dataset.id}`} look="strong">
            {say.profile}
          </LinkButton>
        )}
      </EmptyState>
    );
  }
  return (
    <div className="columns-2">
      <FilesPanel artifacts={run.artifacts} />
      <Cells cells={run.feedsCells} />
    </div>
  );
}
