/** Lists the connectors. */
import { Ctx, Query, Resolver } from 'type-graphql';
import { listConnectors, type ConnectorRow } from '../../db/queries/list-connectors';
import { type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { Connector } from '../types/connector.type';

@Resolver(() => Connector)
export class ConnectorResolver {
  @Query(() => [Connector], says('Các kết nối hiện có', 'The connectors there are', listOf(10)))
  connectors(@Ctx() { hub }: GatewayContext): Promise<ConnectorRow[]> {
    return listConnectors(hub.db);
  }
}
