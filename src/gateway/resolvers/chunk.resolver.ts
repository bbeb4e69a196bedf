/** Serves the chunks of a run. */
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ChunkRow } from '../../db/queries/list-chunks';
import { type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, NumberPlace } from '../cursor';
import { says } from '../describe';
import { ChunkConnection } from '../types/chunk.type';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { Run } from '../types/run.type';
import { type WatchedRun } from './run.resolver';

@Resolver(() => Run)
export class RunChunksResolver {
  @FieldResolver(
    () => ChunkConnection,
    says('Các khúc của lượt chạy, theo số thứ tự', 'The chunks of the run, by number'),
  )
  async chunks(
    @Root() { id }: WatchedRun,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<Connection<ChunkRow>> {
    const given = { first, after: decodeCursor(NumberPlace, after) };
    return toConnection(await loaders.chunks.load({ subject: id, given }), {
      first,
      after,
      cursorOf: ({ no }) => encodeCursor(no),
      countAll: async () => (await loaders.chunkCount.load(id))?.count ?? 0,
    });
  }
}
