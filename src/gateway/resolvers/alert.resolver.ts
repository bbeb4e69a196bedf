/** Serves alerts, lets people take note of them or mute them, and tells those that are raised. */
import { IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import {
  countAlerts,
  listAlerts,
  type AlertEventRow,
  type AlertRow,
} from '../../db/queries/alerts/list-alerts';
import { type Where } from '../../db/where-sql';
import { AlertSeverity, isAtLeast } from '../../domain/alert/alert';
import { wordAlert } from '../../domain/alert/alert-words';
import { Role } from '../../domain/actor';
import { isRefusal, type Refusal } from '../../domain/refusal';
import { acknowledgeAlert } from '../../services/alerts/acknowledge-alert';
import { muteAlert } from '../../services/alerts/keep-maintenance';
import { needsRole } from '../access';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, knownId, MadePlace } from '../cursor';
import { says } from '../describe';
import { EVERYTHING } from '../feeds';
import { BY_LIMIT, listOf } from '../list-size';
import { Alert, AlertConnection, AlertEvent, AlertFlat, AlertWhere } from '../types/alert.type';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { MOST_FLAT_ROWS } from '../types/flat.type';
import { AlertResult } from '../types/refusal.type';
import { DateTimeScalar } from '../types/scalars';
import { toRefusal } from './refusals';

const nullable = { nullable: true } as const;

@ArgsType()
class AlertPageArgs extends PageArgs {
  @Field(() => AlertWhere, says('Điều kiện lọc', 'Which of them', nullable))
  @IsOptional()
  @ValidateNested()
  where?: AlertWhere | null;
}

@ArgsType()
class AlertFlatArgs {
  @Field(() => AlertWhere, says('Điều kiện lọc', 'Which of them', nullable))
  @IsOptional()
  @ValidateNested()
  where?: AlertWhere | null;

  @Field(
    () => DateTimeScalar,
    says(
      'Chỉ cảnh báo đổi trạng thái sau thời điểm này',
      'Only those whose state changed after this',
      nullable,
    ),
  )
  @IsOptional()
  since?: Date | null;

  @Field(() => Int, says('Số dòng, tối đa 5000', 'How many rows, at most 5000', { defaultValue: 200 }))
  @Min(0)
  @Max(MOST_FLAT_ROWS)
  limit: number;
}

@ArgsType()
class AcknowledgeArgs {
  @Field(() => ID, says('Mã cảnh báo', 'Id of the alert'))
  @MaxLength(64)
  id: string;

  @Field(() => String, says('Ghi chú cho người khác', 'A note for others', nullable))
  @IsOptional()
  @MaxLength(500)
  note?: string | null;
}

@ArgsType()
class MuteArgs {
  @Field(() => ID, says('Mã cảnh báo', 'Id of the alert'))
  @MaxLength(64)
  id: string;

  @Field(() => DateTimeScalar, says('Đến lúc nào, tối đa 31 ngày', 'Until when, 31 days at most'))
  @IsOptional()
  until: Date;

  @Field(() => String, says('Lý do', 'Why'))
  @MaxLength(500)
  reason: string;
}

@Resolver(() => Alert)
export class AlertResolver {
  @Query(() => AlertConnection, says('Các cảnh báo, mới nhất trước', 'The alerts, newest first'))
  async alerts(
    @Args(() => AlertPageArgs) { where, first, after }: AlertPageArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<Connection<AlertRow>> {
    const [scope, filter] = [scopeOf(holder), (where ?? null) as Where | null];
    const place = decodeCursor(MadePlace, after);
    const rows = await listAlerts(hub.db, scope, filter, {
      first,
      after: place && { sinceText: place[0], id: place[1] },
    });
    return toConnection(rows, {
      first,
      after,
      cursorOf: (alert) => encodeCursor([alert.sinceText, alert.id]),
      countAll: () => countAlerts(hub.db, scope, filter),
    });
  }

  @Query(() => [AlertFlat], says('Các cảnh báo, dạng phẳng', 'The alerts, flat', BY_LIMIT))
  async alertsFlat(
    @Args(() => AlertFlatArgs) { where, since, limit }: AlertFlatArgs,
    @Ctx() { hub, holder, language }: GatewayContext,
  ): Promise<object[]> {
    const changed = since ? [{ changedAt: { gt: since } }] : [];
    const filter = { and: [...(where ? [where as Where] : []), ...changed] };
    const rows = await listAlerts(hub.db, scopeOf(holder), filter, { first: limit, after: null });
    return rows.slice(0, limit).map((row) => ({
      ...row,
      subject: row.subjectKey,
      locality: row.localityCode,
      summary: wordAlert(row)[language],
    }));
  }

  @Mutation(
    () => AlertResult,
    says('Nhận một cảnh báo: đã có người xem và lo', 'Take note of an alert: somebody looks after it'),
  )
  acknowledgeAlert(
    @Args(() => AcknowledgeArgs) { id, note }: AcknowledgeArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const wanted = { alertId: knownId(id), note: note?.trim() || null };
    return this.answer(acknowledgeAlert(context.hub.db, actorOf(context), wanted), context);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => AlertResult,
    says(
      'Tạm không báo về đối tượng này theo quy tắc này (người quản lý)',
      'Raise nothing more by this rule about this thing for a while (stewards)',
    ),
  )
  muteAlert(
    @Args(() => MuteArgs) { id, until, reason }: MuteArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const wanted = { alertId: knownId(id), until, reason, now: new Date() };
    return this.answer(muteAlert(context.hub.db, actorOf(context), wanted), context);
  }

  @Subscription(() => Alert, {
    ...says(
      'Các cảnh báo vừa được báo. Hỏi định kỳ: alertsFlat(since), cũng cho biết cảnh báo đã hết',
      'The alerts as they are raised. Polling twin: alertsFlat(since), which also tells those that are over',
    ),
    subscribe: ({ args, context }) => {
      const { hub, holder } = context as GatewayContext;
      const { localityCode } = scopeOf(holder);
      const { leastSeverity } = args as { leastSeverity: AlertSeverity };
      const concerns = ({ localityCode: place }: AlertRow) =>
        localityCode === null || place === null || place === localityCode;
      return hub.feeds.alerts.watch(
        EVERYTHING,
        (alert) => alert,
        (alert) => alert.state === 'OPEN' && isAtLeast(alert.severity, leastSeverity) && concerns(alert),
      );
    },
  })
  alertRaised(
    @Root() alert: AlertRow,
    @Arg(
      'leastSeverity',
      () => AlertSeverity,
      says('Từ mức này trở lên', 'From this severity on', { defaultValue: 'INFO' }),
    )
    _leastSeverity: AlertSeverity,
  ): AlertRow {
    return alert;
  }

  @FieldResolver()
  summary(@Root() alert: AlertRow): object {
    return wordAlert(alert);
  }

  @FieldResolver()
  locality(
    @Root() { localityCode }: AlertRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return localityCode === null ? null : loaders.locality.load(localityCode);
  }

  @FieldResolver(() => [AlertEvent], says('Các bước đã qua', 'What happened to it', listOf(4)))
  events(@Root() { id }: AlertRow, @Ctx() { loaders }: GatewayContext): Promise<readonly AlertEventRow[]> {
    return loaders.alertEvents.load(id);
  }

  private async answer(
    outcome: Promise<{ alertId: string } | Refusal>,
    context: GatewayContext,
  ): Promise<object | null> {
    const done = await outcome;
    return isRefusal(done) ? toRefusal(done, context) : context.loaders.alert.load(done.alertId);
  }
}
