/** Says where an assessment is to be had as a file, and takes an edited file back. */
import { IsBoolean, Length } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type AssessmentRow } from '../../db/queries/list-assessments';
import { DOUBT_WORDS } from '../../domain/matrix/matrix-document';
import { diffProse } from '../../domain/matrix/prose-diff';
import { isRefusal } from '../../domain/refusal';
import { importMatrix } from '../../services/matrix/import-matrix';
import { actorOf, type GatewayContext } from '../context';
import { knownId } from '../cursor';
import { says } from '../describe';
import { Assessment } from '../types/matrix.type';
import { MatrixFileFormat } from '../types/matrix-enums.type';
import { ImportMatrixResult } from '../types/matrix-import.type';
import { toRefusal } from './refusals';

@ArgsType()
class ImportMatrixArgs {
  @Field(() => ID, says('Tệp đã gửi lên (createUpload, rồi PUT)', 'The upload (createUpload, then PUT)'))
  @Length(1, 64)
  uploadId: string;

  @Field(() => ID, says('Mã bản đánh giá, ví dụ VN.2025-H2', 'Id of the assessment, for example VN.2025-H2'))
  @Length(1, 40)
  assessment: string;

  @Field(
    () => Boolean,
    says('Chỉ so sánh; false để ghi', 'Only compare; false writes', { defaultValue: true }),
  )
  @IsBoolean()
  dryRun: boolean;
}

@Resolver(() => Assessment)
export class MatrixFileResolver {
  @Mutation(
    () => ImportMatrixResult,
    says(
      'Nhập lại tệp DOCX hoặc XLSX đã sửa: xem khác biệt trước, rồi ghi',
      'Take an edited DOCX or XLSX back: first the differences, then the writing',
    ),
  )
  async importMatrix(
    @Args(() => ImportMatrixArgs) { uploadId, assessment, dryRun }: ImportMatrixArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const wanted = { uploadId: knownId(uploadId), assessmentId: assessment, dryRun };
    const imported = await importMatrix(context.hub.db, actorOf(context), wanted);
    if (isRefusal(imported)) return toRefusal(imported, context);
    const { differences, doubts, applied } = imported;
    return {
      dryRun,
      applied,
      differences: differences.map((one) => ({ ...one, prose: diffProse(one.before, one.after) })),
      doubts: doubts.map((doubt) => ({ ...doubt, words: DOUBT_WORDS[doubt.code] })),
    };
  }

  @FieldResolver(
    () => String,
    says('Địa chỉ để tải về (GET, cùng khóa)', 'Where to fetch it as a file (GET, with the same key)'),
  )
  fileUrl(
    @Root() { id }: AssessmentRow,
    @Arg('format', () => MatrixFileFormat, says('Dạng tệp', 'The format'))
    format: keyof typeof MatrixFileFormat,
    @Ctx() { baseUrl }: GatewayContext,
  ): string {
    return `${baseUrl}/matrices/${id}.${format.toLowerCase()}`;
  }
}
