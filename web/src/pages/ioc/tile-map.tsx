/** The provinces as tiles: where they lie, how far they are connected, how late they are. */
import { Link } from 'wouter';
import { StageMark } from '../../parts/stage-mark';
import { useStageWords } from '../../shared/ioc-words';
import { type Filter, type Node, passes } from './ioc-data';
import { useIocMessages } from './ioc-messages';
import { formatLag } from './format-lag';
import { TILES } from './tiles';

export function TileMap({ nodes, filter }: { nodes: readonly Node[]; filter: Filter }) {
  const say = useIocMessages();
  const words = useStageWords();
  return (
    <ul className="tiles" aria-label={say.map}>
      {nodes.map((node) => {
        const tile = TILES[node.locality.code];
        if (!tile) return null;
        const told = `${node.locality.name.text}: ${words.stage[node.stage]}, ${say.lag} ${formatLag(node.lagMinutes)}`;
        return (
          <li key={node.locality.code} style={{ gridColumn: tile.column, gridRow: tile.row }}>
            <Link
              href={`/ioc/${node.locality.code}`}
              className="tile"
              data-stage={node.stage}
              data-dim={!passes(node, filter) || undefined}
              title={told}
            >
              <span className="visually-hidden">{told}</span>
              <StageMark stage={node.stage} size={12} />
              <span className="tile-name" aria-hidden="true">
                {tile.short}
              </span>
              <span className="tile-lag" aria-hidden="true">
                {formatLag(node.lagMinutes)}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
