/** Serves administrators: keys made, listed and revoked; the audit trail and the proof of it; how the machinery stands. */
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { listApiKeys, type ApiKeyRow } from '../../db/queries/list-api-keys';
import { countAuditEntries, listAuditActions, listAuditEntries } from '../../db/queries/list-audit-entries';
import { getSystemHealth } from '../../db/queries/get-system-health';
import { Role } from '../../domain/actor';
import { createApiKey } from '../../services/keys/create-api-key';
import { revokeApiKey } from '../../services/keys/revoke-api-key';
import { needsRole } from '../access';
import { checkAudit } from '../check-audit';
import { actorOf, type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, IdPlace, knownId } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import {
  ApiKey,
  AuditEntryConnection,
  AuditIntegrity,
  CreateApiKeyInput,
  SystemHealth,
} from '../types/administration.type';
import { PageArgs, toConnection } from '../types/connection.type';
import { Locality } from '../types/locality.type';
import { CreateApiKeyResult, RevokeApiKeyResult } from '../types/refusal.type';
import { requireLocality, toRefusal } from './refusals';

const DAY_MS = 86_400_000;

@ArgsType()
class AuditArgs extends PageArgs {
  @Field(() => String, says('Chỉ việc này', 'This action only', { nullable: true }))
  @IsOptional()
  @MaxLength(80)
  action?: string | null;

  @Field(
    () => String,
    says('Đối tượng, hoặc phần đầu của nó: run:', 'A subject, or the beginning of one: run:', {
      nullable: true,
    }),
  )
  @IsOptional()
  @MaxLength(120)
  subject?: string | null;

  @Field(() => ID, says('Chỉ khóa này', 'This key only', { nullable: true }))
  @IsOptional()
  @IsUUID()
  actor?: string | null;
}

@Resolver()
export class AdministrationResolver {
  @Extensions(needsRole(Role.ADMIN))
  @Query(() => [ApiKey], says('Các khóa API (quản trị viên)', 'The API keys (administrators)', listOf(50)))
  apiKeys(@Ctx() { hub }: GatewayContext): Promise<ApiKeyRow[]> {
    return listApiKeys(hub.db);
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(
    () => CreateApiKeyResult,
    says('Tạo một khóa API (quản trị viên)', 'Make an API key (administrators)'),
  )
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, says('Khóa cần tạo', 'The key to make')) input: CreateApiKeyInput,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    await requireLocality(context, input.locality ?? undefined);
    const { hub } = context;
    const { id, key } = await createApiKey(hub.db, hub.secret, {
      label: input.label,
      role: input.role,
      localityCode: input.locality ?? null,
      ...(input.days ? { expiresAt: new Date(Date.now() + input.days * DAY_MS) } : {}),
      madeBy: actorOf(context),
    });
    return { key, apiKey: (await listApiKeys(hub.db)).find((one) => one.id === id) };
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(
    () => RevokeApiKeyResult,
    says('Thu hồi một khóa API (quản trị viên)', 'Revoke an API key (administrators)'),
  )
  async revokeApiKey(
    @Arg('id', () => ID, says('Mã nhận diện của khóa', "The key's identity")) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | undefined> {
    const { hub } = context;
    const known = knownId(id);
    if (!(await revokeApiKey(hub.db, actorOf(context), known))) {
      return toRefusal({ refused: 'API_KEY_NOT_FOUND' }, context);
    }
    return (await listApiKeys(hub.db)).find((one) => one.id === known);
  }

  @Extensions(needsRole(Role.ADMIN))
  @Query(
    () => AuditEntryConnection,
    says('Nhật ký, mới nhất trước (quản trị viên)', 'The audit trail, newest first (administrators)'),
  )
  async auditEntries(
    @Args(() => AuditArgs) { first, after, action = null, subject = null, actor = null }: AuditArgs,
    @Ctx() { hub }: GatewayContext,
  ): Promise<object> {
    const filter = { action, subject, actorId: actor };
    const before = decodeCursor(IdPlace, after);
    const rows = await listAuditEntries(hub.db, filter, { first, before });
    return toConnection(rows, {
      first,
      after,
      cursorOf: ({ id }) => encodeCursor(id),
      countAll: () => countAuditEntries(hub.db, filter),
    });
  }

  @Extensions(needsRole(Role.ADMIN))
  @Query(
    () => [String],
    says('Các loại việc có trong nhật ký', 'The actions that the audit trail knows', listOf(40)),
  )
  auditActions(@Ctx() { hub }: GatewayContext): Promise<string[]> {
    return listAuditActions(hub.db);
  }

  @Extensions(needsRole(Role.ADMIN))
  @Query(
    () => AuditIntegrity,
    says(
      'Kiểm tra nhật ký với các niêm phong (quản trị viên)',
      'Prove the audit trail against its seals (administrators)',
    ),
  )
  auditIntegrity(@Ctx() { hub }: GatewayContext): Promise<AuditIntegrity> {
    return checkAudit(hub.db, hub.secret);
  }

  @Extensions(needsRole(Role.ADMIN))
  @Query(
    () => SystemHealth,
    says('Tình trạng bộ máy (quản trị viên)', 'How the machinery stands (administrators)'),
  )
  async systemHealth(@Ctx() { hub }: GatewayContext): Promise<SystemHealth> {
    return { at: new Date(), ...(await getSystemHealth(hub.db)) };
  }
}

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @FieldResolver(() => Locality, { nullable: true })
  locality(
    @Root() { localityCode }: ApiKeyRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return localityCode === null ? null : loaders.locality.load(localityCode);
  }
}
