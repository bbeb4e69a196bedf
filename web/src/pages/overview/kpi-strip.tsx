/** The main figures in one row, each leading to the page that explains it. */
import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { type ConsoleRunsQuery } from '../../../generated/types';
import { SimulatedBadge } from '../../parts/badge';
import { ShareBar } from '../../parts/share-bar';
import { formatNumber, formatShare } from '../../shared/format';
import { STAGES, useStageWords } from '../../shared/ioc-words';
import { STATUSES, useStatusWords } from '../../shared/status-words';
import { type ConnectorState, countStages, type National, type Node, scoresOf } from './overview-data';
import { useOverviewMessages } from './overview-messages';

interface Props {
  national: National;
  nodes: readonly Node[] | undefined;
  connectors: readonly ConnectorState[] | undefined;
  busy: ConsoleRunsQuery['runs'] | undefined;
}

function Kpi({
  title,
  href,
  value,
  of,
  note,
  simulated = false,
  children,
}: {
  title: string;
  href: string;
  value: string;
  of?: string;
  note: string;
  simulated?: boolean;
  children?: ReactNode;
}) {
  return (
    <li className="kpi">
      <Link href={href} className="kpi-title">
        {title}
      </Link>
      <p className="kpi-value">
        {value}
        {of && <span> / {of}</span>}
        <SimulatedBadge compact simulated={simulated} />
      </p>
      {children}
      <p className="kpi-note">{note}</p>
    </li>
  );
}

function MatrixKpis({ national }: { national: National }) {
  const say = useOverviewMessages();
  const words = useStatusWords();
  const { completeness, statuses } = national.summary;
  const counts = new Map(statuses.map(({ status, count }) => [status, count]));
  const all = statuses.reduce((sum, { count }) => sum + count, 0);
  const assessed = all - (counts.get('NOT_ASSESSED') ?? 0);
  const benefiting = counts.get('BENEFITING') ?? 0;
  return (
    <>
      <Kpi
        title={say.assessed}
        href="/matrix"
        value={formatShare(completeness)}
        note={say.ofCells(assessed, all)}
      >
        <ShareBar
          label={say.assessed}
          shares={STATUSES.map((id) => ({ id, title: words.status[id], count: counts.get(id) ?? 0 }))}
        />
      </Kpi>
      <Kpi
        title={say.benefiting}
        href="/matrix"
        value={formatNumber(benefiting)}
        of={formatNumber(assessed)}
        note={say.ofAssessed}
      />
    </>
  );
}

export function KpiStrip({ national, nodes = [], connectors = [], busy }: Props) {
  const say = useOverviewMessages();
  const stageWords = useStageWords();
  const stages = countStages(nodes);
  const known = scoresOf(national).filter(({ score }) => score.observation !== null);
  const reached = known.filter(({ score }) => score.band === 'DONE').length;
  const sound = connectors.filter(({ status }) => status === 'ON_TIME' || status === 'ON_TRACK').length;
  const running = busy?.nodes.filter(({ state }) => state === 'RUNNING').length ?? 0;
  return (
    <ul className="kpis" aria-label={say.kpis}>
      <MatrixKpis national={national} />
      <Kpi
        title={say.ioc}
        href="/ioc"
        value={formatNumber(stages.get('CONNECTED') ?? 0)}
        of={formatNumber(nodes.length)}
        note={say.iocNote}
        simulated={nodes.some(({ simulated }) => simulated)}
      >
        <ShareBar
          label={say.ioc}
          shares={STAGES.map((id) => ({ id, title: stageWords.stage[id], count: stages.get(id) ?? 0 }))}
        />
      </Kpi>
      <Kpi
        title={say.indicators}
        href="/matrix"
        value={formatNumber(reached)}
        of={formatNumber(known.length)}
        note={say.indicatorsNote}
        simulated={known.some(({ score }) => score.observation?.simulated)}
      />
      <Kpi
        title={say.connectors}
        href="/connectors"
        value={formatNumber(sound)}
        of={formatNumber(connectors.length)}
        note={say.connectorsNote}
        simulated={connectors.some(({ simulated }) => simulated)}
      />
      <Kpi
        title={say.running}
        href="/runs"
        value={formatNumber(running)}
        note={say.runningNote((busy?.totalCount ?? 0) - running)}
      />
    </ul>
  );
}
