/** The IOC board: the provinces as a tile map and as a table, who is late, and what changed since yesterday. */
import { Link } from 'wouter';
import { ConsoleNodesDocument } from '../../../generated/console-nodes';
import { useHub } from '../../hub/use-hub';
import { RefreshControl, useAutoRefresh } from '../../parts/auto-refresh';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { SourceLine } from '../../parts/source-line';
import { StageMark } from '../../parts/stage-mark';
import { Answer, Skeleton } from '../../parts/states';
import { useWall, WallButton } from '../../parts/wall';
import { formatNumber } from '../../shared/format';
import { STAGES, useStageWords } from '../../shared/ioc-words';
import { useAddress } from '../../shared/use-address';
import { formatLag } from './format-lag';
import { changedSince, type Filter, FILTERS, mostBehind, type Node, passes } from './ioc-data';
import { useIocMessages } from './ioc-messages';
import { NodesTable } from './nodes-table';
import { TileMap } from './tile-map';
import './ioc.css';

const DAY_MS = 86_400_000;

function useFilter(): [Filter, (filter: Filter) => void] {
  const [address, change] = useAddress();
  const filter = FILTERS.find((one) => one === address.get('stage')) ?? 'all';
  const choose = (next: Filter) => change({ stage: next === 'all' ? null : next });
  return [filter, choose];
}

/** The legend is the filter: each stage with its count. */
function StageFilter({
  nodes,
  filter,
  onFilter,
}: {
  nodes: readonly Node[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const say = useIocMessages();
  const words = useStageWords();
  const count = (one: Filter) => formatNumber(nodes.filter((node) => passes(node, one)).length);
  return (
    <div className="stage-filter" role="group" aria-label={say.filter}>
      <button type="button" aria-pressed={filter === 'all'} onClick={() => onFilter('all')}>
        {say.all} <strong>{count('all')}</strong>
      </button>
      {STAGES.map((stage) => (
        <button
          key={stage}
          type="button"
          aria-pressed={filter === stage || (filter === 'late' && passesLate(stage))}
          onClick={() => onFilter(filter === stage ? 'all' : stage)}
        >
          <StageMark stage={stage} />
          {words.stage[stage]} <strong>{count(stage)}</strong>
        </button>
      ))}
    </div>
  );
}

const passesLate = (stage: Node['stage']) => stage === 'DEGRADED' || stage === 'STALE';

function ShortList({ nodes, none, withLag }: { nodes: readonly Node[]; none: string; withLag?: boolean }) {
  if (nodes.length === 0) return <p className="soft small ioc-none">{none}</p>;
  return (
    <ul className="ioc-short">
      {nodes.map((node) => (
        <li key={node.locality.code}>
          <StageMark stage={node.stage} />
          <Link href={`/ioc/${node.locality.code}`}>{node.locality.name.text}</Link>
          {withLag ? (
            <span className="soft">{formatLag(node.lagMinutes)}</span>
          ) : (
            <span className="soft ioc-why">{node.why.words.text}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function IocPage() {
  const say = useIocMessages();
  const [wall, toggleWall] = useWall();
  const refresh = useAutoRefresh(30);
  const [filter, setFilter] = useFilter();
  const query = useHub(ConsoleNodesDocument, {}, { every: refresh.every });
  return (
    <div className="page ioc" data-wall={wall || undefined}>
      <PageHead title={say.title} lead={say.lead}>
        <RefreshControl refresh={refresh} queries={[query]} />
        <WallButton wall={wall} toggle={toggleWall} />
      </PageHead>
      <Answer query={query} skeleton={<Skeleton lines={12} tall />}>
        {({ iocNodes: nodes }) => (
          <>
            <StageFilter nodes={nodes} filter={filter} onFilter={setFilter} />
            <div className="ioc-grid">
              <div className="ioc-left">
                <Panel title={say.map}>
                  <TileMap nodes={nodes} filter={filter} />
                </Panel>
              </div>
              <div className="ioc-right">
                <div className="columns-2 ioc-shorts">
                  <Panel title={say.late}>
                    <ShortList nodes={mostBehind(nodes, 4)} none={say.noneLate} withLag />
                  </Panel>
                  <Panel title={say.changedDay}>
                    <ShortList
                      nodes={changedSince(nodes, Date.now() - DAY_MS).slice(0, 4)}
                      none={say.noChange}
                    />
                  </Panel>
                </div>
                <Panel title={say.table} flush>
                  <NodesTable nodes={nodes.filter((node) => passes(node, filter))} />
                </Panel>
              </div>
            </div>
            <SourceLine
              at={new Date(query.dataUpdatedAt)}
              source={say.source}
              simulated={nodes.some(({ simulated }) => simulated)}
            />
          </>
        )}
      </Answer>
    </div>
  );
}
