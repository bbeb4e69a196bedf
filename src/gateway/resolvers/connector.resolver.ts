/** Lists the connectors, and lets an administrator set them up. */
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { listConnectors, type ConformanceRow, type ConnectorRow } from '../../db/queries/list-connectors';
import { Role } from '../../domain/actor';
import { isRefusal } from '../../domain/refusal';
import { setConnectorSettings } from '../../services/sources/set-connector-settings';
import { requireRole } from '../access';
import { actorOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { ConformanceReport, Connector } from '../types/connector.type';
import { SetConnectorSettingsResult } from '../types/refusal.type';
import { JsonScalar } from '../types/scalars';
import { toRefusal } from './refusals';

@Resolver(() => Connector)
export class ConnectorResolver {
  @Query(() => [Connector], says('Các kết nối hiện có', 'The connectors there are', listOf(10)))
  connectors(@Ctx() { hub }: GatewayContext): Promise<ConnectorRow[]> {
    return listConnectors(hub.db);
  }

  @Mutation(
    () => SetConnectorSettingsResult,
    says(
      'Đổi thiết lập của một kết nối (quản trị viên). Các tiến trình xử lý mở lại kết nối trong vài giây và thử ngay với nguồn',
      'Set up a connector (administrators). The workers open it anew within seconds and try it on the source',
    ),
  )
  async setConnectorSettings(
    @Arg('connector', () => ID, says('Mã của kết nối', 'Id of the connector')) connector: string,
    @Arg(
      'settings',
      () => JsonScalar,
      says(
        'Các mục cần đổi, theo settingsSchema; mục vắng mặt giữ nguyên, null trả về giá trị của môi trường',
        'What to change, by settingsSchema; what is absent stays, null takes back what the environment says',
        // The connector's own schema checks it; the rules of input classes would refuse any plain object.
        { validateFn: () => {} },
      ),
    )
    settings: Record<string, unknown>,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    requireRole(context, Role.ADMIN);
    const { hub, loaders } = context;
    const change = { connector, settings };
    const changed = await setConnectorSettings(hub.db, hub.secret, actorOf(context), change);
    return isRefusal(changed) ? toRefusal(changed, context) : loaders.connector.load(changed.connector);
  }

  @FieldResolver()
  settings(@Root() { settings }: ConnectorRow, @Ctx() { holder }: GatewayContext): object | null {
    return holder?.role === Role.ADMIN ? settings : null;
  }
}

@Resolver(() => ConformanceReport)
export class ConformanceReportResolver {
  @FieldResolver(listOf(40))
  cases(@Root() { cases }: ConformanceRow): ConformanceRow['cases'] {
    return cases;
  }
}
