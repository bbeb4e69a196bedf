/** Refusals that a caller must expect: members of the result unions, with a code that stays and a sentence that helps. */
import { createUnionType, Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { REFUSALS, type RefusalCode } from '../../domain/refusal';
import { says, valuesSay } from '../describe';
import { ApiKey, CreatedApiKey } from './administration.type';
import { Connector } from './connector.type';
import { Alert } from './alert.type';
import { AlertRule, MaintenanceWindow, Webhook, WebhookWithSecret } from './alert-settings.type';
import { Commitment } from './commitment.type';
import { Dataset } from './dataset.type';
import { Period } from './locality.type';
import { Assessment, MatrixCell } from './matrix.type';
import { ReviewTask } from './review.type';
import { UploadPreview } from './reading.type';
import { Run } from './run.type';
import { Schedule } from './schedule.type';
import { Simulator } from './simulator.type';

const codes = Object.keys(REFUSALS) as RefusalCode[];
export const RefusalCodes = Object.fromEntries(codes.map((code) => [code, code])) as Record<
  RefusalCode,
  RefusalCode
>;

registerEnumType(RefusalCodes, {
  name: 'RefusalCode',
  ...says('Lý do từ chối', 'Why something was refused'),
  valuesConfig: valuesSay(
    Object.fromEntries(
      codes.map((code) => [code, [REFUSALS[code].vi, REFUSALS[code].en]]),
    ) as unknown as Record<RefusalCode, readonly [string, string]>,
  ),
});

@InterfaceType('Refusal', says('Yêu cầu bị từ chối', 'A refusal', { resolveType: () => 'RefusedRequest' }))
export abstract class Refusal {
  @Field(() => RefusalCodes, says('Mã, không đổi theo thời gian', 'A code that stays'))
  code: RefusalCode;

  @Field(() => String, says('Câu giải thích và việc cần làm', 'A sentence that says what to do'))
  message: string;
}

@ObjectType(
  'RefusedRequest',
  says('Yêu cầu bị từ chối', 'A request that was refused', { implements: Refusal }),
)
export class RefusedRequest extends Refusal {}

const resolveTo = (name: string) => (value: object) => ('message' in value ? 'RefusedRequest' : name);

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  ...says('Khóa vừa tạo, hoặc lý do từ chối', 'The new key, or why not'),
  types: () => [CreatedApiKey, RefusedRequest] as const,
  resolveType: resolveTo('CreatedApiKey'),
});

export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  ...says('Khóa vừa thu hồi, hoặc lý do từ chối', 'The key that was revoked, or why not'),
  types: () => [ApiKey, RefusedRequest] as const,
  resolveType: resolveTo('ApiKey'),
});

export const UploadPreviewResult = createUnionType({
  name: 'UploadPreviewResult',
  ...says('Tệp sẽ được hiểu ra sao, hoặc lý do từ chối', 'How the file would be understood, or why not'),
  types: () => [UploadPreview, RefusedRequest] as const,
  resolveType: resolveTo('UploadPreview'),
});

export const CreateDatasetResult = createUnionType({
  name: 'CreateDatasetResult',
  ...says('Bộ dữ liệu vừa tạo, hoặc lý do từ chối', 'The new dataset, or why not'),
  types: () => [Dataset, RefusedRequest] as const,
  resolveType: resolveTo('Dataset'),
});

export const StartRunResult = createUnionType({
  name: 'StartRunResult',
  ...says('Lượt chạy, hoặc lý do từ chối', 'The run, or why not'),
  types: () => [Run, RefusedRequest] as const,
  resolveType: resolveTo('Run'),
});

export const EditCellResult = createUnionType({
  name: 'EditCellResult',
  ...says('Ô sau khi sửa, hoặc lý do từ chối', 'The cell as it is now, or why not'),
  types: () => [MatrixCell, RefusedRequest] as const,
  resolveType: resolveTo('MatrixCell'),
});

export const MoveAssessmentResult = createUnionType({
  name: 'MoveAssessmentResult',
  ...says('Bản đánh giá sau bước này, hoặc lý do từ chối', 'The assessment after the step, or why not'),
  types: () => [Assessment, RefusedRequest] as const,
  resolveType: resolveTo('Assessment'),
});

export const KeepCommitmentResult = createUnionType({
  name: 'KeepCommitmentResult',
  ...says('Cam kết, hoặc lý do từ chối', 'The commitment, or why not'),
  types: () => [Commitment, RefusedRequest] as const,
  resolveType: resolveTo('Commitment'),
});

export const OpenPeriodResult = createUnionType({
  name: 'OpenPeriodResult',
  ...says('Kỳ đánh giá đã mở, hoặc lý do từ chối', 'The period that is open now, or why not'),
  types: () => [Period, RefusedRequest] as const,
  resolveType: resolveTo('Period'),
});

export const DecideSuggestionResult = createUnionType({
  name: 'DecideSuggestionResult',
  ...says('Lượt làm sạch, hoặc lý do từ chối', 'The cleansing, or why not'),
  types: () => [Run, RefusedRequest] as const,
  resolveType: resolveTo('Run'),
});

export const RetryRunResult = createUnionType({
  name: 'RetryRunResult',
  ...says('Lượt hỏi lại, hoặc lý do từ chối', 'The run that asks again, or why not'),
  types: () => [Run, RefusedRequest] as const,
  resolveType: resolveTo('Run'),
});

export const DecideReviewResult = createUnionType({
  name: 'DecideReviewResult',
  ...says('Dòng sau khi quyết định, hoặc lý do từ chối', 'The row as decided, or why not'),
  types: () => [ReviewTask, RefusedRequest] as const,
  resolveType: resolveTo('ReviewTask'),
});

export const CancelRunResult = createUnionType({
  name: 'CancelRunResult',
  ...says('Lượt chạy đã dừng, hoặc lý do từ chối', 'The stopped run, or why not'),
  types: () => [Run, RefusedRequest] as const,
  resolveType: resolveTo('Run'),
});

export const ScheduleResult = createUnionType({
  name: 'ScheduleResult',
  ...says('Lịch sau khi đổi, hoặc lý do từ chối', 'The schedule as it is now, or why not'),
  types: () => [Schedule, RefusedRequest] as const,
  resolveType: resolveTo('Schedule'),
});

export const SetConnectorSettingsResult = createUnionType({
  name: 'SetConnectorSettingsResult',
  ...says('Kết nối với thiết lập mới, hoặc lý do từ chối', 'The connector with its new settings, or why not'),
  types: () => [Connector, RefusedRequest] as const,
  resolveType: resolveTo('Connector'),
});

export const AlertResult = createUnionType({
  name: 'AlertResult',
  ...says('Cảnh báo sau bước này, hoặc lý do từ chối', 'The alert as it is now, or why not'),
  types: () => [Alert, RefusedRequest] as const,
  resolveType: resolveTo('Alert'),
});

export const AlertRuleResult = createUnionType({
  name: 'AlertRuleResult',
  ...says('Quy tắc sau khi đổi, hoặc lý do từ chối', 'The rule as it is now, or why not'),
  types: () => [AlertRule, RefusedRequest] as const,
  resolveType: resolveTo('AlertRule'),
});

export const MaintenanceResult = createUnionType({
  name: 'MaintenanceResult',
  ...says('Thời gian bảo trì, hoặc lý do từ chối', 'The maintenance window, or why not'),
  types: () => [MaintenanceWindow, RefusedRequest] as const,
  resolveType: resolveTo('MaintenanceWindow'),
});

export const WebhookResult = createUnionType({
  name: 'WebhookResult',
  ...says('Webhook, hoặc lý do từ chối', 'The webhook, or why not'),
  types: () => [Webhook, RefusedRequest] as const,
  resolveType: resolveTo('Webhook'),
});

export const WebhookSecretResult = createUnionType({
  name: 'WebhookSecretResult',
  ...says('Webhook kèm khóa ký, hoặc lý do từ chối', 'The webhook with its secret, or why not'),
  types: () => [WebhookWithSecret, RefusedRequest] as const,
  resolveType: resolveTo('WebhookWithSecret'),
});

export const LoadScenarioResult = createUnionType({
  name: 'LoadScenarioResult',
  ...says('Phía mô phỏng sau khi nạp, hoặc lý do từ chối', 'The simulated side as it is now, or why not'),
  types: () => [Simulator, RefusedRequest] as const,
  resolveType: resolveTo('Simulator'),
});
