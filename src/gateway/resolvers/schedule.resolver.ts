/** Shows the schedules. */
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listSchedules, type ScheduleRow } from '../../db/queries/list-schedules';
import { scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { Schedule } from '../types/schedule.type';

@Resolver(() => Schedule)
export class ScheduleResolver {
  @Query(() => [Schedule], says('Các lịch đồng bộ', 'The schedules of synchronisations', listOf(10)))
  schedules(@Ctx() { hub, holder }: GatewayContext): Promise<ScheduleRow[]> {
    return listSchedules(hub.db, scopeOf(holder));
  }

  @FieldResolver()
  connector(
    @Root() { connectorKey }: ScheduleRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> {
    return loaders.connector.load(connectorKey);
  }

  @FieldResolver()
  locality(
    @Root() { localityCode }: ScheduleRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> {
    return loaders.locality.load(localityCode);
  }

  @FieldResolver()
  timeZone(): string {
    return 'Asia/Ho_Chi_Minh';
  }

  @FieldResolver()
  nextAt(@Root() { paused, nextAt }: ScheduleRow): Date | null {
    return paused ? null : nextAt;
  }

  @FieldResolver()
  lastRun(
    @Root() { lastRunId }: ScheduleRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return lastRunId === null ? null : loaders.run.load(lastRunId);
  }
}
