/** Serves the matrix from the top: the assessment of a locality and period, its form and its groups. */
import { IsOptional, ValidateNested } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { countAssessments, listAssessmentPage, type AssessmentRow } from '../../db/queries/list-assessments';
import { type GroupRow, type ItemRow } from '../../db/queries/list-matrix-form';
import { type Where } from '../../db/where-sql';
import { seesLocality } from '../../domain/actor';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { AssessmentIdPlace, decodeCursor, encodeCursor } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { ClientError } from '../errors';
import { type MatrixForm } from '../matrix-forms';
import {
  AssessmentConnection,
  AssessmentEvent,
  AssessmentSummary,
  AssessmentWhere,
} from '../types/assessment-work.type';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { Assessment, MatrixGroup } from '../types/matrix.type';
import { DateTimeScalar } from '../types/scalars';

/** A group or item as part of one assessment: the form is shared, the cells are not. */
export type Of<Row> = Row & {
  readonly form: MatrixForm;
  readonly assessmentId: string;
  readonly asOf: string | null;
};

@ArgsType()
class AssessmentPageArgs extends PageArgs {
  @Field(() => AssessmentWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: AssessmentWhere | null;
}

@Resolver(() => Assessment)
export class AssessmentResolver {
  @Query(
    () => Assessment,
    says('Ma trận của một địa phương trong một kỳ', 'The matrix of a locality for a period'),
  )
  async matrix(
    @Arg(
      'locality',
      () => String,
      says(
        'Mã địa phương; mã của tỉnh cũ dẫn tới tỉnh mới',
        'Code of the locality; that of an old province leads to the present one',
        { defaultValue: 'VN' },
      ),
    )
    locality: string,
    @Arg('period', () => String, says('Mã kỳ', 'Code of the period', { defaultValue: '2025-H2' }))
    periodCode: string,
    @Arg(
      'asOf',
      () => DateTimeScalar,
      says('Các ô như ở thời điểm này', 'The cells as they stood at this moment', { nullable: true }),
    )
    asOf: Date | null,
    @Ctx() context: GatewayContext,
  ): Promise<AssessmentRow> {
    const localityCode = await presentCode(locality, context);
    if (!seesLocality(actorOf(context), localityCode)) throw new ClientError('FORBIDDEN');
    const found = await context.loaders.assessment.load({ subject: { localityCode, periodCode }, given: {} });
    if (!found) throw new ClientError('NOT_FOUND', NO_SUCH_MATRIX);
    return { ...found, asOf: asOf?.toISOString() ?? null };
  }

  @Query(
    () => AssessmentConnection,
    says('Các bản đánh giá, theo địa phương rồi theo kỳ', 'The assessments, by locality, then by period'),
  )
  async assessments(
    @Args(() => AssessmentPageArgs) { where, first, after }: AssessmentPageArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<Connection<AssessmentRow>> {
    const [scope, filter] = [scopeOf(holder), (where ?? null) as Where | null];
    const place = decodeCursor(AssessmentIdPlace, after);
    return toConnection(await listAssessmentPage(hub.db, scope, filter, { first, after: place }), {
      first,
      after,
      cursorOf: (row) => encodeCursor(row.id),
      countAll: () => countAssessments(hub.db, scope, filter),
    });
  }

  @FieldResolver()
  template(@Root() { templateCode }: AssessmentRow, @Ctx() { hub }: GatewayContext): Promise<object | null> {
    return hub.findForm(templateCode);
  }

  @FieldResolver()
  locality(
    @Root() { localityCode }: AssessmentRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> {
    return loaders.locality.load(localityCode);
  }

  @FieldResolver()
  period(@Root() { periodCode }: AssessmentRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.period.load(periodCode);
  }

  @FieldResolver(listOf(5))
  async groups(
    @Root() { id, templateCode, asOf = null }: AssessmentRow,
    @Ctx() { hub }: GatewayContext,
  ): Promise<Of<GroupRow>[]> {
    const form = await hub.findForm(templateCode);
    return form?.groups.map((group) => ({ ...group, form, assessmentId: id, asOf })) ?? [];
  }

  @FieldResolver(() => AssessmentSummary, says('Mức độ hoàn thành', 'How far it has come'))
  async summary(@Root() { id }: AssessmentRow, @Ctx() { loaders }: GatewayContext): Promise<object> {
    return (await loaders.summary.load(id)) ?? { statuses: [], completeness: 0 };
  }

  @FieldResolver(
    () => [AssessmentEvent],
    says('Các bước đã qua, mới nhất trước', 'The steps it took, newest first', listOf(5)),
  )
  events(@Root() { id }: AssessmentRow, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return loaders.assessmentEvents.load(id);
  }
}

/** A matrix is judged for present provinces: an old one of three digits stands for the one it went into. */
async function presentCode(code: string, { loaders }: GatewayContext): Promise<string> {
  if (!/^\d{3}$/.test(code)) return code;
  const [successor] = await loaders.successors.load(code);
  return successor?.code ?? code;
}

const NO_SUCH_MATRIX = {
  vi: 'Truy vấn localities và periods liệt kê các mã hiện có.',
  en: 'The queries localities and periods list the codes there are.',
};

@Resolver(() => MatrixGroup)
export class MatrixGroupResolver {
  @FieldResolver(listOf(4))
  items(@Root() group: Of<GroupRow>): Of<ItemRow>[] {
    const { form, assessmentId, asOf } = group;
    return form.itemsOf(group).map((item) => ({ ...item, form, assessmentId, asOf }));
  }
}
