/** Answers what the hub is and whose key asks. */
import { Ctx, Extensions, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listConnectors } from '../../db/queries/list-connectors';
import { type KeyHolder } from '../../db/queries/find-api-key';
import { OPEN } from '../access';
import { type GatewayContext } from '../context';
import { says } from '../describe';
import { Locality } from '../types/locality.type';
import { HubMode, Me, ServerInfo } from '../types/server.type';

@Resolver(() => ServerInfo)
export class ServerInfoResolver {
  @Extensions(OPEN)
  @Query(() => ServerInfo, says('Máy chủ này là gì; không cần khóa', 'What this server is; needs no key'))
  async serverInfo(@Ctx() { hub }: GatewayContext): Promise<ServerInfo> {
    const mode = hub.config.mode === 'sandbox' ? HubMode.SANDBOX : HubMode.PRODUCTION;
    const simulated = (await listConnectors(hub.db)).every((connector) => connector.simulated);
    return { version: hub.version, mode, queueBackend: hub.queue.backend, simulated };
  }
}

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, says('Khóa đang dùng', 'The key in use'))
  me(@Ctx() { holder }: GatewayContext): object {
    return { ...holder, keyPrefix: holder?.prefix };
  }

  @FieldResolver(() => Locality, { nullable: true })
  locality(@Root() holder: KeyHolder, @Ctx() { loaders }: GatewayContext): Promise<object | null> | null {
    return holder.localityCode === null ? null : loaders.locality.load(holder.localityCode);
  }
}
