/** Says where an assessment is to be had as a file, and takes an edited file back. */
import { ArrayMaxSize, IsBoolean, Length } from 'class-validator';
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

  @Field(
    () => [ID],
    says(
      'Mã các ô chưa chắc chắn (PLACE_DOUBTFUL) mà người nhập đã xem và nhận',
      'Ids of the doubtful cells (PLACE_DOUBTFUL) that a person has looked at and takes',
      { defaultValue: [] },
    ),
  )
  @ArrayMaxSize(133)
  @Length(1, 80, { each: true })
  accept: string[];
}

@Resolver(() => Assessment)
export class MatrixFileResolver {
  @Mutation(
    () => ImportMatrixResult,
    says(
      'Nhập lại tệp DOCX hoặc XLSX đã sửa, hoặc văn bản thuần của bản in: xem khác biệt trước, rồi ghi',
      'Take an edited DOCX or XLSX back, or the plain text of the printed form: first the differences, then the writing',
    ),
  )
  async importMatrix(
    @Args(() => ImportMatrixArgs) { uploadId, assessment, dryRun, accept }: ImportMatrixArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const accepted = new Set(accept);
    const wanted = { uploadId: knownId(uploadId), assessmentId: assessment, dryRun, accepted };
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
