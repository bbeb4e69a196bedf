/** Chunks: the slices of rows in which a run is worked on, and what each went through. */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChunkState, ChunkStep } from '../../domain/run/run-state';
import { says, valuesSay } from '../describe';
import { connectionOf } from './connection.type';
import { DateTimeScalar } from './scalars';

registerEnumType(ChunkState, {
  name: 'ChunkState',
  ...says('Trạng thái của một khúc', 'Where a chunk stands'),
  valuesConfig: valuesSay<ChunkState>({
    BLOCKED: ['Đợi các khúc khác xong', 'Waits for the other chunks'],
    READY: ['Sẵn sàng để làm', 'Ready to be worked on'],
    WAITING_CONNECTOR: ['Chờ nguồn trả lời được', 'Waits until its source can answer'],
    LEASED: ['Đang làm', 'Being worked on'],
    DONE: ['Đã xong', 'Done'],
    SPLIT: ['Đã chia đôi', 'Halved'],
    QUARANTINED: ['Được để riêng', 'Put aside'],
    CANCELLED: ['Bị dừng', 'Cancelled'],
  }),
});

registerEnumType(ChunkStep, {
  name: 'ChunkStep',
  ...says('Phần việc của một khúc', 'What a chunk is for'),
  valuesConfig: valuesSay<ChunkStep>({
    WORK: ['Xử lý các dòng', 'Works on rows'],
    FINISH: ['Kết thúc lượt chạy', 'Closes the run'],
  }),
});

@ObjectType('Chunk', says('Một khúc của lượt chạy', 'A chunk of a run'))
export class Chunk {
  @Field(() => Int, says('Số thứ tự trong lượt chạy', 'Its number in the run'))
  no: number;

  @Field(() => ChunkStep, says('Phần việc', 'What it is for'))
  step: ChunkStep;

  @Field(() => Int, says('Dòng đầu', 'Its first row'))
  firstSeq: number;

  @Field(() => Int, says('Dòng cuối', 'Its last row'))
  lastSeq: number;

  @Field(() => ChunkState, says('Trạng thái', 'Where it stands'))
  state: ChunkState;

  @Field(() => Int, says('Số lần được nhận làm', 'How often it was taken on'))
  claims: number;

  @Field(
    () => Int,
    says('Số lần tiến trình đang làm biến mất', 'How often its holder vanished without giving it back'),
  )
  crashes: number;

  @Field(
    () => Int,
    says(
      'Số lần trả lại vì nguồn chưa trả lời được',
      'How often it was given back since its source could not answer',
    ),
  )
  retries: number;

  @Field(
    () => Int,
    says(
      'Số lần hỏng vì lỗi mà đợi không hết',
      'How often it failed for a reason that waiting does not cure',
    ),
  )
  faults: number;

  @Field(
    () => DateTimeScalar,
    says('Không làm trước lúc này', 'Not to be worked on before', { nullable: true }),
  )
  notBefore: Date | null;

  @Field(() => DateTimeScalar, says('Xong lúc', 'When it was done', { nullable: true }))
  doneAt: Date | null;
}

export const ChunkConnection = connectionOf('Chunk', () => Chunk, 'khúc', 'chunks');
