/** What people do with a cell: its versions, comments, tags, and how its words differ from those of another assessment. */
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CellStatus, StatusSource, TextState } from '../../domain/matrix/matrix-status';
import { WordChange } from '../../domain/matrix/prose-diff';
import { says, valuesSay } from '../describe';
import { listOf } from '../list-size';
import { MatrixCell } from './matrix.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

@ObjectType('CellTag', says('Một tiêu chí gắn với ô', 'A criterion that the cell speaks of'))
export class CellTag {
  @Field(() => ID, says('Mã tiêu chí', 'Code of the criterion'))
  code: string;

  @Field(() => LText, says('Tên tiêu chí', 'Name of the criterion'))
  label: LText;
}

registerEnumType(WordChange, {
  name: 'WordChange',
  ...says('Điều xảy ra với một đoạn chữ', 'What became of a run of words'),
  valuesConfig: valuesSay<WordChange>({
    SAME: ['Giữ nguyên', 'Stayed'],
    REMOVED: ['Bị bỏ', 'Removed'],
    ADDED: ['Được thêm', 'Added'],
  }),
});

@ObjectType('ProsePart', says('Một đoạn chữ trong phần so sánh', 'A run of words of a comparison'))
export class ProsePart {
  @Field(() => WordChange, says('Giữ nguyên, bị bỏ hay được thêm', 'Whether it stayed, went or came'))
  change: WordChange;

  @Field(() => String, says('Chữ', 'The words'))
  text: string;
}

@ObjectType('CellRevision', says('Một phiên bản của ô', 'A version of a cell'))
export class CellRevision {
  @Field(() => Int, says('Số phiên bản, từ 1', 'Number of the version, from 1'))
  version: number;

  @Field(() => TextState, says('Ô trống, gạch ngang hay có chữ', 'Whether it is empty, a dash or prose'))
  textState: TextState;

  @Field(() => String, says('Nội dung của phiên bản này', 'The prose of this version', { nullable: true }))
  text: string | null;

  @Field(() => CellStatus, says('Trạng thái', 'Status'))
  status: CellStatus;

  @Field(() => StatusSource, says('Trạng thái do đâu mà có', 'Who said so'))
  statusSource: StatusSource;

  @Field(() => String, says('Lý do khai báo trạng thái', 'Why the status was declared', { nullable: true }))
  statusReason: string | null;

  @Field(
    () => LText,
    says('Vì sao quy tắc suy ra trạng thái này', 'The facts from which the rule derived the status', {
      nullable: true,
    }),
  )
  statusWhy: LText | null;

  @Field(() => [String], says('Mã các tiêu chí', 'Codes of the criteria'))
  tags: string[];

  @Field(() => DateTimeScalar, says('Có từ lúc', 'Since when it stood'))
  changedAt: Date;

  @Field(
    () => String,
    says(
      'Nhãn của khóa đã sửa; trống nếu do quy tắc hoặc từ tài liệu',
      'Label of the key that changed it; null for a rule or the document',
      {
        nullable: true,
      },
    ),
  )
  changedBy: string | null;

  @Field(() => String, says('Lý do sửa', 'Why it was changed', { nullable: true }))
  changeReason: string | null;

  @Field(
    () => [ProsePart],
    says(
      'So sánh từng chữ với phiên bản ngay trước; trống nếu chữ không đổi',
      'The words compared with the version before; empty where no word changed',
      listOf(10),
    ),
  )
  prose: ProsePart[];
}

@ObjectType('CellComment', says('Một ý kiến về ô', 'A comment on a cell'))
export class CellComment {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => DateTimeScalar, says('Thời điểm', 'When'))
  at: Date;

  @Field(() => String, says('Nhãn của khóa đã góp ý', 'Label of the key that commented'))
  by: string;

  @Field(() => String, says('Nội dung', 'What was said'))
  text: string;
}

@ObjectType(
  'CellChange',
  says('Một ô khác nhau giữa hai bản đánh giá', 'A cell in which two assessments differ'),
)
export class CellChange {
  @Field(
    () => MatrixCell,
    says('Ô của bản được so sánh (trước)', 'The cell of the other assessment (before)'),
  )
  before: MatrixCell;

  @Field(() => MatrixCell, says('Ô của bản này (sau)', 'The cell of this assessment (after)'))
  after: MatrixCell;

  @Field(
    () => [ProsePart],
    says('So sánh từng chữ, từ trước đến sau', 'The words compared, from before to after', listOf(10)),
  )
  prose: ProsePart[];
}

@ObjectType('SearchHit', says('Một ô tìm thấy', 'A cell that was found'))
export class SearchHit {
  @Field(() => MatrixCell, says('Ô', 'The cell'))
  cell: MatrixCell;

  @Field(() => String, says('Trích đoạn quanh chữ tìm thấy', 'An excerpt around the words found'))
  excerpt: string;
}
