/** What an edited document would change, or has changed, in an assessment. */
import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { says, valuesSay } from '../describe';
import { listOf } from '../list-size';
import { ProsePart } from './cell-work.type';
import { MatrixCell } from './matrix.type';
import { RefusedRequest } from './refusal.type';
import { LText } from './text.type';

export const ImportProblem = {
  CHANGED_SINCE_EXPORT: 'CHANGED_SINCE_EXPORT',
  CELL_MERGED: 'CELL_MERGED',
  PLACE_DOUBTFUL: 'PLACE_DOUBTFUL',
} as const;

registerEnumType(ImportProblem, {
  name: 'ImportProblem',
  ...says('Vì sao một khác biệt không được nhận', 'Why a difference is not taken over'),
  valuesConfig: valuesSay<keyof typeof ImportProblem>({
    CHANGED_SINCE_EXPORT: [
      'Ô đã được sửa trên hub sau khi xuất tệp',
      'The cell was changed in the hub after the export',
    ],
    CELL_MERGED: ['Ô do ô của mục khác trùm lên', 'The cell of another item covers it'],
    PLACE_DOUBTFUL: [
      'Văn bản thuần không cho biết chắc nội dung này thuộc ô nào: chỉ nhận khi có người xác nhận (accept)',
      'The plain text leaves open whether this stands in the cell: taken over only when a person says so (accept)',
    ],
  }),
});

@ObjectType('CellDifference', says('Một ô khác giữa tệp và hub', 'A cell in which file and hub differ'))
export class CellDifference {
  @Field(() => MatrixCell, says('Ô như trước khi nhập', 'The cell as it was before the import'))
  cell: MatrixCell;

  @Field(() => String, says('Nội dung trên hub', 'What the hub has'))
  before: string;

  @Field(() => String, says('Nội dung trong tệp', 'What the file has'))
  after: string;

  @Field(() => [ProsePart], says('So sánh từng chữ', 'The words compared', listOf(10)))
  prose: ProsePart[];

  @Field(
    () => ImportProblem,
    says('Vì sao không nhận; trống nếu nhận', 'Why it is not taken over; null when it is', {
      nullable: true,
    }),
  )
  problem: keyof typeof ImportProblem | null;
}

@ObjectType(
  'ImportDoubt',
  says('Điều trong tệp cần người xem lại', 'Something in the file that a person has to look at'),
)
export class ImportDoubt {
  @Field(() => String, says('Dòng của bảng, hoặc đường dẫn mục', 'Row of the table, or path of the item'))
  place: string;

  @Field(() => String, says('Mã', 'Code'))
  code: string;

  @Field(() => LText, says('Bằng lời', 'In words'))
  words: LText;
}

@ObjectType('MatrixImport', says('Kết quả nhập ma trận', 'The result of an import'))
export class MatrixImport {
  @Field(() => Boolean, says('Chỉ so sánh, chưa ghi gì', 'Compared only, nothing was written'))
  dryRun: boolean;

  @Field(() => [CellDifference], says('Các khác biệt, từng ô', 'The differences, cell by cell', listOf(133)))
  differences: CellDifference[];

  @Field(() => [ImportDoubt], says('Những điều cần xem lại', 'What is doubtful', listOf(20)))
  doubts: ImportDoubt[];

  @Field(() => Int, says('Số ô đã ghi', 'Cells that were written'))
  applied: number;
}

export const ImportMatrixResult = createUnionType({
  name: 'ImportMatrixResult',
  ...says('Kết quả nhập, hoặc lý do từ chối', 'The result, or why not'),
  types: () => [MatrixImport, RefusedRequest] as const,
  resolveType: (value: object) => ('message' in value ? 'RefusedRequest' : 'MatrixImport'),
});
