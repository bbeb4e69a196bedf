/** What if: assumed figures in, the cells that would change their status out. */
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { HOLD } from '../../domain/matrix/held-days';
import { CellStatus } from '../../domain/matrix/matrix-status';
import { says } from '../describe';
import { listOf } from '../list-size';
import { MatrixCell, StatusRule } from './matrix.type';
import { LText } from './text.type';

@InputType('AssumedFigure', says('Một giả định về chỉ số', 'An assumption about an indicator'))
export class AssumedFigure {
  @Field(() => String, says('Mã chỉ số', 'Code of the indicator'))
  @MaxLength(60)
  indicator: string;

  @Field(() => Float, says('Giá trị, theo đơn vị của chỉ số', 'The value, in the unit of the indicator'))
  @IsOptional()
  value: number;

  @Field(
    () => Int,
    says('Giữ được bao nhiêu ngày liên tiếp', 'For how many days in a row it stands so', {
      defaultValue: HOLD.riseDays,
    }),
  )
  @Min(1)
  @Max(HOLD.windowDays)
  days: number;
}

@InputType('WhatIfInput', says('Câu hỏi giả định', 'What to assume'))
export class WhatIfInput {
  @Field(() => ID, says('Mã bản đánh giá, ví dụ VN.2025-H2', 'Id of the assessment, for example VN.2025-H2'))
  @MaxLength(20)
  assessment: string;

  @Field(() => [AssumedFigure], says('Các giả định', 'The assumptions'))
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  assume: AssumedFigure[];
}

@ObjectType('WhatIfChange', says('Một ô sẽ đổi trạng thái', 'A cell that would change its status'))
export class WhatIfChange {
  @Field(() => MatrixCell, says('Ô, như hiện nay', 'The cell as it is now'))
  cell: MatrixCell;

  @Field(() => CellStatus, says('Trạng thái hiện nay', 'Its status now'))
  before: CellStatus;

  @Field(() => CellStatus, says('Trạng thái khi đó', 'Its status then'))
  after: CellStatus;

  @Field(
    () => Boolean,
    says(
      'Trạng thái do người khai báo nên vẫn giữ cho tới khi có người đổi',
      'A person declared the status, so it would stay until a person changes it',
    ),
  )
  declared: boolean;

  @Field(() => StatusRule, says('Theo quy tắc nào', 'By which rule'))
  rule: StatusRule;

  @Field(() => LText, says('Vì sao', 'Why'))
  why: LText;
}

@ObjectType(
  'WhatIfResult',
  says('Kết quả giả định; không có gì được lưu', 'What would be; nothing is stored'),
)
export class WhatIfResult {
  @Field(() => [WhatIfChange], says('Các ô sẽ đổi trạng thái', 'The cells that would change', listOf(30)))
  changes: WhatIfChange[];

  @Field(() => Int, says('Số ô có chỉ số được giả định', 'Cells whose indicators were assumed'))
  concerned: number;
}
