/** Serves the matrix from the top: the assessment of a locality and period, its form and its groups. */
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type AssessmentRow } from '../../db/queries/list-assessments';
import { type GroupRow, type ItemRow } from '../../db/queries/list-matrix-form';
import { seesLocality } from '../../domain/actor';
import { actorOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { ClientError } from '../errors';
import { type MatrixForm } from '../matrix-forms';
import { Assessment, MatrixGroup } from '../types/matrix.type';

/** A group or item as part of one assessment: the form is shared, the cells are not. */
export type Of<Row> = Row & { readonly form: MatrixForm; readonly assessmentId: string };

@Resolver(() => Assessment)
export class AssessmentResolver {
  @Query(
    () => Assessment,
    says('Ma trận của một địa phương trong một kỳ', 'The matrix of a locality for a period'),
  )
  async matrix(
    @Arg('locality', () => String, says('Mã địa phương', 'Code of the locality', { defaultValue: 'VN' }))
    localityCode: string,
    @Arg('period', () => String, says('Mã kỳ', 'Code of the period', { defaultValue: '2025-H2' }))
    periodCode: string,
    @Ctx() context: GatewayContext,
  ): Promise<AssessmentRow> {
    if (!seesLocality(actorOf(context), localityCode)) throw new ClientError('FORBIDDEN');
    const found = await context.loaders.assessment.load({ subject: { localityCode, periodCode }, given: {} });
    if (!found) throw new ClientError('NOT_FOUND', NO_SUCH_MATRIX);
    return found;
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
    @Root() { id, templateCode }: AssessmentRow,
    @Ctx() { hub }: GatewayContext,
  ): Promise<Of<GroupRow>[]> {
    const form = await hub.findForm(templateCode);
    return form?.groups.map((group) => ({ ...group, form, assessmentId: id })) ?? [];
  }
}

const NO_SUCH_MATRIX = {
  vi: 'Truy vấn localities và periods liệt kê các mã hiện có.',
  en: 'The queries localities and periods list the codes there are.',
};

@Resolver(() => MatrixGroup)
export class MatrixGroupResolver {
  @FieldResolver(listOf(4))
  items(@Root() group: Of<GroupRow>): Of<ItemRow>[] {
    const { form, assessmentId } = group;
    return form.itemsOf(group).map((item) => ({ ...item, form, assessmentId }));
  }
}
