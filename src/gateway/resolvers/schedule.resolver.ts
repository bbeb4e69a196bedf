/** Shows the schedules; stewards set, pause and delete them, operators run one now. */
import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { listSchedules, type ScheduleRow } from '../../db/queries/list-schedules';
import { Role } from '../../domain/actor';
import { CRON_TIME_ZONE } from '../../domain/run/cron';
import { isRefusal, type Refusal } from '../../domain/refusal';
import {
  deleteSchedule,
  pauseSchedule,
  setSchedule,
  triggerSchedule,
} from '../../services/sources/set-schedule';
import { needsRole } from '../access';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { ScheduleResult } from '../types/refusal.type';
import { Schedule, ScheduleInput } from '../types/schedule.type';
import { withoutNulls } from '../without-nulls';
import { toRefusal } from './refusals';

@Resolver(() => Schedule)
export class ScheduleResolver {
  @Query(() => [Schedule], says('Các lịch đồng bộ', 'The schedules of synchronisations', listOf(10)))
  schedules(@Ctx() { hub, holder }: GatewayContext): Promise<ScheduleRow[]> {
    return listSchedules(hub.db, scopeOf(holder));
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => ScheduleResult,
    says(
      'Đặt lịch cho một kết nối và địa phương; đặt lại là đổi lịch',
      'Set the schedule of a connector and locality; setting it again changes it',
    ),
  )
  setSchedule(
    @Arg('input', () => ScheduleInput, says('Lịch cần đặt', 'The schedule')) input: ScheduleInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { connector, cron, jitterSeconds, catchUp, locality } = input;
    const wanted = { connector, cron, jitterSeconds, catchUp, ...withoutNulls({ localityCode: locality }) };
    return shown(setSchedule(context.hub.db, actorOf(context), wanted, Date.now()), context);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(() => ScheduleResult, says('Tạm dừng một lịch', 'Pause a schedule'))
  pauseSchedule(
    @Arg('id', () => ID, says('Mã của lịch', 'Its id')) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const change = { id, paused: true };
    return shown(pauseSchedule(context.hub.db, actorOf(context), change, Date.now()), context);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(() => ScheduleResult, says('Cho một lịch chạy tiếp', 'Resume a schedule'))
  resumeSchedule(
    @Arg('id', () => ID, says('Mã của lịch', 'Its id')) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const change = { id, paused: false };
    return shown(pauseSchedule(context.hub.db, actorOf(context), change, Date.now()), context);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => ScheduleResult,
    says(
      'Xóa một lịch; trả về lịch như trước khi xóa, các lượt đã chạy vẫn còn',
      'Delete a schedule; gives it as it was, and the runs that it started stay',
    ),
  )
  async deleteSchedule(
    @Arg('id', () => ID, says('Mã của lịch', 'Its id')) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { db } = context.hub;
    const [schedule] = await listSchedules(db, scopeOf(context.holder), [id]);
    const deleted = await deleteSchedule(db, actorOf(context), id);
    return isRefusal(deleted) ? toRefusal(deleted, context) : (schedule ?? null);
  }

  @Mutation(
    () => ScheduleResult,
    says('Chạy một lịch ngay; lượt kế tiếp giữ nguyên', 'Run a schedule now; its next slot stays'),
  )
  triggerSchedule(
    @Arg('id', () => ID, says('Mã của lịch', 'Its id')) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { db, queue } = context.hub;
    return shown(triggerSchedule(db, queue, actorOf(context), id, Date.now()), context);
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
    return CRON_TIME_ZONE;
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

async function shown(
  changed: Promise<{ readonly scheduleId: string } | Refusal>,
  context: GatewayContext,
): Promise<object | null> {
  const outcome = await changed;
  if (isRefusal(outcome)) return toRefusal(outcome, context);
  const [schedule] = await listSchedules(context.hub.db, scopeOf(context.holder), [outcome.scheduleId]);
  return schedule ?? null;
}
