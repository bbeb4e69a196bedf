/** Runs: what was asked, how far it is, what came of it and which cells it feeds. */
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { RunKind, RunState } from '../../domain/run/run-state';
import { Verdict } from '../../domain/verdict/verdict';
import { says } from '../describe';
import { connectionOf } from './connection.type';
import { Connector } from './connector.type';
import { Dataset } from './dataset.type';
import { Locality } from './locality.type';
import { MatrixCell } from './matrix.type';
import { Node } from './node.type';
import { DateTimeScalar, JsonScalar, SafeIntScalar } from './scalars';

@ObjectType('Progress', says('Tiến độ', 'How far a run is'))
export class Progress {
  @Field(() => Int, says('Số dòng đã xong', 'Rows done'))
  done: number;

  @Field(
    () => Int,
    says('Tổng số dòng; trống khi dữ liệu còn đang nhập', 'Rows in all; null while the data is being read', {
      nullable: true,
    }),
  )
  total: number | null;

  @Field(
    () => Float,
    says(
      'Số dòng mỗi giây: 10 giây gần nhất, hoặc cả lượt khi đã xong',
      'Rows per second: of the last 10 seconds, or of the whole run once it is over',
      { nullable: true },
    ),
  )
  rowsPerSecond: number | null;

  @Field(
    () => Int,
    says(
      'Số giây còn lại ước tính; trống khi chưa biết hoặc đã xong',
      'Seconds left, estimated; null when unknown or over',
      { nullable: true },
    ),
  )
  etaSeconds: number | null;
}

@ObjectType('VerdictCount', says('Số dòng theo kết luận', 'Rows by verdict'))
export class VerdictCount {
  @Field(() => Verdict, says('Kết luận', 'The verdict'))
  verdict: Verdict;

  @Field(() => Int, says('Số dòng', 'Rows'))
  count: number;
}

@ObjectType(
  'SyncSummary',
  says('Kết quả của một lượt đồng bộ, tới lúc này', 'What a synchronisation brought so far'),
)
export class SyncSummary {
  @Field(() => Int, says('Số tỉnh, thành phố có trả lời', 'Provinces that answered'))
  localitiesDone: number;

  @Field(() => Int, says('Số tỉnh, thành phố không trả lời', 'Provinces that did not'))
  localitiesFailed: number;

  @Field(() => Int, says('Số bản ghi được gửi tới', 'Records offered'))
  offered: number;

  @Field(() => Int, says('Số bản ghi được nhận', 'Records accepted'))
  accepted: number;

  @Field(() => Int, says('Số bản ghi bị loại', 'Records rejected'))
  rejected: number;

  @Field(
    () => Int,
    says('Trong số được nhận, đã có hoặc lỗi thời', 'Of those accepted, known already or outdated'),
  )
  deduplicated: number;

  @Field(() => Int, says('Số quan sát mới của các chỉ số', 'New observations of indicators'))
  observations: number;
}

@ObjectType('RunEvent', says('Một mốc của lượt chạy', "A line of a run's timeline"))
export class RunEvent {
  @Field(() => DateTimeScalar, says('Thời điểm', 'When'))
  at: Date;

  @Field(() => String, says('Sự việc, dạng mã', 'What happened, as a code'))
  event: string;

  @Field(() => JsonScalar, says('Chi tiết: mã và số đếm', 'Detail: codes and counts'))
  detail: Record<string, string | number>;
}

@ObjectType('Artifact', says('Tệp kết quả', 'A file that a run offers'))
export class Artifact {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => String, says('Tên tệp', 'Name of the file'))
  name: string;

  @Field(
    () => String,
    says(
      'Địa chỉ để tải về, kèm khóa trong tiêu đề Authorization',
      'Where to GET it, with the key in the Authorization header',
    ),
  )
  url: string;

  @Field(() => SafeIntScalar, says('Kích thước tính bằng byte', 'Size in bytes'))
  bytes: number;

  @Field(() => String, says('Mã băm SHA-256, hệ mười sáu', 'SHA-256, hexadecimal'))
  sha256: string;
}

@ObjectType('Run', says('Một lượt chạy', 'A run', { implements: Node }))
export class Run extends Node {
  @Field(() => RunKind, says('Loại', 'What it does'))
  kind: RunKind;

  @Field(() => RunState, says('Trạng thái', 'Where it stands'))
  state: RunState;

  @Field(
    () => Dataset,
    says('Bộ dữ liệu; trống với lượt đồng bộ', 'The dataset; null for a synchronisation', { nullable: true }),
  )
  dataset: Dataset | null;

  @Field(
    () => Locality,
    says('Địa phương; VN là mọi tỉnh, thành phố', 'The locality; VN for all provinces', { nullable: true }),
  )
  locality: Locality | null;

  @Field(() => Connector, says('Kết nối được dùng', 'The connector it uses', { nullable: true }))
  connector: Connector | null;

  @Field(
    () => String,
    says('Mục đích khai thác (mã dịch vụ)', 'The purpose (service code)', { nullable: true }),
  )
  purpose: string | null;

  @Field(
    () => Boolean,
    says(
      'Nguồn mô phỏng: kết quả không nói gì về người thật',
      'The source is simulated: the result says nothing of real people',
    ),
  )
  simulated: boolean;

  @Field(() => String, says('Phiên bản của bộ quy tắc đã dùng', 'Version of the rules that judged'))
  engineVersion: string;

  @Field(() => String, says('Vì sao lượt chạy hỏng, dạng mã', 'Why it failed, as a code', { nullable: true }))
  errorCode: string | null;

  @Field(() => DateTimeScalar, says('Thời điểm yêu cầu', 'When it was asked for'))
  createdAt: Date;

  @Field(() => DateTimeScalar, says('Thời điểm bắt đầu', 'When it started', { nullable: true }))
  startedAt: Date | null;

  @Field(() => DateTimeScalar, says('Thời điểm kết thúc', 'When it ended', { nullable: true }))
  finishedAt: Date | null;

  @Field(
    () => Run,
    says('Lượt chạy mà lượt này làm lại', 'The run that this one makes again', { nullable: true }),
  )
  basedOn: Run | null;

  @Field(
    () => Boolean,
    says(
      'Chính sách của mục đích chấp nhận cả kết luận PROBABLE',
      "The purpose's policy accepts PROBABLE as well",
    ),
  )
  acceptsProbable: boolean;

  @Field(
    () => String,
    says('Phiên bản chính sách lúc bắt đầu', 'Version of the policies at its start', { nullable: true }),
  )
  policyVersion: string | null;

  @Field(
    () => DateTimeScalar,
    says(
      'Tới lúc này nguồn có thể chưa cập nhật: dòng NOT_FOUND còn được hỏi lại (retryRun)',
      'Until then the source may lag behind: rows that are NOT_FOUND are asked about again (retryRun)',
      { nullable: true },
    ),
  )
  notFoundUntil: Date | null;

  @Field(
    () => DateTimeScalar,
    says(
      'Lúc hub tự hỏi lại các dòng NOT_FOUND; null khi không còn lần nào',
      'When the hub asks again by itself about rows that are NOT_FOUND; null when it will not',
      { nullable: true },
    ),
  )
  retryAt: Date | null;

  @Field(
    () => [VerdictCount],
    says(
      'Số dòng theo kết luận được dùng, sau quyết định của người xem xét',
      'Rows by the verdict that counts, after what reviewers decided',
    ),
  )
  effectiveCounts: VerdictCount[];

  @Field(
    () => String,
    says(
      'Địa chỉ tải kết quả đối soát kèm quyết định của người xem xét tới lúc tải; trống khi chưa có',
      'Where to GET the result with what reviewers have decided by then; null while there is none',
      { nullable: true },
    ),
  )
  reviewedUrl: string | null;

  @Field(() => Progress, says('Tiến độ', 'How far it is'))
  progress: Progress;

  @Field(() => [VerdictCount], says('Số dòng theo từng kết luận, tới lúc này', 'Rows by verdict, so far'))
  counts: VerdictCount[];

  @Field(
    () => SyncSummary,
    says('Kết quả đồng bộ; trống với các loại khác', 'What it brought; null for other kinds', {
      nullable: true,
    }),
  )
  sync: SyncSummary | null;

  @Field(() => [RunEvent], says('Diễn biến theo thời gian', 'The timeline'))
  timeline: RunEvent[];

  @Field(() => [Artifact], says('Các tệp kết quả', 'The files it offers'))
  artifacts: Artifact[];

  @Field(
    () => [MatrixCell],
    says(
      'Các ô của ma trận mà kết quả này làm bằng chứng',
      'The cells of the matrix that it is evidence for',
    ),
  )
  feedsCells: MatrixCell[];
}

export const RunConnection = connectionOf('Run', () => Run, 'lượt chạy', 'runs');
