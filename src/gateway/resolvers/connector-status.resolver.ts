/** Serves connectors and the provinces' IOCs as a status board wants them. */
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listConnectorStatus, type ConnectorStatusRow } from '../../db/queries/list-connector-status';
import { listIocStatus } from '../../db/queries/list-ioc-status';
import { STAGE_REASONS } from '../../domain/ioc/ioc-stage';
import { judgeStream, type StreamStatus } from '../../domain/ioc/stream-status';
import { scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { ConnectorStatusFlat } from '../types/connector-status.type';
import { IocStatusFlat } from '../types/ioc-status.type';
import { DateTimeScalar } from '../types/scalars';

const SINCE = says(
  'Chỉ những gì có tin mới hơn thời điểm này',
  'Only those that were heard of after this moment',
  { nullable: true } as const,
);

@Resolver(() => ConnectorStatusFlat)
export class ConnectorStatusResolver {
  @Query(
    () => [ConnectorStatusFlat],
    says('Tình trạng các kết nối, dạng phẳng', 'How the connectors stand, flat', listOf(20)),
  )
  connectorStatusFlat(
    @Arg('since', () => DateTimeScalar, SINCE)
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

@Resolver(() => IocStatusFlat)
export class IocStatusResolver {
  @Query(
    () => [IocStatusFlat],
    says('IOC của 34 tỉnh, thành phố, dạng phẳng', 'The IOCs of the 34 provinces, flat', listOf(34)),
  )
  async iocStatusFlat(
    @Arg('since', () => DateTimeScalar, SINCE)
    since: Date | null,
    @Ctx() { hub, holder, language }: GatewayContext,
  ): Promise<object[]> {
    const rows = await listIocStatus(hub.db, { ...scopeOf(holder), since: since ?? null });
    return rows.map((row) => ({ ...row, why: STAGE_REASONS[row.whyCode][language] }));
  }
}
