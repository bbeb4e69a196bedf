/** Serves and changes how watching is set up: alert rules, maintenance windows and webhooks. */
import { Arg, Ctx, Extensions, ID, Mutation, Query, Resolver } from 'type-graphql';
import {
  listAlertRules,
  listMaintenance,
  listWebhooks,
  type AlertRuleRow,
  type MaintenanceRow,
  type WebhookRow,
} from '../../db/queries/alerts/list-alert-settings';
import { Role } from '../../domain/actor';
import { isRefusal } from '../../domain/refusal';
import { addMaintenance, endMaintenance } from '../../services/alerts/keep-maintenance';
import { keepWebhook, removeWebhook, tryWebhook } from '../../services/alerts/keep-webhook';
import { setAlertRule } from '../../services/alerts/set-alert-rule';
import { needsRole } from '../access';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { knownId } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import {
  AlertRule,
  AlertRuleInput,
  MaintenanceInput,
  MaintenanceWindow,
  Webhook,
  WebhookInput,
} from '../types/alert-settings.type';
import {
  AlertRuleResult,
  MaintenanceResult,
  WebhookResult,
  WebhookSecretResult,
} from '../types/refusal.type';
import { withoutNulls } from '../without-nulls';
import { requireLocality, toRefusal } from './refusals';

const id = says('Mã nhận diện', 'Identity');

@Resolver()
export class AlertSettingsResolver {
  @Query(() => [AlertRule], says('Các quy tắc cảnh báo', 'The alert rules', listOf(20)))
  alertRules(@Ctx() { hub }: GatewayContext): Promise<AlertRuleRow[]> {
    return listAlertRules(hub.db);
  }

  @Query(
    () => [MaintenanceWindow],
    says(
      'Thời gian bảo trì đang, sắp và vừa diễn ra',
      'Maintenance windows: open, to come, and of the last week',
      listOf(50),
    ),
  )
  maintenanceWindows(@Ctx() { hub, holder }: GatewayContext): Promise<MaintenanceRow[]> {
    return listMaintenance(hub.db, scopeOf(holder));
  }

  @Extensions(needsRole(Role.ADMIN))
  @Query(() => [Webhook], says('Các webhook (quản trị viên)', 'The webhooks (administrators)', listOf(20)))
  webhooks(@Ctx() { hub }: GatewayContext): Promise<WebhookRow[]> {
    return listWebhooks(hub.db);
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(
    () => AlertRuleResult,
    says('Đổi một quy tắc cảnh báo (quản trị viên)', 'Change an alert rule (administrators)'),
  )
  async setAlertRule(
    @Arg('code', () => ID, says('Mã quy tắc', 'Code of the rule')) code: string,
    @Arg('input', () => AlertRuleInput, says('Điều cần đổi', 'What to change')) input: AlertRuleInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | undefined> {
    const changed = await setAlertRule(context.hub.db, actorOf(context), code, withoutNulls({ ...input }));
    if (isRefusal(changed)) return toRefusal(changed, context);
    return (await listAlertRules(context.hub.db, [changed.rule]))[0];
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => MaintenanceResult,
    says('Đặt thời gian bảo trì (người quản lý)', 'Make a maintenance window (stewards)'),
  )
  async addMaintenanceWindow(
    @Arg('input', () => MaintenanceInput, says('Thời gian bảo trì', 'The window')) input: MaintenanceInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | undefined> {
    const made = await addMaintenance(context.hub.db, actorOf(context), {
      rule: input.rule ?? null,
      subjectKey: input.subjectKey ?? null,
      localityCode: input.localityCode ?? null,
      startsAt: input.startsAt ?? new Date(),
      endsAt: input.endsAt,
      reason: input.reason,
    });
    if (isRefusal(made)) return toRefusal(made, context);
    return (await listMaintenance(context.hub.db, { localityCode: null }, [made.windowId]))[0];
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => MaintenanceResult,
    says('Kết thúc bảo trì ngay (người quản lý)', 'End a maintenance window now (stewards)'),
  )
  async endMaintenanceWindow(
    @Arg('id', () => ID, id) windowId: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | undefined> {
    const wanted = { windowId: knownId(windowId), now: new Date() };
    const ended = await endMaintenance(context.hub.db, actorOf(context), wanted);
    if (isRefusal(ended)) return toRefusal(ended, context);
    return (await listMaintenance(context.hub.db, { localityCode: null }, [ended.windowId]))[0];
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(
    () => WebhookSecretResult,
    says(
      'Tạo hoặc sửa một webhook (quản trị viên); khóa ký chỉ hiện khi vừa tạo',
      'Make or change a webhook (administrators); its signing secret is shown when it is made',
    ),
  )
  async setWebhook(
    @Arg('input', () => WebhookInput, says('Webhook', 'The webhook')) input: WebhookInput,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    await requireLocality(context, input.localityCode ?? undefined);
    const { hub } = context;
    const around = { secret: hub.secret, allowedHosts: hub.config.webhookHosts };
    const kept = await keepWebhook(hub.db, around, actorOf(context), {
      ...input,
      id: input.id == null ? null : knownId(input.id),
      localityCode: input.localityCode ?? null,
    });
    if (isRefusal(kept)) return toRefusal(kept, context);
    return { webhook: (await listWebhooks(hub.db, [kept.webhookId]))[0], secret: kept.secret };
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(() => WebhookResult, says('Gỡ một webhook (quản trị viên)', 'Remove a webhook (administrators)'))
  async removeWebhook(
    @Arg('id', () => ID, id) webhookId: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | undefined> {
    const [webhook] = await listWebhooks(context.hub.db, [knownId(webhookId)]);
    const removed = await removeWebhook(context.hub.db, actorOf(context), knownId(webhookId));
    return isRefusal(removed) ? toRefusal(removed, context) : webhook;
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(
    () => WebhookResult,
    says('Gửi thử tới một webhook (quản trị viên)', 'Send a trial to a webhook (administrators)'),
  )
  async tryWebhook(
    @Arg('id', () => ID, id) webhookId: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | undefined> {
    const tried = await tryWebhook(context.hub.db, knownId(webhookId));
    if (isRefusal(tried)) return toRefusal(tried, context);
    return (await listWebhooks(context.hub.db, [tried.webhookId]))[0];
  }
}
