/** The pairs that a linkage found, each with the parts of its weight. */
import { useState } from 'react';
import { PairRowsDocument } from '../../../generated/pair-rows';
import { RunLinkageDocument } from '../../../generated/run-linkage';
import { type PairDecision, type PairRowsQuery } from '../../../generated/types';
import { pairDecisionWords } from '../../../generated/words/pair-decision';
import { useHub } from '../../hub/use-hub';
import { useHubPages } from '../../hub/use-hub-pages';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Drawer } from '../../parts/drawer';
import { Choice } from '../../parts/fields';
import { Figures } from '../../parts/figures';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { Waterfall } from '../../parts/waterfall';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useAddress } from '../../shared/use-address';
import { usePairsMessages } from './pairs-messages';

type Pair = NonNullable<PairRowsQuery['run']>['linkedPairs']['nodes'][number];

const PAGE = 50;
const ANY = '-';

function Summary({ runId }: { runId: string }) {
  const say = usePairsMessages();
  const words = useSay();
  const query = useHub(RunLinkageDocument, { id: runId });
  return (
    <Answer query={query} skeleton={<Skeleton lines={2} />}>
      {({ run }) => {
        const linkage = run?.linkage;
        if (!linkage) return null;
        const figures = [
          { name: say.compared, value: formatNumber(linkage.comparedPairs) },
          { name: say.links, value: formatNumber(linkage.links) },
          { name: say.reviews, value: formatNumber(linkage.reviews) },
          { name: say.clusters, value: formatNumber(linkage.clusters) },
          { name: say.clusteredRows, value: formatNumber(linkage.clusteredRows) },
          { name: say.cut, value: formatNumber(linkage.cutLinks) },
        ];
        const model = `${words(linkage.model.title)} ${linkage.model.version}`;
        return (
          <Panel title={say.summary} note={linkage.trained ? `${model} · ${say.trained}` : model}>
            <Figures figures={figures} />
          </Panel>
        );
      }}
    </Answer>
  );
}

function useRowName() {
  const say = usePairsMessages();
  return ({ file, seq }: Pair['left']) => (file > 1 ? say.second : say.row)(formatNumber(seq));
}

function PairTable({ pairs, onOpen }: { pairs: readonly Pair[]; onOpen: (pair: Pair) => void }) {
  const say = usePairsMessages();
  const words = useSay();
  const nameOf = useRowName();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.left}</th>
          <th scope="col">{say.right}</th>
          <th scope="col">{say.decision}</th>
          <th scope="col" className="number">
            {say.weight}
          </th>
          <th scope="col" className="number">
            {say.posterior}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.no}>
            <th scope="row">
              <button
                type="button"
                className="text-button"
                aria-label={say.explain(formatNumber(pair.no))}
                onClick={() => onOpen(pair)}
              >
                {nameOf(pair.left)}
              </button>
            </th>
            <td>{nameOf(pair.right)}</td>
            <td>
              <Badge
                tone={pair.decision === 'LINK' ? 'good' : 'warn'}
                icon={pair.decision === 'LINK' ? 'link' : 'review'}
              >
                {words(pairDecisionWords[pair.decision])}
              </Badge>
            </td>
            <td className="number">{formatNumber(pair.weightBits, 1)}</td>
            <td className="number">{formatShare(pair.posterior, 3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PairDrawer({ pair, onClose }: { pair: Pair | null; onClose: () => void }) {
  const say = usePairsMessages();
  const nameOf = useRowName();
  const steps = pair
    ? [
        { label: say.prior, bits: pair.priorBits },
        ...pair.parts.map(({ comparison, level, bits }) => ({
          label: comparison,
          note: level ?? say.noLevel,
          bits,
        })),
      ]
    : [];
  return (
    <Drawer title={pair && say.title(formatNumber(pair.no))} isOpen={pair !== null} onClose={onClose}>
      {pair && (
        <>
          <p>
            {nameOf(pair.left)} – {nameOf(pair.right)}
          </p>
          <Waterfall steps={steps} total={pair.weightBits} />
        </>
      )}
    </Drawer>
  );
}

export function PairsTab({ runId }: { runId: string }) {
  const say = usePairsMessages();
  const words = useSay();
  const [search, change] = useAddress();
  const decision = search.get('decision') ?? ANY;
  const where = decision === ANY ? null : { decision: { eq: decision as PairDecision } };
  const pages = useHubPages(
    PairRowsDocument,
    { id: runId, where, first: PAGE },
    ({ run }) => run?.linkedPairs,
  );
  const [open, setOpen] = useState<Pair | null>(null);
  const decisions = Object.entries(pairDecisionWords).map(([id, text]) => ({ id, label: words(text) }));
  const choose = (id: string) => change({ decision: id === ANY ? null : id }, { step: true });
  return (
    <div className="page">
      <Summary runId={runId} />
      <Panel
        title={say.pairs}
        note={pages.nodes && say.of(formatNumber(pages.nodes.length), formatNumber(pages.totalCount))}
        actions={
          <Choice
            inline
            label={say.decision}
            options={[{ id: ANY, label: say.any }, ...decisions]}
            value={decision}
            onChange={choose}
          />
        }
        flush
      >
        {pages.error && <ErrorPanel error={pages.error} onRetry={pages.again} />}
        {!pages.nodes && !pages.error && <Skeleton lines={10} />}
        {pages.nodes?.length === 0 && <EmptyState title={say.none}>{say.noneNext}</EmptyState>}
        {pages.nodes && pages.nodes.length > 0 && <PairTable pairs={pages.nodes} onOpen={setOpen} />}
        {pages.hasMore && (
          <div className="more-line">
            <Button isPending={pages.isFetching} onPress={pages.more}>
              {say.more}
            </Button>
          </div>
        )}
      </Panel>
      <PairDrawer pair={open} onClose={() => setOpen(null)} />
    </div>
  );
}
