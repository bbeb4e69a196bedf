/** The rows that wait for a person: a list, the row at hand beside it, and keys to work through them. */
import { useRef, useState } from 'react';
import { ReviewQueueDocument } from '../../../generated/review-queue';
import { type ReviewTaskWhere, type Verdict } from '../../../generated/types';
import { verdictWords } from '../../../generated/words/verdict';
import { type HubPages, useHubPages } from '../../hub/use-hub-pages';
import { Button, LinkButton } from '../../parts/button';
import { Choice } from '../../parts/fields';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { VerdictBadge } from '../../parts/verdict';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useAddress } from '../../shared/use-address';
import { type DecidedTask, type DecisionHandle } from './decision-form';
import { ReviewCard } from './review-card';
import { useReviewMessages } from './review-messages';
import { type Task } from './task';
import { useHotKeys } from './use-hot-keys';
import './review.css';

const PAGE = 25;
const ANY = 'all';
/** What nobody but a person can settle; PROBABLE rows wait as well, but most purposes take them or leave them. */
const OPEN = 'open';
const REVIEWED: readonly Verdict[] = ['REVIEW', 'AMBIGUOUS', 'PROBABLE'];

function useFilter() {
  const [search, change] = useAddress();
  const verdict = search.get('verdict') ?? OPEN;
  const show = search.get('show') === 'decided' ? 'decided' : 'waiting';
  const run = search.get('run');
  const where: ReviewTaskWhere = {
    decided: show === 'decided',
    ...(verdict !== ANY && {
      verdict: { in: verdict === OPEN ? ['REVIEW', 'AMBIGUOUS'] : [verdict as Verdict] },
    }),
    ...(run !== null && { runId: { eq: run } }),
  };
  const set = (name: 'verdict' | 'show', value: string): void =>
    change({ [name]: value === OPEN || value === 'waiting' ? null : value }, { step: true });
  return { verdict, show, where, set };
}

/** The queue with what was decided here laid over it, so that a row stays in sight with its score. */
function useQueue(where: ReviewTaskWhere) {
  const pages = useHubPages(ReviewQueueDocument, { where, first: PAGE }, ({ reviewTasks }) => reviewTasks);
  const [decided, setDecided] = useState<ReadonlyMap<string, DecidedTask>>(new Map());
  const [at, setAt] = useState(0);
  const tasks: Task[] = (pages.nodes ?? []).map((task) => ({ ...task, ...decided.get(task.id) }));
  const place = Math.min(at, Math.max(tasks.length - 1, 0));
  const goTo = (next: number): void => {
    if (next >= 0 && next < tasks.length) setAt(next);
    if (next >= tasks.length - 5 && pages.hasMore && !pages.isFetching) pages.more();
  };
  const note = (task: DecidedTask): void => setDecided(new Map(decided).set(task.id, task));
  return { pages, tasks, place, goTo, note };
}

function QueueList({
  tasks,
  place,
  onPick,
  pages,
}: {
  tasks: readonly Task[];
  place: number;
  onPick: (place: number) => void;
  pages: HubPages<Task>;
}) {
  const say = useReviewMessages();
  return (
    <Panel title={say.queue} note={say.left(formatNumber(pages.totalCount))} flush>
      <ul className="queue-list">
        {tasks.map((task, index) => (
          <li key={task.id}>
            <button
              type="button"
              className="queue-entry"
              aria-current={index === place}
              onClick={() => onPick(index)}
            >
              <span>
                {say.row(formatNumber(task.line))}
                <span className="soft small queue-file">{task.run.dataset?.name}</span>
              </span>
              <VerdictBadge verdict={task.effectiveVerdict} />
            </button>
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <div className="more-line">
          <Button small isPending={pages.isFetching} onPress={pages.more}>
            {say.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Keys() {
  const say = useReviewMessages();
  return (
    <dl className="review-keys" aria-label={say.keys}>
      {say.keyList.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

function Queue({ where }: { where: ReviewTaskWhere }) {
  const say = useReviewMessages();
  const { pages, tasks, place, goTo, note } = useQueue(where);
  const form = useRef<DecisionHandle>(null);
  useHotKeys({
    '1': () => form.current?.choose('SAME_PERSON'),
    '2': () => form.current?.choose('OTHER_PERSON'),
    '3': () => form.current?.choose('UNDECIDED'),
    j: () => goTo(place + 1),
    k: () => goTo(place - 1),
    Enter: () => form.current?.focusReason(),
    'Ctrl+Enter': () => form.current?.save(),
  });
  const task = tasks[place];
  if (pages.error) return <ErrorPanel error={pages.error} onRetry={pages.again} />;
  if (!pages.nodes) return <Skeleton lines={12} />;
  if (!task) {
    return (
      <Panel title={say.queue}>
        <EmptyState title={say.empty}>
          <p>{say.emptyNext}</p>
          <LinkButton href="/runs?kind=VERIFY">{say.runs}</LinkButton>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className="review-columns">
      <QueueList tasks={tasks} place={place} onPick={goTo} pages={pages} />
      <div className="page">
        <ReviewCard key={task.id} task={task} handle={form} onDecided={note} onNext={() => goTo(place + 1)} />
        <Keys />
      </div>
    </div>
  );
}

export function ReviewPage() {
  const say = useReviewMessages();
  const words = useSay();
  const { verdict, show, where, set } = useFilter();
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        <Choice
          inline
          label={say.which}
          options={[
            { id: 'waiting', label: say.waiting },
            { id: 'decided', label: say.decided },
          ]}
          value={show}
          onChange={(id) => set('show', id)}
        />
        <Choice
          inline
          label={say.verdict}
          options={[
            { id: OPEN, label: say.open },
            { id: ANY, label: say.any },
            ...REVIEWED.map((id) => ({ id, label: words(verdictWords[id]) })),
          ]}
          value={verdict}
          onChange={(id) => set('verdict', id)}
        />
      </PageHead>
      <Queue key={JSON.stringify(where)} where={where} />
    </div>
  );
}
