/** What the hub says of itself and of the key that asks. */
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Role } from '../../domain/actor';
import { says, valuesSay } from '../describe';
import { Locality } from './locality.type';

export const HubMode = { SANDBOX: 'SANDBOX', PRODUCTION: 'PRODUCTION' } as const;
export type HubMode = (typeof HubMode)[keyof typeof HubMode];

registerEnumType(HubMode, {
  name: 'HubMode',
  ...says('Chế độ của máy chủ', 'How the server runs'),
  valuesConfig: valuesSay<HubMode>({
    SANDBOX: ['Thử nghiệm: có trang khám phá và khóa dùng thử', 'Sandbox: with explorer and trial keys'],
    PRODUCTION: ['Vận hành', 'Production'],
  }),
});

export const QueueBackend = { POSTGRES: 'POSTGRES', REDIS: 'REDIS' } as const;
export type QueueBackend = (typeof QueueBackend)[keyof typeof QueueBackend];

registerEnumType(QueueBackend, {
  name: 'QueueBackend',
  ...says('Hàng đợi chạy trên đâu', 'What the queue stands on'),
  valuesConfig: valuesSay<QueueBackend>({
    POSTGRES: ['Trên PostgreSQL của hub', "On the hub's own PostgreSQL"],
    REDIS: ['Trên Redis', 'On Redis'],
  }),
});

registerEnumType(Role, {
  name: 'Role',
  ...says(
    'Vai trò của khóa; vai trò sau gồm quyền của vai trò trước',
    'Role of a key; each may do what those before it may',
  ),
  valuesConfig: valuesSay<Role>({
    VIEWER: ['Xem', 'Reads'],
    OPERATOR: ['Tải dữ liệu lên và chạy', 'Uploads data and starts runs'],
    STEWARD: ['Phụ trách nội dung ma trận', 'Looks after the matrix'],
    ADMIN: ['Quản trị', 'Administers'],
  }),
});

@ObjectType('ServerInfo', says('Máy chủ này là gì', 'What this server is'))
export class ServerInfo {
  @Field(() => String, says('Phiên bản', 'Version'))
  version: string;

  @Field(() => HubMode, says('Chế độ', 'Mode'))
  mode: HubMode;

  @Field(() => QueueBackend, says('Hàng đợi', 'The queue'))
  queueBackend: QueueBackend;

  @Field(
    () => Boolean,
    says(
      'Phía quốc gia được mô phỏng, không phải hệ thống thật',
      'The national side is simulated, not the real system',
    ),
  )
  simulated: boolean;
}

@ObjectType('Me', says('Khóa đang dùng', 'The key in use'))
export class Me {
  @Field(
    () => ID,
    says('Mã nhận diện của khóa, như trong nhật ký', "The key's identity, as the audit trail names it"),
  )
  id: string;

  @Field(() => Role, says('Vai trò', 'Role'))
  role: Role;

  @Field(() => String, says('Phần đầu của khóa', 'The beginning of the key'))
  keyPrefix: string;

  @Field(
    () => Locality,
    says(
      'Địa phương mà khóa bị giới hạn; trống là cả nước',
      'The locality that the key is limited to; null is the whole nation',
      { nullable: true },
    ),
  )
  locality: Locality | null;
}
