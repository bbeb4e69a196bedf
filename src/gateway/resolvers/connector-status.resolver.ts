/** Serves the connectors as a status panel wants them. */
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listConnectorStatus, type ConnectorStatusRow } from '../../db/queries/list-connector-status';
import { judgeStream, type StreamStatus } from '../../domain/stream-status';
import { scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { ConnectorStatusFlat } from '../types/connector-status.type';
import { DateTimeScalar } from '../types/scalars';

@Resolver(() => ConnectorStatusFlat)
export class ConnectorStatusResolver {
  @Query(
    () => [ConnectorStatusFlat],
    says('Tình trạng các kết nối, dạng phẳng', 'How the connectors stand, flat', listOf(20)),
  )
  connectorStatusFlat(
    @Arg(
      'since',
      () => DateTimeScalar,
      says(
        'Chỉ những kết nối có tin mới hơn thời điểm này',
        'Only those that were heard of after this moment',
        { nullable: true },
      ),
    )
    since: Date | null,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<ConnectorStatusRow[]> {
    return listConnectorStatus(hub.db, { ...scopeOf(holder), since: since ?? null });
  }

  @FieldResolver()
  status(@Root() row: ConnectorStatusRow): StreamStatus {
    return judgeStream({
      settingsProblem: row.settingsProblem,
      health: row.breaker === 'OPEN' ? 'DOWN' : row.health,
      paused: row.paused,
      secondsOverdue: row.secondsOverdue,
      intervalSeconds: row.intervalSeconds,
      everSeen: row.checkedAt !== null || row.lastSuccessAt !== null || row.lastObservedAt !== null,
    });
  }
}
