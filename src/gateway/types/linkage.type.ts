/** Linkage: the models there are, what a run compared, and the pairs it found, each with the parts of its weight. */
import { IsBoolean, IsObject, IsOptional, Length, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PairDecision } from '../../domain/linkage/link-rows';
import { says, valuesSay } from '../describe';
import { connectionOf } from './connection.type';
import { JsonScalar } from './scalars';
import { LText } from './text.type';
import { enumFilter } from './where.type';

const optional = { nullable: true } as const;

registerEnumType(PairDecision, {
  name: 'PairDecision',
  ...says('Kết luận về một cặp dòng', 'What was decided about a pair of rows'),
  valuesConfig: valuesSay<PairDecision>({
    LINK: ['Cùng một người', 'The same person'],
    REVIEW: ['Cần người xem', 'For a person to look at'],
  }),
});

@ObjectType('LinkageModel', says('Một mô hình liên kết', 'A linkage model'))
export class LinkageModelType {
  @Field(() => ID, says('Mã', 'Its id'))
  id: string;

  @Field(() => String, says('Phiên bản', 'Its version'))
  version: string;

  @Field(() => LText, says('Tên', 'Its title'))
  title: LText;
}

@ObjectType(
  'BlockingReport',
  says('Một khóa ghép đã cho ra bao nhiêu cặp', 'What a blocking key brought together'),
)
export class BlockingReportType {
  @Field(() => String, says('Tên khóa', 'Name of the key'))
  rule: string;

  @Field(() => Int, says('Số dòng có khóa', 'Rows that have the key'))
  rowsWithKey: number;

  @Field(() => Int, says('Số khối', 'Blocks'))
  blocks: number;

  @Field(() => Float, says('Số cặp', 'Pairs'))
  pairs: number;

  @Field(() => Int, says('Số dòng của khối lớn nhất', 'Rows of the largest block'))
  largest: number;

  @Field(() => Int, says('Số khối quá lớn phải chia', 'Blocks that were too large and were split'))
  oversized: number;

  @Field(() => Float, says('Số cặp bị bỏ vì khối quá lớn', 'Pairs dropped because a block was too large'))
  droppedPairs: number;
}

@ObjectType('Linkage', says('Kết quả của một lượt liên kết', 'What a linkage came to'))
export class LinkageType {
  @Field(() => LinkageModelType, says('Mô hình đã dùng', 'The model that was used'))
  model: LinkageModelType;

  @Field(() => Boolean, says('Trọng số được học từ chính dữ liệu', 'The weights were learnt from the rows'))
  trained: boolean;

  @Field(() => Int, says('Số dòng', 'Rows'))
  rows: number;

  @Field(() => Int, says('Số dòng của bộ dữ liệu thứ hai', 'Rows of the second dataset'))
  rowsOfSecond: number;

  @Field(() => Float, says('Số cặp đã so sánh', 'Pairs that were compared'))
  comparedPairs: number;

  @Field(() => Int, says('Số cặp trùng', 'Pairs that are links'))
  links: number;

  @Field(() => Int, says('Số cặp cần người xem', 'Pairs for a person to look at'))
  reviews: number;

  @Field(() => Int, says('Số cụm từ hai dòng trở lên', 'Clusters of two rows and more'))
  clusters: number;

  @Field(() => Int, says('Số dòng trong các cụm đó', 'Rows in these clusters'))
  clusteredRows: number;

  @Field(
    () => Int,
    says(
      'Số liên kết bị cắt vì hai phía loại trừ nhau',
      'Links cut because their two sides exclude each other',
    ),
  )
  cutLinks: number;

  @Field(() => [BlockingReportType], says('Từng khóa ghép', 'Each blocking key'))
  blocking: BlockingReportType[];
}

@ObjectType('PairPart', says('Một phần của trọng số', 'A part of the weight'))
export class PairPart {
  @Field(() => String, says('Phép so sánh của mô hình', 'The comparison of the model'))
  comparison: string;

  @Field(
    () => String,
    says('Mức; trống khi một dòng không có giá trị', 'The level; null where a row has no value', optional),
  )
  level: string | null;

  @Field(() => Float, says('Đóng góp, tính bằng bit', 'Its share, in bits'))
  bits: number;
}

@ObjectType('PairedRow', says('Một dòng của cặp', 'A row of a pair'))
export class PairedRow {
  @Field(() => Int, says('Bộ dữ liệu thứ nhất hay thứ hai', 'Of the first dataset or the second'))
  file: number;

  @Field(() => Int, says('Số thứ tự dòng được nhận, đếm từ 1', 'Number of the accepted row, counted from 1'))
  seq: number;
}

@ObjectType(
  'LinkedPair',
  says('Một cặp dòng; không nêu giá trị nào của tệp', 'A pair of rows; no value of a file'),
)
export class LinkedPair {
  @Field(() => Int, says('Số thứ tự', 'Its number'))
  no: number;

  @Field(() => PairedRow, says('Dòng thứ nhất', 'One row'))
  left: PairedRow;

  @Field(() => PairedRow, says('Dòng thứ hai', 'The other row'))
  right: PairedRow;

  @Field(() => PairDecision, says('Kết luận', 'The decision'))
  decision: PairDecision;

  @Field(() => Float, says('Trọng số, tính bằng bit', 'Weight, in bits'))
  weightBits: number;

  @Field(
    () => Float,
    says('Xác suất cùng một người, từ 0 đến 1', 'Probability that it is one person, 0 to 1'),
  )
  posterior: number;

  @Field(
    () => Float,
    says('Trọng số khi chưa xem trường nào, tính bằng bit', 'Weight before any field is seen, in bits'),
  )
  priorBits: number;

  @Field(
    () => [PairPart],
    says(
      'Các phần; cùng với priorBits cộng đúng thành trọng số',
      'The parts; with priorBits they add up to the weight exactly',
    ),
  )
  parts: PairPart[];
}

export const LinkedPairConnection = connectionOf('LinkedPair', () => LinkedPair, 'cặp dòng', 'linked pairs');

const PairDecisionFilter = enumFilter(
  'PairDecisionFilter',
  PairDecision,
  'kết luận về cặp',
  'decision on a pair',
);

@InputType('LinkedPairWhere', says('Điều kiện lọc các cặp', 'Which pairs'))
export class LinkedPairWhere {
  @Field(() => PairDecisionFilter, says('Kết luận', 'The decision', optional))
  @IsOptional()
  @ValidateNested()
  decision?: object;
}

@InputType('StartLinkageInput', says('Lượt liên kết cần bắt đầu', 'The linkage to start'))
export class StartLinkageInput {
  @Field(() => ID, says('Bộ dữ liệu', 'The dataset'))
  @Length(1, 64)
  datasetId: string;

  @Field(
    () => ID,
    says(
      'Bộ dữ liệu thứ hai; không nêu thì tìm trùng trong bộ thứ nhất',
      'The second dataset; without it, duplicates within the first',
      optional,
    ),
  )
  @IsOptional()
  @Length(1, 64)
  secondDatasetId?: string;

  @Field(
    () => ID,
    says('Mã mô hình, xem truy vấn linkageModels', 'Id of the model, see the query linkageModels', optional),
  )
  @IsOptional()
  @Length(1, 100)
  model?: string;

  @Field(
    () => JsonScalar,
    says(
      'Mô hình riêng (nội dung tệp JSON), thay cho model',
      'A model of your own (what the JSON file holds), instead of model',
      optional,
    ),
  )
  @IsOptional()
  @IsObject()
  customModel?: object;

  @Field(
    () => Boolean,
    says('Học trọng số từ chính dữ liệu trước', 'Learn the weights from the rows first', optional),
  )
  @IsOptional()
  @IsBoolean()
  train?: boolean;

  @Field(
    () => String,
    says('Khóa chống chạy trùng: cùng khóa thì cùng lượt chạy', 'The same key always gives the same run'),
  )
  @Length(1, 200)
  idempotencyKey: string;
}
