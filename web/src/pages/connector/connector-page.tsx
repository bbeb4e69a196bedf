/** One connector: how it is, what it can do, how it is set up, and whether it conforms. */
import { useParams } from 'wouter';
import { ConnectorPageDocument } from '../../../generated/connector-page';
import { conformanceOutcomeWords } from '../../../generated/words/conformance-outcome';
import { dataClassWords } from '../../../generated/words/data-class';
import { useSession } from '../../hub/session';
import { useHub } from '../../hub/use-hub';
import { Badge, SimulatedBadge, type Tone } from '../../parts/badge';
import { LinkButton } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { SourceLine } from '../../parts/source-line';
import { Answer, EmptyState } from '../../parts/states';
import { formatMoment, formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useConnectorMessages } from '../connectors/connector-messages';
import { BreakerBadge, ConformanceBadge, type Connector, HealthBadge, Latency } from '../connectors/health';
import { SettingsForm } from './settings-form';
import '../connectors/connectors.css';

const REFRESH_MS = 10_000;
const OUTCOMES: Readonly<Record<string, Tone>> = { PASSED: 'good', FAILED: 'bad', NOT_APPLICABLE: 'calm' };

function Health({ connector }: { connector: Connector }) {
  const say = useConnectorMessages();
  const words = useSay();
  const { health, limits } = connector;
  return (
    <Panel
      title={say.health}
      actions={
        <>
          <SimulatedBadge simulated={connector.simulated} />
          <HealthBadge state={health.state} />
        </>
      }
    >
      <Latency health={health} />
      <dl className="facts connector-details">
        <dt>{say.success}</dt>
        <dd>{formatShare(health.successRate)}</dd>
        <dt>{say.calls}</dt>
        <dd>{formatNumber(health.calls)}</dd>
        <dt>{say.retries}</dt>
        <dd>{formatShare(health.retryRate)}</dd>
        <dt>{say.breaker}</dt>
        <dd>
          <BreakerBadge state={health.breaker} />
        </dd>
        {health.restingUntil && (
          <>
            <dt>{say.restingUntil}</dt>
            <dd>{formatMoment(health.restingUntil, true)}</dd>
          </>
        )}
        <dt>{say.quota}</dt>
        <dd>{formatNumber(health.quotaLeft)}</dd>
        <dt>{say.lastError}</dt>
        <dd>{health.lastError ? <code>{health.lastError}</code> : say.noError}</dd>
        <dt>{say.capabilities}</dt>
        <dd>{connector.capabilities.map((one) => say.capabilityWords[one] ?? one).join(', ')}</dd>
        <dt>{say.dataClass}</dt>
        <dd>{words(dataClassWords[connector.dataClass])}</dd>
        <dt>{say.limits}</dt>
        <dd>
          {say.limitWords(
            formatNumber(limits.batch),
            formatNumber(limits.inFlight),
            formatNumber(limits.deadlineMs / 1000),
          )}
        </dd>
        <dt>{say.checkedAt}</dt>
        <dd>{formatMoment(health.checkedAt, true)}</dd>
      </dl>
    </Panel>
  );
}

function Settings({ connector }: { connector: Connector }) {
  const say = useConnectorMessages();
  const { may } = useSession();
  return (
    <Panel title={say.settings}>
      {connector.settingsProblem && (
        <Notice tone="bad">
          {say.problem}: <code>{connector.settingsProblem}</code>
        </Notice>
      )}
      {may('ADMIN') ? <SettingsForm connector={connector} /> : <p className="soft">{say.settingsFor}</p>}
    </Panel>
  );
}

function Conformance({ connector }: { connector: Connector }) {
  const say = useConnectorMessages();
  const words = useSay();
  const { conformance } = connector;
  if (!conformance) {
    return (
      <Panel title={say.conformance} actions={<ConformanceBadge conformance={null} />}>
        <EmptyState title={say.untested}>
          <p>{say.untestedNext}</p>
          <code className="mono">npm run hub06 -- conform {connector.id}</code>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title={say.conformance}
      note={`${formatMoment(conformance.at)} · ${say.notApplicable(formatNumber(conformance.notApplicable))}`}
      actions={<ConformanceBadge conformance={conformance} />}
      flush
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.case}</th>
            <th scope="col">{say.outcome}</th>
            <th scope="col">{say.detail}</th>
          </tr>
        </thead>
        <tbody>
          {conformance.cases.map(({ id, outcome, detail }) => (
            <tr key={id}>
              <th scope="row" className="mono">
                {id}
              </th>
              <td>
                <Badge tone={OUTCOMES[outcome] ?? 'calm'}>{words(conformanceOutcomeWords[outcome])}</Badge>
              </td>
              <td lang="en">{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

export function ConnectorPage() {
  const say = useConnectorMessages();
  const words = useSay();
  const { id } = useParams<{ id: string }>();
  const query = useHub(ConnectorPageDocument, {}, { every: REFRESH_MS });
  const connector = query.data?.connectors.find((one) => one.id === id);
  return (
    <div className="page">
      <PageHead
        title={connector ? words(connector.title) : say.title}
        lead={connector && <code>{connector.id}</code>}
      >
        <LinkButton href="/connectors">{say.all}</LinkButton>
      </PageHead>
      <Answer query={query}>
        {() =>
          connector ? (
            <>
              <div className="columns-2">
                <Health connector={connector} />
                <Settings connector={connector} />
              </div>
              <Conformance connector={connector} />
              <SourceLine
                at={new Date(query.dataUpdatedAt)}
                source={say.source}
                simulated={connector.simulated}
              />
            </>
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
