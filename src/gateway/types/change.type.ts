/** Cleansing: the rules, the packs that choose among them, and what they did or suggest, change by change. */
import {
  ArrayMaxSize,
  IsIn,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RuleMode } from '../../domain/cleanse/rule-pack';
import { ChangeMode } from '../../domain/cleanse/rule';
import { Field as ResidentField } from '../../domain/table/column-mapping';
import { says, valuesSay } from '../describe';
import { listOf } from '../list-size';
import { connectionOf } from './connection.type';
import './dataset.type';
import { LText } from './text.type';
import { enumFilter, IntFilter } from './where.type';

const MODES = {
  AUTO: ['Tự áp dụng', 'Applied'],
  SUGGEST: ['Gợi ý, chờ người duyệt', 'Suggested, waits for a person'],
  FLAG: ['Chỉ đánh dấu', 'Flagged only'],
} as const;

registerEnumType(ChangeMode, {
  name: 'ChangeMode',
  ...says(
    'Một thay đổi được áp dụng, gợi ý hay chỉ đánh dấu',
    'Whether a change is applied, suggested or only flagged',
  ),
  valuesConfig: valuesSay<ChangeMode>(MODES),
});
registerEnumType(RuleMode, {
  name: 'RuleMode',
  ...says('Cách dùng một quy tắc', 'How a rule is used'),
  valuesConfig: valuesSay<RuleMode>({ ...MODES, OFF: ['Tắt', 'Switched off'] }),
});

@ObjectType('CleanseRule', says('Một quy tắc làm sạch', 'A rule of cleansing'))
export class CleanseRule {
  @Field(() => String, says('Mã', 'Its id'))
  id: string;

  @Field(() => Int, says('Phiên bản', 'Its version'))
  version: number;

  @Field(() => LText, says('Tên', 'Its title'))
  title: LText;

  @Field(() => Boolean, says('Không mất thông tin', 'Loses no information'))
  lossless: boolean;

  @Field(() => ChangeMode, says('Cách dùng mặc định', 'How it is used by default'))
  mode: ChangeMode;

  @Field(() => String, says('Ví dụ: trước', 'Example: before'))
  exampleBefore: string;

  @Field(
    () => String,
    says('Ví dụ: sau; trống nếu chỉ đánh dấu', 'Example: after; null for a flag', { nullable: true }),
  )
  exampleAfter: string | null;
}

@ObjectType(
  'RulePackMode',
  says('Một quy tắc được dùng khác mặc định', 'A rule that is used differently than by default'),
)
export class RulePackMode {
  @Field(() => String, says('Mã quy tắc', 'Id of the rule'))
  rule: string;

  @Field(() => RuleMode, says('Cách dùng', 'How it is used'))
  mode: RuleMode;
}

@ObjectType('RulePack', says('Một bộ quy tắc', 'A pack of rules'))
export class RulePackType {
  @Field(() => ID, says('Mã', 'Its id'))
  id: string;

  @Field(() => LText, says('Tên', 'Its title'))
  title: LText;

  @Field(
    () => [RulePackMode],
    says('Các quy tắc dùng khác mặc định', 'The rules that differ from the default'),
  )
  modes: RulePackMode[];
}

@ObjectType(
  'RulesInUse',
  says('Các quy tắc mà một lượt làm sạch đã dùng', 'The rules that a cleansing went by'),
)
export class RulesInUse {
  @Field(() => ID, says('Mã bộ quy tắc', 'Id of the pack'))
  pack: string;

  @Field(
    () => [RulePackMode],
    says('Các quy tắc dùng khác mặc định', 'The rules that differ from the default', listOf(30)),
  )
  modes: RulePackMode[];
}

@ObjectType('ChangeCount', says('Số thay đổi theo quy tắc và trường', 'Changes by rule and field'))
export class ChangeCountType {
  @Field(() => String, says('Mã quy tắc', 'Id of the rule'))
  rule: string;

  @Field(() => LText, says('Tên quy tắc', 'Title of the rule'))
  title: LText;

  @Field(() => ResidentField, says('Trường', 'The field'))
  field: ResidentField;

  @Field(() => ChangeMode, says('Cách dùng', 'How it was used'))
  mode: ChangeMode;

  @Field(() => Int, says('Số lượng', 'How many'))
  count: number;
}

@ObjectType('Change', says('Một thay đổi, gợi ý hoặc đánh dấu', 'A change, a suggestion or a flag'))
export class ChangeType {
  @Field(() => Int, says('Số thứ tự dòng', 'Number of the row'))
  row: number;

  @Field(() => ResidentField, says('Trường', 'The field'))
  field: ResidentField;

  @Field(() => Int, says('Thứ tự trong ô', 'Place in the history of the cell'))
  no: number;

  @Field(() => String, says('Mã quy tắc', 'Id of the rule'))
  rule: string;

  @Field(() => Int, says('Phiên bản quy tắc', 'Version of the rule'))
  version: number;

  @Field(() => ChangeMode, says('Cách dùng', 'How it was used'))
  mode: ChangeMode;

  @Field(
    () => String,
    says(
      'Giá trị trước; chỉ khóa OPERATOR trở lên thấy, số được che bớt',
      'The value before; for keys from OPERATOR up, numbers masked',
      { nullable: true },
    ),
  )
  before: string | null;

  @Field(
    () => String,
    says(
      'Giá trị sau; như trên, và trống nếu chỉ đánh dấu',
      'The value after; likewise, and null for a flag',
      {
        nullable: true,
      },
    ),
  )
  after: string | null;

  @Field(() => Boolean, says('Không mất thông tin', 'Loses no information'))
  lossless: boolean;

  @Field(() => Float, says('Độ chắc chắn, từ 0 đến 1', 'How sure, 0 to 1'))
  confidence: number;

  @Field(
    () => Boolean,
    says(
      'Người duyệt đã nhận hay bỏ; trống khi chưa ai duyệt',
      'Taken or turned down; null before anyone decided',
      {
        nullable: true,
      },
    ),
  )
  accepted: boolean | null;
}

export const ChangeConnection = connectionOf('Change', () => ChangeType, 'thay đổi', 'changes');

const optional = { nullable: true } as const;
const ChangeModeFilter = enumFilter('ChangeModeFilter', ChangeMode, 'cách dùng', 'mode');
const ResidentFieldFilter = enumFilter('ResidentFieldFilter', ResidentField, 'trường', 'field');

@InputType('RuleFilter', says('Điều kiện trên mã quy tắc', 'Condition on the id of a rule'))
export class RuleFilter {
  @Field(() => String, says('Bằng', 'Equal to', optional))
  @IsOptional()
  @Matches(/^[A-Z]\d\d$/)
  eq?: string;

  @Field(() => [String], says('Thuộc danh sách', 'One of', optional))
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z]\d\d$/, { each: true })
  in?: string[];
}

@InputType('ChangeWhere', says('Lọc thay đổi', 'Which changes'))
export class ChangeWhere {
  @Field(() => RuleFilter, says('Quy tắc', 'Rule', optional))
  @IsOptional()
  @ValidateNested()
  rule?: RuleFilter;

  @Field(() => ResidentFieldFilter, says('Trường', 'Field', optional))
  @IsOptional()
  @ValidateNested()
  field?: object;

  @Field(() => ChangeModeFilter, says('Cách dùng', 'Mode', optional))
  @IsOptional()
  @ValidateNested()
  mode?: object;

  @Field(() => IntFilter, says('Số thứ tự dòng', 'Number of the row', optional))
  @IsOptional()
  @ValidateNested()
  row?: IntFilter;
}

@InputType('RuleModeInput', says('Cách dùng một quy tắc', 'How a rule is to be used'))
export class RuleModeInput {
  @Field(() => String, says('Mã quy tắc', 'Id of the rule'))
  @Matches(/^[A-Z]\d\d$/)
  rule: string;

  @Field(() => RuleMode, says('Cách dùng', 'How it is to be used'))
  @IsIn(Object.values(RuleMode))
  mode: RuleMode;
}

@InputType('CleanseRulesInput', says('Quy tắc cho một lượt làm sạch', 'The rules of a cleansing'))
export class CleanseRulesInput {
  @Field(
    () => String,
    says('Mã bộ quy tắc; mặc định là resident', 'Id of a pack; resident by default', optional),
  )
  @IsOptional()
  @Length(1, 50)
  pack?: string;

  @Field(
    () => [RuleModeInput],
    says('Bật, tắt, đổi cách dùng từng quy tắc', 'Switches for single rules', optional),
  )
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested()
  modes?: RuleModeInput[];
}

@InputType('DecideSuggestionInput', says('Ý kiến về một gợi ý', 'What is said about a suggestion'))
export class DecideSuggestionInput {
  @Field(() => ID, says('Lượt làm sạch', 'The cleansing'))
  @Length(1, 64)
  runId: string;

  @Field(() => Int, says('Số thứ tự dòng', 'Number of the row'))
  @Min(1)
  row: number;

  @Field(() => ResidentField, says('Trường', 'The field'))
  @IsIn(Object.values(ResidentField))
  field: ResidentField;

  @Field(() => Int, says('Thứ tự trong ô', 'Place in the history of the cell'))
  @Min(1)
  no: number;

  @Field(() => Boolean, says('Nhận hay bỏ', 'Taken or turned down'))
  @IsIn([true, false])
  accepted: boolean;

  @Field(() => String, says('Lý do', 'The reason', optional))
  @IsOptional()
  @MaxLength(500)
  reason?: string;
}
