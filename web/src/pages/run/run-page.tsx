/** One run from request to result: progress as it goes, what went wrong, verdicts, changes, pairs and timeline. */
import { useParams, useSearchParams } from 'wouter';
import { LinkButton } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { PageHead } from '../../parts/page-head';
import { isMoving, useRunKind } from '../../parts/run-state';
import { Answer, EmptyState, Skeleton } from '../../parts/states';
import { type TabEntry, Tabs } from '../../parts/tabs';
import { ChangesTab } from './changes-tab';
import { ChunksTab } from './chunks-tab';
import { PairsTab } from './pairs-tab';
import { ProgressPanel } from './progress-panel';
import { RunActions } from './run-actions';
import { RunFacts } from './run-facts';
import { useRunMessages } from './run-messages';
import { type RunView, useRunView } from './run-view';
import { SummaryTab } from './summary-tab';
import { TimelineTab } from './timeline-tab';
import { VerdictsTab } from './verdicts-tab';
import './run.css';

/** Runs that say something of the quality of a file. */
const REPORTED: readonly RunView['kind'][] = ['VERIFY', 'CLEANSE', 'PROFILE', 'LINK'];

/** What went wrong and what to do about it, where something did. */
function Trouble({ run }: { run: RunView }) {
  const say = useRunMessages();
  const words = (say.failed as Partial<Record<string, string>>)[run.state];
  if (!words) return null;
  return (
    <div className="trouble" data-state={run.state} role="status">
      <Icon name="alert" />
      <p>
        {words} {run.errorCode && <code>{run.errorCode}</code>}
      </p>
      {run.state === 'FAILED_CONFIG' && run.connector && (
        <LinkButton small href={`/connectors/${run.connector.id}`}>
          {say.toConnector}
        </LinkButton>
      )}
    </div>
  );
}

function tabsOf(run: RunView, say: ReturnType<typeof useRunMessages>): TabEntry[] {
  const { id, kind } = run;
  const own: Partial<Record<RunView['kind'], TabEntry>> = {
    VERIFY: { id: 'verdicts', title: say.tabs.verdicts, content: <VerdictsTab runId={id} /> },
    CLEANSE: {
      id: 'changes',
      title: say.tabs.changes,
      content: <ChangesTab runId={id} datasetId={run.dataset?.id ?? null} />,
    },
    LINK: { id: 'pairs', title: say.tabs.pairs, content: <PairsTab runId={id} /> },
  };
  return [
    { id: 'summary', title: say.tabs.summary, content: <SummaryTab run={run} /> },
    ...(own[kind] ? [own[kind]] : []),
    {
      id: 'chunks',
      title: say.tabs.chunks,
      content: <ChunksTab runId={id} moving={isMoving(run.state)} />,
    },
    { id: 'timeline', title: say.tabs.timeline, content: <TimelineTab timeline={run.timeline} /> },
  ];
}

function RunBody({ run, isLive }: { run: RunView; isLive: boolean }) {
  const say = useRunMessages();
  const [search, setSearch] = useSearchParams();
  const tabs = tabsOf(run, say);
  const wanted = search.get('tab') ?? 'summary';
  const selected = tabs.some(({ id }) => id === wanted) ? wanted : 'summary';
  return (
    <>
      <Trouble run={run} />
      <div className="run-top">
        <ProgressPanel run={run} isLive={isLive} />
        <RunFacts run={run} />
      </div>
      <Tabs
        label={say.fallback}
        tabs={tabs}
        selected={selected}
        onSelect={(tab) => setSearch({ tab }, { replace: true })}
      />
    </>
  );
}

export function RunPage() {
  const say = useRunMessages();
  const kindOf = useRunKind();
  const { id = '' } = useParams<{ id: string }>();
  const { query, run, isLive } = useRunView(id);
  const title = run ? [kindOf(run.kind), run.dataset?.name].filter(Boolean).join(' – ') : say.fallback;
  return (
    <div className="page">
      <PageHead title={title}>
        {run && <RunActions key={run.id} run={run} />}
        {run && REPORTED.includes(run.kind) && (
          <LinkButton href={`/quality/run/${run.id}`} icon="file">
            {say.report}
          </LinkButton>
        )}
        <LinkButton href="/runs">{say.all}</LinkButton>
      </PageHead>
      <Answer query={query} skeleton={<Skeleton lines={10} />}>
        {() =>
          run ? (
            <RunBody key={run.id} run={run} isLive={isLive} />
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
