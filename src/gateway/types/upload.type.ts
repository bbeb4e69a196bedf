/** Uploads and what is made of them: the inputs of the mutations that bring work into the hub. */
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TextEncoding } from '../../domain/encoding/text-encoding';
import { RunKind } from '../../domain/run/run-state';
import { says } from '../describe';
import { LARGEST_UPLOAD } from '../http/largest-upload';
import { CleanseRulesInput } from './change.type';
import { DateTimeScalar } from './scalars';
import './reading.type';
import './run-enums.type';

@ObjectType('HttpHeader', says('Một tiêu đề HTTP', 'An HTTP header'))
export class HttpHeader {
  @Field(() => String, says('Tên', 'Name'))
  name: string;

  @Field(() => String, says('Giá trị', 'Value'))
  value: string;
}

@ObjectType('Upload', says('Chỗ để gửi nội dung tệp lên', 'Where to send the bytes of a file'))
export class Upload {
  @Field(() => ID, says('Mã nhận diện, dùng cho createDataset', 'Identity, for createDataset'))
  id: string;

  @Field(() => String, says('Địa chỉ nhận tệp', 'Where to send it'))
  url: string;

  @Field(() => String, says('Phương thức HTTP', 'The HTTP method'))
  method: string;

  @Field(() => [HttpHeader], says('Các tiêu đề phải gửi kèm', 'The headers to send with it'))
  headers: HttpHeader[];

  @Field(() => DateTimeScalar, says('Hết hạn lúc', 'Expires at'))
  expiresAt: Date;
}

@InputType('CreateUploadInput', says('Tệp sắp gửi lên', 'The file that will be sent'))
export class CreateUploadInput {
  @Field(() => String, says('Tên tệp, không kèm đường dẫn', 'Name of the file, without a path'))
  @Length(1, 255)
  @Matches(/^[^/\\\p{Cc}]+$/u)
  filename: string;

  @Field(() => Int, says('Kích thước tính bằng byte, tối đa 1 GiB', 'Size in bytes, at most 1 GiB'))
  @Min(1)
  @Max(LARGEST_UPLOAD)
  bytes: number;
}

const column = { nullable: true } as const;

@InputType(
  'ColumnMappingInput',
  says(
    'Trường nào nằm ở cột nào (tên cột trong tệp)',
    'Which field stands in which column (its name in the file)',
  ),
)
export class ColumnMappingInput {
  @Field(() => String, says('Cột họ tên', 'Column of the name', column))
  @IsOptional()
  @MaxLength(4_096)
  name?: string;

  @Field(() => String, says('Cột ngày sinh', 'Column of the birth date', column))
  @IsOptional()
  @MaxLength(4_096)
  birthDate?: string;

  @Field(() => String, says('Cột giới tính', 'Column of the sex', column))
  @IsOptional()
  @MaxLength(4_096)
  sex?: string;

  @Field(() => String, says('Cột số định danh', 'Column of the personal number', column))
  @IsOptional()
  @MaxLength(4_096)
  number?: string;

  @Field(() => String, says('Cột số CMND', 'Column of the old card number', column))
  @IsOptional()
  @MaxLength(4_096)
  oldCardNumber?: string;

  @Field(() => String, says('Cột địa chỉ', 'Column of the address', column))
  @IsOptional()
  @MaxLength(4_096)
  address?: string;

  @Field(() => String, says('Cột số điện thoại', 'Column of the phone number', column))
  @IsOptional()
  @MaxLength(4_096)
  phone?: string;
}

@InputType('ColumnEncodingInput', says('Bảng mã của một cột', 'The encoding of one column'))
export class ColumnEncodingInput {
  @Field(() => String, says('Tên cột', 'Name of the column'))
  @MaxLength(4_096)
  header: string;

  @Field(() => TextEncoding, says('Bảng mã', 'The encoding'))
  @IsIn(Object.values(TextEncoding))
  encoding: TextEncoding;
}

@InputType(
  'ReadingInput',
  says('Cách đọc tệp, khi không muốn để hub tự nhận', 'How to read a file, where the hub is not to find out'),
)
export class ReadingInput {
  @Field(() => Int, says('Dòng tiêu đề, đếm từ 1', 'Line of the header, counted from 1', column))
  @IsOptional()
  @Min(1)
  @Max(1_000)
  headerLine?: number;

  @Field(() => String, says('Trang tính', 'The sheet', column))
  @IsOptional()
  @MaxLength(100)
  sheet?: string;

  @Field(() => TextEncoding, says('Bảng mã của mọi cột', 'The encoding of all columns', column))
  @IsOptional()
  @IsIn(Object.values(TextEncoding))
  encoding?: TextEncoding;

  @Field(
    () => [ColumnEncodingInput],
    says('Bảng mã của từng cột khác với bảng mã chung', 'Encodings of single columns', column),
  )
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested()
  columnEncodings?: ColumnEncodingInput[];
}

@InputType('CreateDatasetInput', says('Bộ dữ liệu cần tạo', 'The dataset to make'))
export class CreateDatasetInput {
  @Field(
    () => ReadingInput,
    says(
      'Cách đọc tệp; không nêu thì hub tự nhận, và từ chối khi không đủ chắc',
      'How to read it; the hub finds out what is left out, and refuses where it is not sure',
      column,
    ),
  )
  @IsOptional()
  @ValidateNested()
  reading?: ReadingInput;

  @Field(() => ID, says('Mã của tệp đã gửi lên', 'Identity of the upload'))
  @Length(1, 64)
  uploadId: string;

  @Field(() => String, says('Tên bộ dữ liệu', 'Name of the dataset'))
  @Length(1, 200)
  name: string;

  @Field(
    () => ColumnMappingInput,
    says(
      'Ánh xạ cột, khi tên cột không tự nói lên',
      'The mapping, where the names do not speak for themselves',
      column,
    ),
  )
  @IsOptional()
  @ValidateNested()
  mapping?: ColumnMappingInput;

  @Field(
    () => Boolean,
    says(
      'Nhớ ánh xạ này cho tệp sau của cùng khóa có cùng tên cột',
      'Keep the mapping for the next file of this key with the same headers',
      column,
    ),
  )
  @IsOptional()
  @IsBoolean()
  saveMapping?: boolean;

  @Field(
    () => String,
    says(
      'Mã địa phương của dữ liệu; mặc định là địa phương của khóa, hoặc VN',
      "Code of the data's locality; by default that of the key, or VN",
      column,
    ),
  )
  @IsOptional()
  @Matches(/^(VN|\d{2})$/)
  locality?: string;
}

@InputType('StartRunInput', says('Lượt chạy cần bắt đầu', 'The run to start'))
export class StartRunInput {
  @Field(() => RunKind, says('Loại lượt chạy', 'What it does'))
  @IsOptional()
  kind: RunKind;

  @Field(
    () => ID,
    says('Bộ dữ liệu; lượt đồng bộ không cần', 'The dataset; a synchronisation needs none', column),
  )
  @IsOptional()
  @Length(1, 64)
  datasetId?: string;

  @Field(
    () => String,
    says(
      'Mã địa phương cho lượt đồng bộ; mặc định là mọi tỉnh mà khóa được xem',
      'Code of the locality of a synchronisation; by default all that the key may see',
      column,
    ),
  )
  @IsOptional()
  @Length(2, 3)
  locality?: string;

  @Field(
    () => String,
    says(
      'Mã kết nối cho lượt đối soát hoặc đồng bộ, xem truy vấn connectors',
      'Id of the connector of a verification or a synchronisation, see the query connectors',
      column,
    ),
  )
  @IsOptional()
  @Length(1, 100)
  connector?: string;

  @Field(
    () => String,
    says(
      'Mục đích khai thác (mã dịch vụ công) của lượt đối soát',
      'The purpose (service code) of a verification',
      column,
    ),
  )
  @IsOptional()
  @MaxLength(100)
  purpose?: string;

  @Field(
    () => CleanseRulesInput,
    says(
      'Quy tắc của lượt làm sạch; mặc định là cả danh mục',
      'The rules of a cleansing; the catalogue by default',
      column,
    ),
  )
  @IsOptional()
  @ValidateNested()
  rules?: CleanseRulesInput;

  @Field(
    () => ID,
    says(
      'Lượt làm sạch được làm lại: các gợi ý đã nhận của nó được áp dụng',
      'The cleansing that is made again: its accepted suggestions are applied',
      column,
    ),
  )
  @IsOptional()
  @Length(1, 64)
  basedOn?: string;

  @Field(
    () => String,
    says(
      'Khóa chống lặp: cùng khóa thì cùng một lượt chạy',
      'The same key gives the same run, however often it is sent',
    ),
  )
  @Length(1, 200)
  idempotencyKey: string;
}
