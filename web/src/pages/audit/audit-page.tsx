/** The audit trail: filtered by action and subject, page by page, with the proof that nobody touched it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AuditEntriesDocument } from '../../../generated/audit-entries';
import { type AuditEntriesQuery } from '../../../generated/types';
import { askHub } from '../../hub/ask-hub';
import { type HubError } from '../../hub/hub-error';
import { Button } from '../../parts/button';
import { Choice, TextLine } from '../../parts/fields';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { formatMoment, formatNumber } from '../../shared/format';
import { useAddress } from '../../shared/use-address';
import { useAuditMessages } from './audit-messages';
import { IntegrityPanel } from './integrity-panel';
import './audit.css';

type Entry = AuditEntriesQuery['auditEntries']['nodes'][number];

const PAGE = 50;
const ALL = 'ALL';

function useTrail(action: string | null, subject: string) {
  return useInfiniteQuery<
    AuditEntriesQuery,
    HubError,
    { pages: AuditEntriesQuery[] },
    unknown[],
    string | null
  >({
    queryKey: ['AuditEntries', action, subject],
    initialPageParam: null,
    queryFn: ({ pageParam, signal }) =>
      askHub(
        AuditEntriesDocument,
        { first: PAGE, after: pageParam, action, subject: subject || null },
        { signal },
      ),
    getNextPageParam: ({ auditEntries: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : undefined,
  });
}

function EntryRow({ entry }: { entry: Entry }) {
  const say = useAuditMessages();
  const detail = Object.entries(entry.detail);
  return (
    <tr>
      <td className="audit-time">{formatMoment(entry.at, true)}</td>
      <td>{entry.actor ?? <span className="soft">{say.hubItself}</span>}</td>
      <th scope="row" className="mono">
        {entry.action}
      </th>
      <td className="mono audit-subject">{entry.subject}</td>
      <td className="audit-detail">
        {detail.map(([name, value]) => (
          <span key={name}>
            {name}: <strong>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</strong>
          </span>
        ))}
      </td>
    </tr>
  );
}

function Filters({ actions }: { actions: readonly string[] }) {
  const say = useAuditMessages();
  const [address, change] = useAddress();
  const [subject, setSubject] = useState(address.get('subject') ?? '');
  return (
    <form
      className="audit-filters"
      onSubmit={(event) => {
        event.preventDefault();
        change({ subject: subject.trim() });
      }}
    >
      <Choice
        label={say.action}
        options={[{ id: ALL, label: say.allActions }, ...actions.map((id) => ({ id, label: id }))]}
        value={address.get('action') ?? ALL}
        onChange={(id) => change({ action: id === ALL ? null : id })}
      />
      <TextLine
        label={say.subject}
        placeholder={say.subjectHelp}
        value={subject}
        onChange={setSubject}
        onBlur={() => change({ subject: subject.trim() })}
      />
    </form>
  );
}

function Trail({ entries }: { entries: readonly Entry[] }) {
  const say = useAuditMessages();
  if (entries.length === 0) return <EmptyState title={say.none} />;
  return (
    <table className="table audit">
      <thead>
        <tr>
          {[say.when, say.who, say.action, say.subject, say.detail].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

export function AuditPage() {
  const say = useAuditMessages();
  const [address] = useAddress();
  const trail = useTrail(address.get('action'), address.get('subject') ?? '');
  const pages = trail.data?.pages ?? [];
  const [first] = pages;
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead} />
      <IntegrityPanel />
      <div className="audit-bar">
        <Filters actions={first?.auditActions ?? []} />
        {first && <p className="soft small">{say.entries(formatNumber(first.auditEntries.totalCount))}</p>}
      </div>
      <Panel title={say.title} titled={false} flush>
        {trail.error && <ErrorPanel error={trail.error} onRetry={() => void trail.refetch()} />}
        {trail.isPending && <Skeleton lines={8} />}
        {first && <Trail entries={pages.flatMap(({ auditEntries }) => auditEntries.nodes)} />}
      </Panel>
      {trail.hasNextPage && (
        <p>
          <Button isPending={trail.isFetchingNextPage} onPress={() => void trail.fetchNextPage()}>
            {say.more}
          </Button>
        </p>
      )}
    </div>
  );
}
