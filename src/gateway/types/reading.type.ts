/** How a file is read: its format, where its table begins, and the encoding of each column, with samples to judge by. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Field as ResidentField } from '../../domain/table/column-mapping';
import { FileEncoding } from '../../domain/encoding/file-encoding';
import { TextEncoding } from '../../domain/encoding/text-encoding';
import { says, valuesSay } from '../describe';
import { ProfileSignCount } from './profile.type';

export const FileFormat = { CSV: 'CSV', XLSX: 'XLSX' } as const;
export const MappingSource = { ALIASES: 'ALIASES', GIVEN: 'GIVEN', SAVED: 'SAVED' } as const;

registerEnumType(FileFormat, {
  name: 'FileFormat',
  ...says('Định dạng tệp', 'Format of a file'),
  valuesConfig: valuesSay<keyof typeof FileFormat>({
    CSV: ['Văn bản phân cách', 'Delimited text'],
    XLSX: ['Bảng tính Excel', 'Excel workbook'],
  }),
});

registerEnumType(MappingSource, {
  name: 'MappingSource',
  ...says('Ánh xạ cột lấy từ đâu', 'Where a column mapping comes from'),
  valuesConfig: valuesSay<keyof typeof MappingSource>({
    ALIASES: ['Từ tên cột', 'From the names of the columns'],
    GIVEN: ['Do người nạp tệp nêu', 'Given by whoever brought the file'],
    SAVED: ['Đã lưu từ tệp trước có cùng tên cột', 'Kept from an earlier file with the same headers'],
  }),
});

registerEnumType(FileEncoding, {
  name: 'FileEncoding',
  ...says('Cách đọc byte thành ký tự', 'How bytes are read as signs'),
  valuesConfig: valuesSay<FileEncoding>({
    UTF8: ['UTF-8', 'UTF-8'],
    UTF16LE: ['UTF-16, byte thấp trước', 'UTF-16, low byte first'],
    UTF16BE: ['UTF-16, byte cao trước', 'UTF-16, high byte first'],
    SINGLE_BYTE: ['Mỗi ký tự một byte', 'One byte a sign'],
  }),
});

registerEnumType(TextEncoding, {
  name: 'TextEncoding',
  ...says('Bảng mã tiếng Việt của một cột', "The Vietnamese encoding of a column's text"),
  valuesConfig: valuesSay<TextEncoding>({
    UNICODE: ['Unicode', 'Unicode'],
    TCVN3: ['TCVN3 (ABC)', 'TCVN3 (ABC)'],
    VNI: ['VNI-Windows', 'VNI-Windows'],
    WINDOWS_1258: ['Windows-1258', 'Windows-1258'],
    VISCII: ['VISCII', 'VISCII'],
    UTF8_MISREAD: ['UTF-8 bị đọc nhầm thành windows-1252', 'UTF-8 that was taken for windows-1252'],
  }),
});

@ObjectType('DatasetSource', says('Tệp đã được đọc như thế nào', 'How the file was read'))
export class DatasetSource {
  @Field(() => FileFormat, says('Định dạng', 'The format'))
  format: string;

  @Field(() => FileEncoding, says('Cách đọc byte', 'How its bytes were read'))
  fileEncoding: FileEncoding;

  @Field(() => String, says('Trang tính', 'The sheet', { nullable: true }))
  sheet: string | null;

  @Field(() => Int, says('Dòng tiêu đề, đếm từ 1', 'Line of the header, counted from 1'))
  headerLine: number;

  @Field(() => Int, says('Dòng dữ liệu đầu tiên', 'Line of the first row of data'))
  firstLine: number;

  @Field(() => MappingSource, says('Ánh xạ cột lấy từ đâu', 'Where the mapping comes from'))
  mappingSource: string;
}

@ObjectType(
  'EncodingSample',
  says('Một ô trước và sau khi đổi bảng mã', 'A cell before and after it is decoded'),
)
export class EncodingSample {
  @Field(() => String, says('Như trong tệp', 'As it stands in the file'))
  before: string;

  @Field(() => String, says('Sau khi đổi', 'Decoded'))
  after: string;
}

@ObjectType(
  'PreviewColumn',
  says('Một cột của tệp sắp nạp', 'A column of a file that is about to be taken in'),
)
export class PreviewColumn {
  @Field(() => String, says('Tên cột', 'Its name'))
  header: string;

  @Field(
    () => ResidentField,
    says('Trường mà cột được hiểu là', 'The field it is taken for', { nullable: true }),
  )
  field: ResidentField | null;

  @Field(() => TextEncoding, says('Bảng mã đoán được', 'The encoding that was found'))
  encoding: TextEncoding;

  @Field(() => Float, says('Độ chắc chắn, từ 0 đến 1', 'How surely, 0 to 1'))
  confidence: number;

  @Field(() => [EncodingSample], says('Vài ô để người xem tự quyết', 'A few cells for a person to judge by'))
  samples: EncodingSample[];

  @Field(
    () => [ProfileSignCount],
    says(
      'Hư hại do bảng tính trong các dòng đầu: số mất số 0 ở đầu, số viết dạng mũ',
      'What a spreadsheet did to the first rows: leading zeros lost, scientific notation',
    ),
  )
  signs: ProfileSignCount[];
}

@ObjectType('UploadPreview', says('Tệp đã gửi lên sẽ được hiểu ra sao', 'How an upload would be understood'))
export class UploadPreview {
  @Field(() => FileFormat, says('Định dạng', 'The format'))
  format: string;

  @Field(() => FileEncoding, says('Cách đọc byte', 'How its bytes are read'))
  fileEncoding: FileEncoding;

  @Field(() => String, says('Trang tính', 'The sheet', { nullable: true }))
  sheet: string | null;

  @Field(() => [String], says('Các trang tính của tệp', 'The sheets of the file'))
  sheets: string[];

  @Field(() => Int, says('Dòng tiêu đề, đếm từ 1', 'Line of the header, counted from 1'))
  headerLine: number;

  @Field(() => Int, says('Dòng dữ liệu đầu tiên', 'Line of the first row of data'))
  firstLine: number;

  @Field(() => [PreviewColumn], says('Các cột', 'The columns'))
  columns: PreviewColumn[];

  @Field(
    () => String,
    says(
      'Vì sao chưa nạp được, dạng mã; trống nếu nạp được',
      'Why it cannot be taken in yet, as a code; null when it can',
      {
        nullable: true,
      },
    ),
  )
  problem: string | null;
}
