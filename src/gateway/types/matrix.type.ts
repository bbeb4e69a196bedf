/** The matrix of a locality and period: its form, its cells with claim and status, and the rule behind a derived status. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AssessmentState } from '../../domain/matrix/assessment-state';
import { CellStatus, StatusSource, TextState } from '../../domain/matrix/matrix-status';
import { READ_PLAINLY, says } from '../describe';
import { Locality, Period } from './locality.type';
import { Node } from './node.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

@ObjectType('MatrixTemplate', says('Biểu mẫu chính thức của ma trận', 'The official form of the matrix'))
export class MatrixTemplate {
  @Field(() => ID, says('Mã biểu mẫu', 'Code of the form'))
  code: string;

  @Field(() => Int, says('Phiên bản', 'Version'))
  version: number;

  @Field(() => LText, says('Tên biểu mẫu', 'Title'))
  title: LText;

  @Field(
    () => String,
    says('Nội dung được đọc từ tài liệu nào và đọc như thế nào', 'Which document it was read from, and how'),
  )
  provenance: string;
}

@ObjectType('MatrixColumn', says('Một cột đánh giá', 'A judging column', READ_PLAINLY))
export class MatrixColumn {
  @Field(() => ID, says('Mã cột', 'Code of the column'))
  code: string;

  @Field(() => LText, says('Nhóm cột ở dòng tiêu đề trên', 'The band above it in the header'))
  band: LText;

  @Field(() => LText, says('Tên cột', 'Title'))
  title: LText;

  @Field(
    () => String,
    says(
      'Câu hỏi đánh giá in trong ngoặc ở tiêu đề',
      'The scoring question that the header prints in brackets',
    ),
  )
  question: string;

  @Field(() => [String], says('Các tiêu chí của câu hỏi, dạng mã', 'The criteria of the question, as codes'))
  criteria: string[];

  @Field(
    () => String,
    says('Nguyên văn bản in khi có lỗi in', 'The words as printed, where they are plainly a misprint', {
      nullable: true,
    }),
  )
  printed: string | null;

  @Field(() => String, says('Ghi chú của người đọc tài liệu', "The reader's note", { nullable: true }))
  note: string | null;
}

@ObjectType('StatusRule', says('Quy tắc suy ra trạng thái của ô', "The rule that derived a cell's status"))
export class StatusRule {
  @Field(() => ID, says('Mã quy tắc', 'Code of the rule'))
  code: string;

  @Field(() => LText, says('Quy tắc bằng lời', 'The rule in words'))
  words: LText;
}

@ObjectType(
  'MatrixItem',
  says('Một mục (dòng) của ma trận', 'An item, that is a row of the matrix', READ_PLAINLY),
)
export class MatrixItem {
  @Field(() => ID, says('Đường dẫn, ví dụ B.1.1', 'Path, for example B.1.1'))
  path: string;

  @Field(() => String, says('Số thứ tự như in trong tài liệu', 'The number as printed'))
  printedNo: string;

  @Field(() => LText, says('Nội dung của mục', 'Title'))
  title: LText;

  @Field(() => Boolean, says('Dòng trống của biểu mẫu', 'A blank row of the form'))
  blank: boolean;

  @Field(() => MatrixItem, says('Mục cha', 'The item above it', { nullable: true }))
  parent: MatrixItem | null;

  @Field(() => [MatrixCell], says('Các ô, theo thứ tự cột', 'The cells, in the order of the columns'))
  cells: MatrixCell[];
}

@ObjectType(
  'MatrixCell',
  says(
    'Một ô: nội dung chính thức, trạng thái và bằng chứng',
    'A cell: the official claim, its status and its evidence',
    { implements: Node, ...READ_PLAINLY },
  ),
)
export class MatrixCell extends Node {
  @Field(
    () => TextState,
    says('Ô trống, gạch ngang, có chữ, hay được gộp', 'Whether the cell is empty, a dash, prose or merged'),
  )
  textState: TextState;

  @Field(() => String, says('Nguyên văn nội dung', 'The prose, word for word', { nullable: true }))
  text: string | null;

  @Field(() => Int, says('Số dòng mà ô in trải qua', 'How many rows the printed cell covers'))
  span: number;

  @Field(
    () => String,
    says('Mục có ô trùm lên ô này', 'Path of the item whose cell covers this one', { nullable: true }),
  )
  mergedFrom: string | null;

  @Field(
    () => String,
    says(
      'Nguyên văn bản in, khi nội dung đã sửa lỗi in',
      'The words as printed, where the text corrects a misprint',
      { nullable: true },
    ),
  )
  printed: string | null;

  @Field(() => [String], says('Các chỗ đã sửa lỗi in', 'The misprints that were corrected'))
  corrected: string[];

  @Field(
    () => Boolean,
    says('Cần người xem lại cách đọc ô này', 'A person should look at how this cell was read'),
  )
  needsReview: boolean;

  @Field(() => String, says('Ghi chú của người đọc tài liệu', "The reader's note", { nullable: true }))
  note: string | null;

  @Field(() => CellStatus, says('Trạng thái', 'Status'))
  status: CellStatus;

  @Field(() => StatusSource, says('Trạng thái do đâu mà có', 'Who says so'))
  statusSource: StatusSource;

  @Field(
    () => DateTimeScalar,
    says('Thời điểm trạng thái được xác lập', 'When the status was set', { nullable: true }),
  )
  statusAt: Date | null;

  @Field(
    () => StatusRule,
    says('Quy tắc đã suy ra trạng thái', 'The rule that derived the status', { nullable: true }),
  )
  statusRule: StatusRule | null;

  @Field(
    () => String,
    says('Lý do khai báo trạng thái', 'Why a person declared the status', { nullable: true }),
  )
  statusReason: string | null;

  @Field(
    () => LText,
    says('Vì sao quy tắc suy ra trạng thái này', 'The facts from which the rule derived the status', {
      nullable: true,
    }),
  )
  statusWhy: LText | null;

  @Field(() => Boolean, says('Được đánh dấu để theo dõi', 'Marked for follow-up'))
  followUp: boolean;

  @Field(() => Int, says('Phiên bản, tăng sau mỗi lần sửa', 'Version, raised with every change'))
  version: number;

  @Field(() => DateTimeScalar, says('Lần thay đổi gần nhất', 'When it was last changed'))
  changedAt: Date;

  @Field(() => MatrixItem, says('Mục (dòng) của ô', 'The item, that is the row'))
  item: MatrixItem;

  @Field(() => MatrixColumn, says('Cột của ô', 'The column'))
  column: MatrixColumn;
}

@ObjectType('MatrixGroup', says('Một nhóm của ma trận, từ A đến E', 'A group of the matrix, A to E'))
export class MatrixGroup {
  @Field(() => ID, says('Chữ cái của nhóm', 'Letter of the group'))
  code: string;

  @Field(() => LText, says('Tên nhóm', 'Title'))
  title: LText;

  @Field(
    () => [MatrixItem],
    says('Các mục theo thứ tự tài liệu, không lồng nhau', 'The items in document order, not nested'),
  )
  items: MatrixItem[];
}

@ObjectType(
  'Assessment',
  says('Ma trận của một địa phương trong một kỳ', 'The matrix of one locality for one period', {
    implements: Node,
  }),
)
export class Assessment extends Node {
  @Field(() => AssessmentState, says('Tình trạng của bản đánh giá', 'Where the assessment stands'))
  state: AssessmentState;

  @Field(() => Int, says('Phiên bản, tăng sau mỗi bước', 'Version, raised with every step'))
  version: number;

  @Field(() => MatrixTemplate, says('Biểu mẫu', 'The form'))
  template: MatrixTemplate;

  @Field(() => Locality, says('Địa phương', 'The locality'))
  locality: Locality;

  @Field(() => Period, says('Kỳ đánh giá', 'The period'))
  period: Period;

  @Field(() => [MatrixGroup], says('Các nhóm theo thứ tự', 'The groups in order'))
  groups: MatrixGroup[];
}
