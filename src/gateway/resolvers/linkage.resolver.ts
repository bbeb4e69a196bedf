/** Serves linkage: the models, the start of a run, what it compared, and its pairs with the parts of their weight. */
import { IsOptional, ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type LinkageRow, type LinkedPairRow } from '../../db/queries/list-linked-pairs';
import { type Where } from '../../db/where-sql';
import { checkLinkageModel } from '../../domain/linkage/check-linkage-model';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { posteriorOfUnits, UNITS_PER_BIT } from '../../domain/linkage/pair-scorer';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import {
  DEFAULT_LINKAGE_MODEL,
  findLinkageModel,
  listLinkageModelIds,
} from '../../services/reference/linkage-models';
import { startLinkage } from '../../services/runs/start-linkage';
import { actorOf, type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, knownId, NumberPlace } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import {
  LinkageModelType,
  LinkageType,
  LinkedPair,
  LinkedPairConnection,
  LinkedPairWhere,
  StartLinkageInput,
} from '../types/linkage.type';
import { StartRunResult } from '../types/refusal.type';
import { Run } from '../types/run.type';
import { toRefusal } from './refusals';
import { type WatchedRun } from './run.resolver';

@ArgsType()
class LinkedPairPageArgs extends PageArgs {
  @Field(() => LinkedPairWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: LinkedPairWhere | null;
}

@Resolver(() => Run)
export class RunLinkageResolver {
  @Query(() => [LinkageModelType], {
    ...says('Các mô hình liên kết có sẵn', 'The linkage models there are'),
    ...listOf(5),
  })
  linkageModels(): object[] {
    return listLinkageModelIds().map((id) => findLinkageModel(id)!);
  }

  @Mutation(
    () => StartRunResult,
    says(
      'Tìm bản ghi trùng trong một hoặc giữa hai bộ dữ liệu',
      'Find duplicates within a dataset or between two',
    ),
  )
  async startLinkage(
    @Arg('input', () => StartLinkageInput, says('Lượt liên kết cần bắt đầu', 'The linkage to start'))
    input: StartLinkageInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const model = chooseModel(input);
    if (isRefusal(model)) return toRefusal(model, context);
    const started = await startLinkage(context.hub.db, context.hub.queue, actorOf(context), {
      datasetId: knownId(input.datasetId),
      secondDatasetId: input.secondDatasetId == null ? null : knownId(input.secondDatasetId),
      model,
      train: input.train ?? false,
      idempotencyKey: input.idempotencyKey,
    });
    return isRefusal(started) ? toRefusal(started, context) : context.loaders.run.load(started.runId);
  }

  @FieldResolver(
    () => LinkageType,
    says(
      'Lượt liên kết đã so sánh gì; trống khi chưa xong hoặc là loại khác',
      'What a linkage compared; null before its end and for other runs',
      {
        nullable: true,
      },
    ),
  )
  async linkage(@Root() { id }: WatchedRun, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    const found = await loaders.linkage.load(id);
    return found && { model: found.model, trained: found.report.training !== null, ...found.report };
  }

  @FieldResolver(
    () => LinkedPairConnection,
    says('Các cặp tìm được, theo thứ tự tìm thấy', 'The pairs that were found, in that order'),
  )
  async linkedPairs(
    @Root() { id }: WatchedRun,
    @Args(() => LinkedPairPageArgs) page: LinkedPairPageArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<Connection<LinkedPairRow>> {
    const { first, after } = page;
    const where = (page.where ?? null) as Where | null;
    const given = { where, first, after: decodeCursor(NumberPlace, after) };
    const rows = await loaders.linkedPairs.load({ subject: id, given });
    const countAll = () => loaders.linkedPairCount.load({ subject: id, given: { where } });
    return toConnection(rows, { first, after, countAll, cursorOf: (row) => encodeCursor(row.no) });
  }
}

function chooseModel({ model, customModel }: StartLinkageInput): LinkageModel | Refusal {
  if (customModel == null)
    return findLinkageModel(model ?? DEFAULT_LINKAGE_MODEL) ?? refuse('LINKAGE_MODEL_NOT_FOUND');
  const checked = checkLinkageModel(customModel);
  return 'problems' in checked ? refuse('LINKAGE_MODEL_INVALID') : checked.model;
}

@Resolver(() => LinkageType)
export class LinkageResolver {
  @FieldResolver(listOf(7))
  blocking(@Root() { blocking }: LinkageRow['report']): readonly object[] {
    return blocking;
  }
}

@Resolver(() => LinkedPair)
export class LinkedPairResolver {
  @FieldResolver()
  left(@Root() { leftFile, leftSeq }: LinkedPairRow): object {
    return { file: leftFile, seq: leftSeq };
  }

  @FieldResolver()
  right(@Root() { rightFile, rightSeq }: LinkedPairRow): object {
    return { file: rightFile, seq: rightSeq };
  }

  @FieldResolver()
  weightBits(@Root() { weightUnits }: LinkedPairRow): number {
    return weightUnits / UNITS_PER_BIT;
  }

  @FieldResolver()
  posterior(@Root() { weightUnits }: LinkedPairRow): number {
    return posteriorOfUnits(weightUnits);
  }

  @FieldResolver()
  priorBits(@Root() { priorUnits }: LinkedPairRow): number {
    return priorUnits / UNITS_PER_BIT;
  }

  @FieldResolver(listOf(9))
  async parts(@Root() pair: LinkedPairRow, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    const found = await loaders.linkage.load(pair.runId);
    const comparisons = found?.model.comparisons ?? [];
    return comparisons.map(({ name, levels }, at) => ({
      comparison: name,
      level: levels[pair.levels[at]! - 1]?.name ?? null,
      bits: pair.units[at]! / UNITS_PER_BIT,
    }));
  }
}
