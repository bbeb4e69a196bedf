/** Serves, adds and changes the commitments of the roadmap. */
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type AssessmentRow } from '../../db/queries/list-assessments';
import { findCommitment, type CommitmentRow } from '../../db/queries/list-commitments';
import { type ItemRow } from '../../db/queries/list-matrix-form';
import { findUnclear, isOverdue } from '../../domain/matrix/commitment';
import { labelCriterion } from '../../domain/matrix/criteria';
import { isRefusal, type Refusal } from '../../domain/refusal';
import {
  addCommitment,
  changeCommitment,
  type WantedCommitment,
} from '../../services/matrix/keep-commitment';
import { actorOf, type GatewayContext } from '../context';
import { knownId } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { Commitment, CommitmentInput, CommitmentPlace } from '../types/commitment.type';
import { Assessment, MatrixItem } from '../types/matrix.type';
import { KeepCommitmentResult } from '../types/refusal.type';
import { type Of } from './assessment.resolver';
import { itemAt } from './matrix.resolver';
import { toRefusal } from './refusals';

@Resolver(() => Commitment)
export class CommitmentResolver {
  @Mutation(() => KeepCommitmentResult, says('Thêm cam kết vào một mục', 'Add a commitment to an item'))
  async addCommitment(
    @Arg('place', () => CommitmentPlace, says('Nơi ghi cam kết', 'Where it belongs')) place: CommitmentPlace,
    @Arg('input', () => CommitmentInput, says('Nội dung cam kết', 'Its terms')) input: CommitmentInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return answer(context, await addCommitment(context.hub.db, actorOf(context), place, wanted(input)));
  }

  @Mutation(
    () => KeepCommitmentResult,
    says('Sửa cam kết hoặc báo tiến độ', 'Change a commitment, or report on it'),
  )
  async updateCommitment(
    @Arg('id', () => ID, says('Mã cam kết', 'Id of the commitment')) id: string,
    @Arg('version', () => Int, says('Phiên bản đã thấy', 'The version that was seen')) version: number,
    @Arg('input', () => CommitmentInput, says('Nội dung cam kết', 'Its terms')) input: CommitmentInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const commitment = { id: knownId(id), version };
    return answer(
      context,
      await changeCommitment(context.hub.db, actorOf(context), commitment, wanted(input)),
    );
  }

  @FieldResolver()
  async item(@Root() row: CommitmentRow, @Ctx() { hub }: GatewayContext): Promise<Of<ItemRow> | null> {
    const form = await hub.findForm(row.templateCode);
    return form && itemAt(form, row.itemPath, { assessmentId: row.assessmentId, asOf: null });
  }

  @FieldResolver()
  dimension(@Root() { dimension }: CommitmentRow): object {
    return { code: dimension, label: labelCriterion(dimension) };
  }

  @FieldResolver()
  lead(
    @Root() { leadCode }: CommitmentRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return leadCode === null ? null : loaders.agency.load(leadCode);
  }

  @FieldResolver()
  unclear(@Root() row: CommitmentRow): string[] {
    return findUnclear(row);
  }

  @FieldResolver()
  overdue(@Root() row: CommitmentRow): boolean {
    return isOverdue(row, today());
  }
}

@Resolver(() => MatrixItem)
export class ItemCommitmentsResolver {
  @FieldResolver(() => [Commitment], says('Các cam kết của mục', 'The commitments of the item', listOf(3)))
  async commitments(@Root() item: Of<ItemRow>, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    const all = await loaders.commitments.load(item.assessmentId);
    return all.filter((commitment) => commitment.itemPath === item.path);
  }
}

@Resolver(() => Assessment)
export class AssessmentCommitmentsResolver {
  @FieldResolver(
    () => [Commitment],
    says('Mọi cam kết của bản đánh giá', 'All commitments of the assessment', listOf(20)),
  )
  commitments(@Root() { id }: AssessmentRow, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return loaders.commitments.load(id);
  }
}

function wanted({
  lead,
  person,
  dueOn,
  product,
  authority,
  evidence,
  ...input
}: CommitmentInput): WantedCommitment {
  return {
    ...input,
    leadCode: lead ?? null,
    person: person ?? null,
    dueOn: dueOn ?? null,
    product: product ?? null,
    authority: authority ?? null,
    evidence: evidence ?? null,
  };
}

async function answer(
  context: GatewayContext,
  kept: { readonly commitmentId: string } | Refusal,
): Promise<object | null> {
  return isRefusal(kept) ? toRefusal(kept, context) : findCommitment(context.hub.db, kept.commitmentId);
}

/** The day in Viet Nam, which keeps UTC+7 all year. */
function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
