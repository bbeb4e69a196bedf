/** The nation on one page: statuses, indicators against target, IOCs, connections, runs, what needs attention, what changed. */
import { useState } from 'react';
import { ConnectorStatusFlatDocument } from '../../../generated/connector-status-flat';
import { ConsoleAlertsDocument } from '../../../generated/console-alerts';
import { ConsoleChangesDocument } from '../../../generated/console-changes';
import { ConsoleNodesDocument } from '../../../generated/console-nodes';
import { ConsoleOverviewDocument } from '../../../generated/console-overview';
import { ConsoleRunsDocument } from '../../../generated/console-runs';
import { useSession } from '../../hub/session';
import { useHub } from '../../hub/use-hub';
import { RefreshControl, useAutoRefresh } from '../../parts/auto-refresh';
import { PageHead } from '../../parts/page-head';
import { Answer, Skeleton } from '../../parts/states';
import { useWall, WallButton } from '../../parts/wall';
import { CURRENT_PERIOD } from '../../shared/current-period';
import { AttentionPanel } from './attention-panel';
import { ChangesPanel } from './changes-panel';
import { GroupsPanel } from './groups-panel';
import { IndicatorsPanel } from './indicators-panel';
import { KpiStrip } from './kpi-strip';
import { useOverviewMessages } from './overview-messages';
import { RunsPanel } from './runs-panel';
import './overview.css';

const DAY_MS = 86_400_000;

/** To the minute, so that the question stays the same one for as long. */
function yesterday(): string {
  return new Date(Math.floor((Date.now() - DAY_MS) / 60_000) * 60_000).toISOString();
}

function useOverview(every: number | false) {
  const { holder } = useSession();
  const [since] = useState(yesterday);
  const locality = holder?.locality?.code ?? 'VN';
  return {
    national: useHub(ConsoleOverviewDocument, { locality, period: CURRENT_PERIOD }, { every }),
    nodes: useHub(ConsoleNodesDocument, {}, { every }),
    connectors: useHub(ConnectorStatusFlatDocument, {}, { every }),
    changes: useHub(ConsoleChangesDocument, { since, limit: 5000 }, { every }),
    alerts: useHub(ConsoleAlertsDocument, {}, { every }),
    runs: useHub(ConsoleRunsDocument, { first: 6 }, { every }),
    busy: useHub(
      ConsoleRunsDocument,
      { first: 20, where: { state: { in: ['QUEUED', 'RUNNING'] } } },
      { every },
    ),
  };
}

export function OverviewPage() {
  const say = useOverviewMessages();
  const [wall, toggleWall] = useWall();
  const refresh = useAutoRefresh(wall ? 15 : 60);
  const { national, nodes, connectors, changes, alerts, runs, busy } = useOverview(refresh.every);
  return (
    <div className="page overview" data-wall={wall || undefined}>
      <PageHead title={say.title} lead={national.data?.matrix.period.label.text}>
        <RefreshControl refresh={refresh} queries={[national, nodes, connectors, changes, runs]} />
        <WallButton wall={wall} toggle={toggleWall} />
      </PageHead>
      <Answer query={national} skeleton={<Skeleton lines={12} tall />}>
        {({ matrix }) => (
          <>
            <KpiStrip
              national={matrix}
              nodes={nodes.data?.iocNodes}
              connectors={connectors.data?.connectorStatusFlat}
              busy={busy.data?.runs}
            />
            <div className="overview-grid">
              <div className="overview-column">
                <GroupsPanel national={matrix} />
                <IndicatorsPanel national={matrix} />
              </div>
              <div className="overview-column">
                <AttentionPanel
                  national={matrix}
                  nodes={nodes.data?.iocNodes ?? []}
                  connectors={connectors.data?.connectorStatusFlat ?? []}
                  alerts={alerts.data?.alerts.nodes ?? []}
                />
                <ChangesPanel national={matrix} changes={changes} />
                <RunsPanel runs={runs} />
              </div>
            </div>
          </>
        )}
      </Answer>
    </div>
  );
}
