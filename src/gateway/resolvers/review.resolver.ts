/** Serves the review: rows that wait for a person, the decision on one, and the policies that spare people the rest. */
import { IsOptional, ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  countReviewTasks,
  listReviewTasks,
  type ReviewCandidateRow,
  type ReviewTaskRow,
} from '../../db/queries/list-review-tasks';
import { type Where } from '../../db/where-sql';
import { Role } from '../../domain/actor';
import { Field as ResidentField } from '../../domain/table/column-mapping';
import { maskNumber } from '../../domain/resident/identity-number';
import { isRefusal } from '../../domain/refusal';
import { effectiveVerdict } from '../../domain/verdict/review';
import { type PurposePolicy } from '../../domain/verdict/purpose-policy';
import { type Verdict } from '../../domain/verdict/verdict';
import { explainedFields } from '../explained-fields';
import { decideReview } from '../../services/results/decide-review';
import { noteReading } from '../../services/datasets/note-reading';
import { unmaskRow } from '../../services/results/unmask-row';
import { getPurposePolicies } from '../../services/reference/purpose-policies';
import { needsRole } from '../access';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, knownId, ReviewTaskPlace } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { DecideReviewResult } from '../types/refusal.type';
import {
  DecideReviewInput,
  PurposePolicyType,
  ReviewCandidate,
  ReviewTask,
  ReviewTaskConnection,
  ReviewTaskWhere,
} from '../types/review.type';
import { UnmaskRowInput, UnmaskRowResult } from '../types/unmasked-row.type';
import { withoutNulls } from '../without-nulls';
import { toRefusal } from './refusals';

@ArgsType()
class ReviewPageArgs extends PageArgs {
  @Field(() => ReviewTaskWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: ReviewTaskWhere | null;
}

const SHOWN_FIELDS = [
  ResidentField.name,
  ResidentField.birthDate,
  ResidentField.sex,
  ResidentField.number,
  ResidentField.oldCardNumber,
] as const;
const MASKED: readonly ResidentField[] = [ResidentField.number, ResidentField.oldCardNumber];

/** What the row says in the fields that a person compares, for the columns that the file has. */
function readValues({ cells, mapping }: Pick<ReviewTaskRow, 'cells' | 'mapping'>) {
  return SHOWN_FIELDS.filter((field) => mapping[field] !== undefined).map((field) => ({
    field,
    value: cells[mapping[field] ?? -1] ?? null,
  }));
}

/** A candidate together with whether its weight may be seen. */
type ShownCandidate = ReviewCandidateRow & { readonly decided: boolean };

@Resolver(() => ReviewTask)
export class ReviewResolver {
  @Query(() => ReviewTaskConnection, {
    ...says(
      'Các dòng chờ người xem xét, lượt mới nhất trước; điểm số ẩn tới khi đã quyết định',
      'The rows that wait for a person, newest run first; scores are hidden until decided',
    ),
  })
  @Extensions(needsRole(Role.OPERATOR))
  async reviewTasks(
    @Args(() => ReviewPageArgs) { where, first, after }: ReviewPageArgs,
    @Ctx() context: GatewayContext,
  ): Promise<Connection<ReviewTaskRow>> {
    const { hub, holder } = context;
    const [scope, filter] = [scopeOf(holder), toFilter(where ?? null)];
    const place = decodeCursor(ReviewTaskPlace, after);
    const rows = await listReviewTasks(hub.db, scope, filter, {
      first,
      after: place && { createdAtText: place[0], runId: place[1], seq: place[2] },
    });
    const shown = rows.slice(0, first);
    for (const runId of new Set(shown.map((row) => row.runId))) {
      const ofRun = shown.filter((row) => row.runId === runId);
      await noteReading(hub.db, actorOf(context), `run:${runId}`, ofRun.length);
    }
    return toConnection(rows, {
      first,
      after,
      cursorOf: (row) => encodeCursor([row.createdAtText, row.runId, row.seq]),
      countAll: () => countReviewTasks(hub.db, scope, filter),
    });
  }

  @Mutation(
    () => DecideReviewResult,
    says(
      'Quyết định về một dòng; bắt buộc nêu lý do, có ghi nhật ký; kết luận gốc được giữ',
      'Decide about a row; a reason is required and recorded; the original verdict is kept',
    ),
  )
  async decideReview(
    @Arg('input', () => DecideReviewInput, says('Quyết định', 'What is decided')) input: DecideReviewInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { hub, holder } = context;
    const { candidate, ...rest } = input;
    const said = { ...rest, runId: knownId(input.runId), ...withoutNulls({ candidate }) };
    const decided = await decideReview(hub.db, actorOf(context), said);
    if (isRefusal(decided)) return toRefusal(decided, context);
    const place = { runId: { eq: decided.runId }, seq: { eq: decided.seq } };
    const [task] = await listReviewTasks(hub.db, scopeOf(holder), place, { first: 1, after: null });
    return task ?? null;
  }

  @Mutation(
    () => UnmaskRowResult,
    says(
      'Xem đầy đủ một dòng của tệp; phải nêu mục đích và lý do, có ghi nhật ký',
      'See a row of the file in full; purpose and reason are required and recorded',
    ),
  )
  async unmaskRow(
    @Arg('input', () => UnmaskRowInput, says('Dòng nào, để làm gì', 'Which row, and what for'))
    input: UnmaskRowInput,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const wanted = { ...input, runId: knownId(input.runId) };
    const row = await unmaskRow(context.hub.db, actorOf(context), wanted);
    if (isRefusal(row)) return toRefusal(row, context);
    return { seq: row.seq, values: readValues(row) };
  }

  @FieldResolver()
  run(@Root() { runId }: ReviewTaskRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.run.load(runId);
  }

  @FieldResolver()
  effectiveVerdict(@Root() { verdict, decision }: ReviewTaskRow): Verdict {
    return effectiveVerdict(verdict, decision);
  }

  @FieldResolver(listOf(5))
  values(@Root() task: ReviewTaskRow): object[] {
    return readValues(task).map(({ field, value }) => ({
      field,
      value: value !== null && MASKED.includes(field) ? maskNumber(value) : value,
    }));
  }

  @FieldResolver(listOf(5))
  candidates(@Root() { candidates, decision }: ReviewTaskRow): ShownCandidate[] {
    return candidates.map((candidate) => ({ ...candidate, decided: decision !== null }));
  }

  @FieldResolver()
  confidence(@Root() { confidence, decision }: ReviewTaskRow): number | null {
    return decision === null ? null : confidence;
  }

  @FieldResolver()
  chosen(@Root() { candidateNo }: ReviewTaskRow): number | null {
    return candidateNo;
  }
}

@Resolver(() => ReviewCandidate)
export class ReviewCandidateResolver {
  @FieldResolver(listOf(5))
  fields(@Root() candidate: ShownCandidate): object[] {
    return explainedFields(candidate).map((field) => ({
      ...field,
      bits: candidate.decided ? field.bits : null,
    }));
  }

  @FieldResolver()
  weightBits(@Root() { weightBits, decided }: ShownCandidate): number | null {
    return decided ? weightBits : null;
  }
}

@Resolver(() => PurposePolicyType)
export class PurposePolicyResolver {
  @Query(() => [PurposePolicyType], {
    ...says('Chính sách của các mục đích khai thác', 'The policies of the purposes'),
    ...listOf(20),
  })
  purposePolicies(): readonly PurposePolicy[] {
    return getPurposePolicies().purposes;
  }
}

function toFilter(where: ReviewTaskWhere | null): Where | null {
  if (where === null) return null;
  const { decided, ...rest } = where;
  return {
    ...rest,
    ...(decided === undefined || decided === null ? {} : { decision: { isNull: !decided } }),
  };
}
