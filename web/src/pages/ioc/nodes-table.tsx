/** The table twin of the tile map. */
import { Link } from 'wouter';
import { SimulatedBadge } from '../../parts/badge';
import { Icon } from '../../parts/icon';
import { StageLabel } from '../../parts/stage-mark';
import { EmptyState } from '../../parts/states';
import { formatAgo, formatMoment } from '../../shared/format';
import { formatLag } from './format-lag';
import { byName, type Node, plainName } from './ioc-data';
import { useIocMessages } from './ioc-messages';
import { StageStrip } from './stage-strip';

function YesNo({ yes }: { yes: boolean }) {
  const say = useIocMessages();
  return (
    <span className={yes ? 'yes' : 'soft'} title={yes ? say.yes : say.no}>
      {yes ? <Icon name="check" size={15} /> : '–'}
      <span className="visually-hidden">{yes ? say.yes : say.no}</span>
    </span>
  );
}

export function NodesTable({ nodes }: { nodes: readonly Node[] }) {
  const say = useIocMessages();
  if (nodes.length === 0) return <EmptyState title={say.noneHere} />;
  return (
    <table className="table nodes">
      <thead>
        <tr>
          <th scope="col">{say.province}</th>
          <th scope="col">{say.stage}</th>
          <th scope="col" className="number">
            {say.lag}
          </th>
          <th scope="col">{say.lastSync}</th>
          <th scope="col" title={say.centre}>
            {say.centreShort}
          </th>
          <th scope="col" title={say.register}>
            {say.registerShort}
          </th>
          <th scope="col">{say.month}</th>
        </tr>
      </thead>
      <tbody>
        {byName(nodes).map((node) => (
          <tr key={node.locality.code}>
            <th scope="row">
              <Link href={`/ioc/${node.locality.code}`}>{plainName(node)}</Link>
            </th>
            <td>
              <StageLabel stage={node.stage} />
            </td>
            <td className="number">{formatLag(node.lagMinutes)}</td>
            <td className="nodes-time">
              {node.lastSyncAt ? (
                <time dateTime={node.lastSyncAt} title={formatMoment(node.lastSyncAt)}>
                  {formatAgo(node.lastSyncAt)}
                </time>
              ) : (
                say.never
              )}{' '}
              <SimulatedBadge compact simulated={node.simulated} />
            </td>
            <td>
              <YesNo yes={node.connectedToCentre} />
            </td>
            <td>
              <YesNo yes={node.connectedToRegister} />
            </td>
            <td>
              <StageStrip node={node} stage={node.stage} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
