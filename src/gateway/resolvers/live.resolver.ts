/** Tells what changes while somebody watches: the cells of an assessment, the health of connectors. */
import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { type CellVersionRow } from '../../db/queries/list-cell-versions';
import { type ConnectorRow } from '../../db/queries/list-connectors';
import { findMatrixCell, type CellRow } from '../../db/queries/list-matrix-cells';
import { scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { ClientError } from '../errors';
import { EVERYTHING } from '../feeds';
import { Connector } from '../types/connector.type';
import { MatrixCell } from '../types/matrix.type';

@Resolver()
export class LiveResolver {
  @Subscription(() => MatrixCell, {
    ...says(
      'Theo dõi các ô của một bản đánh giá: mỗi ô vừa thay đổi, tối đa mỗi giây một lần. Hỏi định kỳ: matrixCellsFlat(since)',
      'Follow the cells of an assessment: each that changed, at most once a second. Polling twin: matrixCellsFlat(since)',
    ),
    subscribe: ({ args, context }) =>
      watchCells(context as GatewayContext, (args as { assessment: string }).assessment),
  })
  async cellChanged(
    @Root() key: CellVersionRow,
    @Arg('assessment', () => ID, says('Mã bản đánh giá, ví dụ VN.2025-H2', 'Its id, for example VN.2025-H2'))
    _assessment: string,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<CellRow> {
    const cell = await findMatrixCell(hub.db, scopeOf(holder), key);
    if (!cell) throw new ClientError('NOT_FOUND');
    return cell;
  }

  @Subscription(() => Connector, {
    ...says(
      'Theo dõi tình trạng các kết nối: mỗi kết nối vừa đổi tình trạng. Hỏi định kỳ: connectorStatusFlat(since)',
      'Follow the connectors: each whose health changed. Polling twin: connectorStatusFlat(since)',
    ),
    subscribe: ({ context }) =>
      (context as GatewayContext).hub.feeds.connectors.watch(EVERYTHING, (connector) => connector),
  })
  connectorHealthChanged(@Root() connector: ConnectorRow): ConnectorRow {
    return connector;
  }
}

/** @throws ClientError when there is no such assessment within the key's locality. */
async function watchCells(
  { hub, loaders }: GatewayContext,
  assessment: string,
): Promise<AsyncIterableIterator<CellVersionRow>> {
  const found = await loaders.assessmentById.load(assessment);
  if (!found) throw new ClientError('NOT_FOUND');
  return hub.feeds.cells.watch(found.id, (row) => row);
}
