/** Serves what people did with cells: owner, tags, versions and comments; finds cells by their words and compares assessments. */
import { Length, Max, MaxLength, Min, IsOptional } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type AssessmentRow } from '../../db/queries/list-assessments';
import { listAgencies } from '../../db/queries/list-agencies';
import { type RevisionRow } from '../../db/queries/list-cell-work';
import { findMatrixCell, type CellRow } from '../../db/queries/list-matrix-cells';
import { type ColumnRow } from '../../db/queries/list-matrix-form';
import { searchCells } from '../../db/queries/search-cells';
import { seesLocality } from '../../domain/actor';
import { writeClaim } from '../../domain/matrix/cell-claim';
import { readCellKey } from '../../domain/matrix/cell-key';
import { labelCriterion } from '../../domain/matrix/criteria';
import { excerptAround } from '../../domain/matrix/excerpt';
import { diffProse, type ProsePart } from '../../domain/matrix/prose-diff';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { ClientError } from '../errors';
import { listOf } from '../list-size';
import { Agency } from '../types/agency.type';
import { CellChange, CellComment, CellRevision, CellTag, SearchHit } from '../types/cell-work.type';
import { LARGEST_PAGE } from '../types/connection.type';
import { Assessment, MatrixCell, MatrixColumn } from '../types/matrix.type';

const locality = says('Mã địa phương', 'Code of the locality', { nullable: true });

@ArgsType()
class SearchArgs {
  @Field(
    () => String,
    says(
      'Từ cần tìm, có dấu hoặc không dấu; "…" cho cụm từ, or cho lựa chọn, - cho loại trừ',
      'The words, with accents or without; "…" for a phrase, or for alternatives, - for what must not be there',
    ),
  )
  @Length(1, 200)
  text: string;

  @Field(() => String, locality)
  @IsOptional()
  @MaxLength(10)
  locality?: string | null;

  @Field(() => String, says('Mã kỳ', 'Code of the period', { nullable: true }))
  @IsOptional()
  @MaxLength(10)
  period?: string | null;

  @Field(() => Int, says('Số ô, tối đa 200', 'How many cells, at most 200', { defaultValue: 20 }))
  @Min(0)
  @Max(LARGEST_PAGE)
  first: number;
}

@Resolver(() => MatrixCell)
export class CellWorkResolver {
  @Query(
    () => MatrixCell,
    says('Một ô; trống nếu không có', 'One cell; null when there is none', { nullable: true }),
  )
  async cell(
    @Arg('id', () => ID, says('Mã ô', 'Id of the cell')) id: string,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<CellRow | null> {
    const key = readCellKey(id);
    return key && findMatrixCell(hub.db, scopeOf(holder), key);
  }

  @Query(() => [Agency], says('Các đơn vị có thể chịu trách nhiệm', 'The agencies', listOf(200)))
  agencies(
    @Arg('locality', () => String, locality) localityCode: string | null,
    @Ctx() { hub }: GatewayContext,
  ): Promise<object[]> {
    return listAgencies(hub.db, localityCode ?? null);
  }

  @Query(
    () => [SearchHit],
    says('Tìm trong nội dung các ô, không phân biệt dấu', 'Find cells by their words, accents aside'),
  )
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: GatewayContext): Promise<object[]> {
    const actor = actorOf(context);
    const wanted = args.locality ?? actor.localityCode;
    if (wanted !== null && !seesLocality(actor, wanted)) throw new ClientError('FORBIDDEN');
    const { text, first, period = null } = args;
    const cells = await searchCells(context.hub.db, {
      text,
      first,
      localityCode: wanted,
      periodCode: period,
    });
    return cells.map((cell) => ({ cell, excerpt: excerptAround(cell.text ?? '', text) }));
  }

  @FieldResolver(() => [CellTag], says('Các tiêu chí gắn với ô', 'The criteria it speaks of', listOf(3)))
  tags(@Root() { tags }: CellRow): object[] {
    return tags.map(nameCriterion);
  }

  @FieldResolver(
    () => Agency,
    says('Đơn vị chịu trách nhiệm', 'The agency that answers for it', { nullable: true }),
  )
  owner(@Root() { ownerCode }: CellRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> | null {
    return ownerCode === null ? null : loaders.agency.load(ownerCode);
  }

  @FieldResolver(
    () => [CellRevision],
    says(
      'Các phiên bản, mới nhất trước, kể cả phiên bản hiện tại',
      'Its versions, newest first, the present one included',
      listOf(3),
    ),
  )
  async history(
    @Root() { assessmentId, itemPath, columnCode }: CellRow,
    @Arg(
      'last',
      () => Int,
      says('Số phiên bản mới nhất, từ 1 đến 100', 'How many of the newest, 1 to 100', { defaultValue: 12 }),
    )
    last: number,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object[]> {
    const subject = { assessmentId, itemPath, columnCode };
    const wanted = Math.min(Math.max(last, 1), 100);
    // One more than is given, for the oldest to be compared with.
    const versions = await loaders.history.load({ subject, given: { last: wanted + 1 } });
    return versions
      .slice(0, wanted)
      .map((version, at) => ({ ...version, prose: compareVersions(versions[at + 1], version) }));
  }

  @FieldResolver(
    () => [CellComment],
    says('Các ý kiến, mới nhất trước', 'The comments, newest first', listOf(3)),
  )
  comments(
    @Root() { assessmentId, itemPath, columnCode }: CellRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object[]> {
    return loaders.comments.load({ subject: { assessmentId, itemPath, columnCode }, given: { first: 50 } });
  }
}

@Resolver(() => MatrixColumn)
export class ColumnCriteriaResolver {
  @FieldResolver(
    () => [CellTag],
    says(
      'Các tiêu chí có thể gắn cho ô của cột, kèm tên',
      'The criteria that its cells may be tagged with, by name',
      listOf(7),
    ),
  )
  vocabulary(@Root() { criteria }: ColumnRow): object[] {
    return criteria.map(nameCriterion);
  }
}

@Resolver(() => Agency)
export class AgencyResolver {
  @FieldResolver()
  locality(
    @Root() { localityCode }: { localityCode: string | null },
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return localityCode === null ? null : loaders.locality.load(localityCode);
  }
}

@Resolver(() => Assessment)
export class AssessmentDiffResolver {
  @FieldResolver(
    () => [CellChange],
    says(
      'Các ô khác với một bản đánh giá khác: kỳ trước hoặc địa phương khác',
      'The cells in which it differs from another assessment: of an earlier period, or of another locality',
      listOf(40),
    ),
  )
  async diff(
    @Root() assessment: AssessmentRow,
    @Arg('against', () => ID, says('Mã bản đánh giá so sánh (trước)', 'Id of the other assessment (before)'))
    against: string,
    @Ctx() { hub, loaders }: GatewayContext,
  ): Promise<object[]> {
    const other = await loaders.assessmentById.load(against);
    if (!other) throw new ClientError('NOT_FOUND');
    const form = await hub.findForm(assessment.templateCode);
    const [before, after] = await Promise.all(
      [other, assessment].map(({ id, asOf = null }) => loaders.cells.load({ subject: id, given: { asOf } })),
    );
    return (form?.items ?? []).flatMap(({ path }) =>
      (form?.columns ?? []).flatMap(({ code }) =>
        compare(before?.get(path)?.get(code), after?.get(path)?.get(code)),
      ),
    );
  }
}

const nameCriterion = (code: string) => ({ code, label: labelCriterion(code) });

function compareVersions(before: RevisionRow | undefined, after: RevisionRow): ProsePart[] {
  const [old, young] = [before ? writeClaim(before) : '', writeClaim(after)];
  return old === young ? [] : diffProse(old, young);
}

function compare(before: CellRow | undefined, after: CellRow | undefined): object[] {
  if (!before || !after) return [];
  const [old, young] = [writeClaim(before), writeClaim(after)];
  if (old === young && before.textState === after.textState && before.status === after.status) return [];
  return [{ before, after, prose: diffProse(old, young) }];
}
