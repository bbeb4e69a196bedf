/** The IOC of one province: how it stands and why, what its feeds bring in and how good that is, how it came to this. */
import { Link, useParams } from 'wouter';
import { IocNodeDocument } from '../../../generated/ioc-node';
import { type IocNodeQuery } from '../../../generated/types';
import { useHub } from '../../hub/use-hub';
import { LinkButton, OutsideLink } from '../../parts/button';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { SourceLine } from '../../parts/source-line';
import { StageLabel } from '../../parts/stage-mark';
import { Answer, EmptyState } from '../../parts/states';
import { formatMoment, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useServerInfo } from '../../shell/use-server-info';
import { FeedsTable } from './feeds-table';
import { formatLag } from './format-lag';
import { useIocMessages } from './ioc-messages';
import { StageStrip } from './stage-strip';
import { TrendPanel } from './trend-panel';
import './ioc.css';

export type Province = NonNullable<IocNodeQuery['iocNode']>;

function StatePanel({ node }: { node: Province }) {
  const say = useIocMessages();
  const pick = useSay();
  return (
    <Panel title={say.state}>
      <dl className="facts">
        <dt>{say.stage}</dt>
        <dd>
          <StageLabel stage={node.stage} />
        </dd>
        <dt>{say.since}</dt>
        <dd>{formatMoment(node.stageSince)}</dd>
        <dt>{say.why}</dt>
        <dd>{pick(node.why.words)}</dd>
        <dt>{say.month}</dt>
        <dd>
          <StageStrip node={node} stage={node.stage} />
        </dd>
        <dt>{say.centre}</dt>
        <dd>{node.connectedToCentre ? say.yes : say.no}</dd>
        <dt>{say.register}</dt>
        <dd>{node.connectedToRegister ? say.yes : say.no}</dd>
        <dt>{say.lag}</dt>
        <dd>{formatLag(node.lagMinutes)}</dd>
        <dt>{say.heartbeat}</dt>
        <dd>{formatMoment(node.lastHeartbeatAt)}</dd>
        <dt>{say.lastSync}</dt>
        <dd>{node.lastSyncAt ? formatMoment(node.lastSyncAt) : say.never}</dd>
        <dt>{say.failures}</dt>
        <dd>{formatNumber(node.consecutiveFailures)}</dd>
        {node.lastError && (
          <>
            <dt>{say.lastError}</dt>
            <dd className="mono">{node.lastError}</dd>
          </>
        )}
        {node.lastRun && (
          <>
            <dt>{say.lastRun}</dt>
            <dd>
              <Link href={`/runs/${node.lastRun.id}`}>{formatMoment(node.lastRun.finishedAt)}</Link>
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

function HistoryPanel({ node }: { node: Province }) {
  const say = useIocMessages();
  const pick = useSay();
  return (
    <Panel title={say.history}>
      {node.history.length === 0 ? (
        <EmptyState title={say.noHistory} />
      ) : (
        <ol className="ioc-history">
          {node.history.map(({ at, from, to, why }) => (
            <li key={at}>
              <span className="row">
                <StageLabel stage={from} /> → <StageLabel stage={to} />
              </span>
              <span className="soft small">
                {formatMoment(at)} · {pick(why.words)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

export function ProvincePage() {
  const say = useIocMessages();
  const pick = useSay();
  const info = useServerInfo();
  const { province = '' } = useParams<{ province: string }>();
  const query = useHub(IocNodeDocument, { locality: province }, { every: 30_000 });
  return (
    <div className="page">
      <Answer query={query}>
        {({ iocNode: node }) =>
          node ? (
            <>
              <PageHead title={`IOC ${pick(node.locality.name)}`} lead={pick(node.why.words)}>
                <LinkButton href="/ioc" icon="ioc">
                  {say.back}
                </LinkButton>
                <LinkButton href={`/matrix?locality=${node.locality.code}`} icon="matrix">
                  {say.openMatrix}
                </LinkButton>
                {info?.mode === 'SANDBOX' && (
                  <OutsideLink
                    icon="explorer"
                    href={`/explorer?example=ioc-node&variables=${encodeURIComponent(JSON.stringify({ locality: province }))}`}
                  >
                    {say.query}
                  </OutsideLink>
                )}
              </PageHead>
              <div className="province-grid">
                <StatePanel node={node} />
                <div className="page">
                  <TrendPanel locality={node.locality.code} />
                  <HistoryPanel node={node} />
                </div>
              </div>
              <FeedsTable feeds={node.feeds} />
              <SourceLine at={new Date(query.dataUpdatedAt)} source={say.source} simulated={node.simulated} />
            </>
          ) : (
            <>
              <PageHead title={say.noNode} />
              <p>
                <LinkButton href="/ioc">{say.back}</LinkButton>
              </p>
            </>
          )
        }
      </Answer>
    </div>
  );
}
