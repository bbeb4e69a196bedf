/** The verdict on one row of a run: classes and codes, never a value of the file or of the register. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CloseKind, FieldClass } from '../../domain/verdict/field-outcome';
import { ReviewDecision } from '../../domain/verdict/review';
import { ReasonCode, Verdict } from '../../domain/verdict/verdict';
import { says } from '../describe';
import './review-enums.type';
import { connectionOf } from './connection.type';
import { ComparedField } from './run-enums.type';

@ObjectType('FieldVerdict', says('Kết quả so sánh một trường', 'How one field compared'))
export class FieldVerdict {
  @Field(() => ComparedField, says('Trường', 'The field'))
  name: ComparedField;

  @Field(() => FieldClass, says('Kết quả', 'How it compared'))
  class: FieldClass;

  @Field(
    () => String,
    says('Gần giống theo cách nào, dạng mã', 'In which way it is close, as a code', { nullable: true }),
  )
  sub: CloseKind | null;

  @Field(() => [String], says('Mã các quy tắc đã dùng', 'Ids of the rules that were needed'))
  rules: string[];

  @Field(
    () => Float,
    says('Đóng góp vào trọng số, tính bằng bit', "Its part of the record's weight, in bits"),
  )
  bits: number;
}

@ObjectType('RowVerdict', says('Kết luận về một dòng', 'The verdict on one row'))
export class RowVerdict {
  @Field(() => Int, says('Số thứ tự dòng được nhận, đếm từ 1', 'Number of the accepted row, counted from 1'))
  seq: number;

  @Field(() => Verdict, says('Kết luận', 'The verdict'))
  verdict: Verdict;

  @Field(
    () => Verdict,
    says('Kết luận nếu không có cảnh báo tình trạng', 'What it would have been without the status alert', {
      nullable: true,
    }),
  )
  underlying: Verdict | null;

  @Field(
    () => Verdict,
    says(
      'Kết luận được dùng, sau quyết định của người xem xét nếu có; verdict giữ nguyên kết luận gốc',
      'The verdict that counts, after what a reviewer decided, if anybody did; verdict keeps the original',
    ),
  )
  effectiveVerdict: Verdict;

  @Field(
    () => Boolean,
    says(
      'Dùng được cho mục đích của lượt chạy: đã xác thực, hoặc được chính sách hay người xem xét chấp nhận',
      'Will do for the purpose of the run: verified, or accepted by its policy or a reviewer',
    ),
  )
  accepted: boolean;

  @Field(
    () => ReviewDecision,
    says('Quyết định của người xem xét; trống khi chưa có', 'What a reviewer decided; null before', {
      nullable: true,
    }),
  )
  decision: ReviewDecision | null;

  @Field(
    () => Boolean,
    says('Lấy lại từ lượt chạy trước, không hỏi lại', 'Taken over from the earlier run, not asked again'),
  )
  carriedOver: boolean;

  @Field(() => [ReasonCode], says('Các lý do', 'The reasons'))
  reasons: ReasonCode[];

  @Field(
    () => Float,
    says('Xác suất đúng người, từ 0 đến 1', 'Probability that it is the same person, 0 to 1'),
  )
  confidence: number;

  @Field(() => Float, says('Trọng số, tính bằng bit', 'Weight, in bits'))
  weightBits: number;

  @Field(() => [FieldVerdict], says('Kết quả so sánh từng trường', 'How each field compared'))
  fields: FieldVerdict[];
}

export const VerdictConnection = connectionOf('Verdict', () => RowVerdict, 'kết luận', 'verdicts');
