/** What somebody should look at now: alerts, sources in trouble, silent IOCs, commitments overdue. */
import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../parts/icon';
import { Panel } from '../../parts/panel';
import { EmptyState } from '../../parts/states';
import { formatAgo, formatDate } from '../../shared/format';
import {
  type Alert,
  type ConnectorState,
  countStages,
  type National,
  type Node,
  overdueCommitments,
  troubledConnectors,
} from './overview-data';
import { useOverviewMessages } from './overview-messages';
import { useConnectorWords } from '../../shared/connector-words';

interface Entry {
  readonly id: string;
  readonly tone: 'bad' | 'warn';
  readonly href: string;
  readonly title: ReactNode;
  readonly detail?: string;
}

function useEntries(
  national: National,
  nodes: readonly Node[],
  connectors: readonly ConnectorState[],
  alerts: readonly Alert[],
): Entry[] {
  const say = useOverviewMessages();
  const words = useConnectorWords();
  const stages = countStages(nodes);
  const troubled = (stages.get('STALE') ?? 0) + (stages.get('DEGRADED') ?? 0);
  const never = stages.get('NOT_STARTED') ?? 0;
  const entries: Entry[] = alerts.map(({ id, severity, summary, state, locality, raisedAt }) => ({
    id,
    tone: severity === 'CRITICAL' ? 'bad' : 'warn',
    href: locality ? `/ioc/${locality.code}` : '/connectors',
    title: summary.text,
    detail: [state === 'ACKNOWLEDGED' && say.acknowledged, raisedAt && formatAgo(raisedAt)]
      .filter(Boolean)
      .join(' · '),
  }));
  for (const { connector, title, status, lastError } of troubledConnectors(connectors)) {
    entries.push({
      id: connector,
      tone: status === 'LATE' ? 'warn' : 'bad',
      href: '/connectors',
      title,
      detail: [words.status[status], lastError].filter(Boolean).join(' · '),
    });
  }
  if (troubled > 0)
    entries.push({ id: 'nodes', tone: 'bad', href: '/ioc?stage=late', title: say.attentionNodes(troubled) });
  if (never > 0) entries.push({ id: 'never', tone: 'warn', href: '/ioc', title: say.attentionNever(never) });
  for (const { id, path, action, dueOn } of overdueCommitments(national)) {
    entries.push({
      id,
      tone: 'warn',
      href: `/matrix?cell=${encodeURIComponent(`${path}/SOLUTION_ROADMAP`)}`,
      title: action,
      detail: `${path} · ${say.overdue} · ${formatDate(dueOn)}`,
    });
  }
  return entries;
}

export function AttentionPanel(props: {
  national: National;
  nodes: readonly Node[];
  connectors: readonly ConnectorState[];
  alerts: readonly Alert[];
}) {
  const say = useOverviewMessages();
  const entries = useEntries(props.national, props.nodes, props.connectors, props.alerts);
  return (
    <Panel title={say.attention}>
      {entries.length === 0 ? (
        <EmptyState title={say.noAttention} />
      ) : (
        <ul className="attention">
          {entries.map(({ id, tone, href, title, detail }) => (
            <li key={id} data-tone={tone}>
              <Icon name="alert" size={16} />
              <Link href={href}>{title}</Link>
              {detail && <span className="soft small">{detail}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
