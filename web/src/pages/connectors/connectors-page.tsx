/** The catalogue of connectors with their health at a glance, and the scenario of the sandbox. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ConnectorHealthChangedDocument } from '../../../generated/connector-health-changed';
import { ConnectorPageDocument } from '../../../generated/connector-page';
import { dataClassWords } from '../../../generated/words/data-class';
import { useHub } from '../../hub/use-hub';
import { useHubStream } from '../../hub/use-hub-stream';
import { Badge, SimulatedBadge } from '../../parts/badge';
import { PageHead } from '../../parts/page-head';
import { SourceLine } from '../../parts/source-line';
import { Answer, EmptyState, Skeleton } from '../../parts/states';
import { formatMoment, formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useServerInfo } from '../../shell/use-server-info';
import { useConnectorMessages } from './connector-messages';
import { BreakerBadge, ConformanceBadge, type Connector, HealthBadge, Latency } from './health';
import { ScenarioPanel } from './scenario-panel';
import './connectors.css';

const REFRESH_MS = 15_000;

function Measured({ connector }: { connector: Connector }) {
  const say = useConnectorMessages();
  const { health } = connector;
  return (
    <dl className="connector-facts">
      <div>
        <dt>{say.success}</dt>
        <dd>{formatShare(health.successRate)}</dd>
      </div>
      <div>
        <dt>{say.calls}</dt>
        <dd>{formatNumber(health.calls)}</dd>
      </div>
      <div>
        <dt>{say.breaker}</dt>
        <dd>
          <BreakerBadge state={health.breaker} />
        </dd>
      </div>
      <div>
        <dt>{say.conformance}</dt>
        <dd>
          <ConformanceBadge conformance={connector.conformance} />
        </dd>
      </div>
    </dl>
  );
}

function ConnectorCard({ connector }: { connector: Connector }) {
  const say = useConnectorMessages();
  const words = useSay();
  const { id, title, health, capabilities, dataClass, settingsProblem } = connector;
  return (
    <article className="connector-card">
      <header>
        <div>
          <h2>
            <Link href={`/connectors/${id}`}>{words(title)}</Link>
          </h2>
          <span className="mono soft small">{id}</span>
        </div>
        <HealthBadge state={health.state} />
      </header>
      <p className="row small">
        {capabilities.map((one) => (
          <span key={one} className="capability">
            {say.capabilityWords[one] ?? one}
          </span>
        ))}
        <span className="soft">{words(dataClassWords[dataClass])}</span>
        <SimulatedBadge simulated={connector.simulated} />
      </p>
      {settingsProblem && (
        <Badge tone="bad">
          {say.problem}: {settingsProblem}
        </Badge>
      )}
      <Latency health={health} />
      <Measured connector={connector} />
      <p className="soft small">
        {say.checkedAt} {formatMoment(health.checkedAt, true)}
        {health.lastError && (
          <>
            {' · '}
            {say.lastError} <code>{health.lastError}</code>
          </>
        )}
      </p>
    </article>
  );
}

export function ConnectorsPage() {
  const say = useConnectorMessages();
  const info = useServerInfo();
  const client = useQueryClient();
  const query = useHub(ConnectorPageDocument, {}, { every: REFRESH_MS });
  useHubStream(ConnectorHealthChangedDocument, {}, () => {
    void client.invalidateQueries({ queryKey: [ConnectorPageDocument.name] });
  });
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead} />
      <Answer query={query} skeleton={<Skeleton lines={6} tall />}>
        {({ connectors }) =>
          connectors.length === 0 ? (
            <EmptyState title={say.empty}>
              <p>{say.emptyNext}</p>
            </EmptyState>
          ) : (
            <div className="connector-cards">
              {connectors.map((connector) => (
                <ConnectorCard key={connector.id} connector={connector} />
              ))}
            </div>
          )
        }
      </Answer>
      {query.data && <SourceLine at={new Date(query.dataUpdatedAt)} source={say.source} />}
      {info?.mode === 'SANDBOX' && <ScenarioPanel />}
    </div>
  );
}
