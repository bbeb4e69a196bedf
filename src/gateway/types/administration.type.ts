/** What an administrator looks after: API keys, the audit trail and its seals, and how the machinery stands. */
import { IsIn, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Role } from '../../domain/actor';
import { says } from '../describe';
import { connectionOf } from './connection.type';
import { Locality } from './locality.type';
import { DateTimeScalar, JsonScalar, SafeIntScalar } from './scalars';
import './server.type';

const nullable = { nullable: true } as const;

@ObjectType(
  'ApiKey',
  says('Một khóa API; bản thân khóa không đọc lại được', 'An API key; the key itself cannot be read again'),
)
export class ApiKey {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => String, says('Nhãn: ai dùng khóa này', 'Label: who uses it'))
  label: string;

  @Field(() => String, says('Phần đầu của khóa', 'The beginning of the key'))
  prefix: string;

  @Field(() => Role, says('Vai trò', 'Role'))
  role: Role;

  @Field(
    () => Locality,
    says(
      'Địa phương bị giới hạn; trống là cả nước',
      'The locality it is limited to; null is the whole nation',
      nullable,
    ),
  )
  locality: Locality | null;

  @Field(() => DateTimeScalar, says('Tạo lúc', 'When it was made'))
  createdAt: Date;

  @Field(() => DateTimeScalar, says('Hết hạn lúc', 'When it expires', nullable))
  expiresAt: Date | null;

  @Field(() => DateTimeScalar, says('Bị thu hồi lúc', 'When it was revoked', nullable))
  revokedAt: Date | null;
}

@ObjectType('CreatedApiKey', says('Khóa vừa tạo', 'A key just made'))
export class CreatedApiKey {
  @Field(() => String, says('Khóa; chỉ hiện một lần này', 'The key; shown this once only'))
  key: string;

  @Field(() => ApiKey, says('Khóa ấy trong danh sách', 'The same key as the list has it'))
  apiKey: ApiKey;
}

@InputType('CreateApiKeyInput', says('Khóa cần tạo', 'The key to make'))
export class CreateApiKeyInput {
  @Field(() => String, says('Nhãn: ai dùng khóa này', 'Label: who will use it'))
  @Length(1, 120)
  label: string;

  @Field(() => Role, says('Vai trò', 'Role'))
  @IsIn(Object.values(Role))
  role: Role;

  @Field(
    () => String,
    says('Mã địa phương; trống là cả nước', 'Code of the locality; null is the whole nation', nullable),
  )
  @IsOptional()
  @MaxLength(10)
  locality?: string | null;

  @Field(
    () => Int,
    says('Số ngày dùng được; trống là không hết hạn', 'Days that it opens; null never expires', nullable),
  )
  @IsOptional()
  @Min(1)
  @Max(3650)
  days?: number | null;
}

@ObjectType('AuditEntry', says('Một dòng nhật ký', 'A line of the audit trail'))
export class AuditEntry {
  @Field(() => ID, says('Số thứ tự', 'Its number'))
  id: string;

  @Field(() => DateTimeScalar, says('Thời điểm', 'When'))
  at: Date;

  @Field(
    () => String,
    says(
      'Nhãn của khóa; trống nếu hub tự làm',
      'Label of the key; null where the hub itself acted',
      nullable,
    ),
  )
  actor: string | null;

  @Field(() => String, says('Việc đã làm, dạng mã', 'What was done, as a code'))
  action: string;

  @Field(() => String, says('Đối tượng', 'What it was done to'))
  subject: string;

  @Field(
    () => JsonScalar,
    says('Mã và số đếm, không có dữ liệu cá nhân', 'Codes and counts, never personal values'),
  )
  detail: object;

  @Field(() => String, says('Mã yêu cầu', 'Id of the request', nullable))
  requestId: string | null;
}

export const AuditEntryConnection = connectionOf(
  'AuditEntry',
  () => AuditEntry,
  'nhật ký',
  'the audit trail',
);

@ObjectType(
  'AuditIntegrity',
  says('Nhật ký có còn nguyên vẹn không', 'Whether the audit trail is as it was written'),
)
export class AuditIntegrity {
  @Field(() => Boolean, says('Mọi đoạn đã niêm phong còn nguyên', 'Every sealed stretch is as it was'))
  intact: boolean;

  @Field(() => Int, says('Số niêm phong', 'Number of seals'))
  seals: number;

  @Field(() => Int, says('Số dòng được xác nhận', 'Lines that the seals vouch for'))
  sealedEntries: number;

  @Field(() => Int, says('Số dòng mới chưa niêm phong', 'Lines younger than the last seal'))
  unsealedEntries: number;

  @Field(() => DateTimeScalar, says('Niêm phong gần nhất', 'When it was last sealed', nullable))
  sealedAt: Date | null;

  @Field(
    () => ID,
    says('Dòng đầu của đoạn hỏng đầu tiên', 'First line of the first broken stretch', nullable),
  )
  brokenFrom: string | null;

  @Field(
    () => ID,
    says('Dòng cuối của đoạn hỏng đầu tiên', 'Last line of the first broken stretch', nullable),
  )
  brokenTo: string | null;
}

@ObjectType('SystemHealth', says('Tình trạng bộ máy của hub', "How the hub's machinery stands"))
export class SystemHealth {
  @Field(() => DateTimeScalar, says('Thời điểm đo', 'When it was measured'))
  at: Date;

  @Field(() => Int, says('Phần việc đang chờ', 'Chunks that wait for a worker'))
  waiting: number;

  @Field(() => Int, says('Phần việc đợi nguồn dữ liệu', 'Chunks that wait for their source'))
  waitingForConnector: number;

  @Field(() => Int, says('Phần việc đang được xử lý', 'Chunks that a worker holds'))
  held: number;

  @Field(
    () => Int,
    says('Phần việc bị bỏ dở, sắp được nhận lại', 'Chunks whose worker vanished, soon taken over'),
  )
  abandoned: number;

  @Field(() => Int, says('Phần việc bị cách ly', 'Chunks in quarantine'))
  quarantined: number;

  @Field(() => Int, says('Phần việc xong trong một giờ qua', 'Chunks finished in the last hour'))
  finishedLastHour: number;

  @Field(() => Int, says('Lượt chạy lỗi trong 24 giờ', 'Runs that failed in 24 hours'))
  runsFailedLastDay: number;

  @Field(() => String, says('Phiên bản PostgreSQL', 'Version of PostgreSQL'))
  databaseVersion: string;

  @Field(() => SafeIntScalar, says('Dung lượng cơ sở dữ liệu, byte', 'Size of the database, bytes'))
  databaseBytes: number;

  @Field(() => Int, says('Số kết nối đang mở', 'Open connections'))
  connections: number;

  @Field(() => Int, says('Số kết nối tối đa', 'Most connections that it takes'))
  largestConnections: number;
}
