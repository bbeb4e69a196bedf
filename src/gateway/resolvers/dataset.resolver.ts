/** Serves datasets: what came in, how its columns were understood, which rows were rejected and what ran on it. */
import { Max, Min } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { countDatasets, listDatasets, type DatasetRow } from '../../db/queries/list-datasets';
import { type RejectionRow } from '../../db/queries/list-rejections';
import { type RunRow } from '../../db/queries/list-runs';
import { TextEncoding } from '../../domain/encoding/text-encoding';
import { isRefusal } from '../../domain/refusal';
import { createDataset } from '../../services/datasets/create-dataset';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, knownId, NumberPlace, MadePlace } from '../cursor';
import { withoutNulls } from '../without-nulls';
import { says } from '../describe';
import { listOf } from '../list-size';
import { LARGEST_PAGE, PageArgs, toConnection, type Connection } from '../types/connection.type';
import {
  Dataset,
  DatasetConnection,
  Rejection,
  RejectionConnection,
  REJECTION_WORDS,
} from '../types/dataset.type';
import { CreateDatasetResult } from '../types/refusal.type';
import { Run } from '../types/run.type';
import { CreateDatasetInput } from '../types/upload.type';
import { requireLocality, toRefusal } from './refusals';

@ArgsType()
class NewestArgs {
  @Field(
    () => Int,
    says('Số phần tử mới nhất, tối đa 200', 'How many of the newest, at most 200', { defaultValue: 50 }),
  )
  @Min(0)
  @Max(LARGEST_PAGE)
  first: number;
}

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => DatasetConnection, says('Các bộ dữ liệu, mới nhất trước', 'The datasets, newest first'))
  async datasets(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<Connection<DatasetRow>> {
    const scope = scopeOf(holder);
    const place = decodeCursor(MadePlace, after);
    const rows = await listDatasets(hub.db, scope, {
      first,
      after: place && { createdAtText: place[0], id: place[1] },
    });
    return toConnection(rows, {
      first,
      after,
      cursorOf: ({ createdAtText, id }) => encodeCursor([createdAtText, id]),
      countAll: () => countDatasets(hub.db, scope),
    });
  }

  @Query(
    () => Dataset,
    says('Một bộ dữ liệu; trống nếu không có', 'One dataset; null when there is none', { nullable: true }),
  )
  dataset(
    @Arg('id', () => ID, says('Mã nhận diện', 'Identity')) id: string,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<DatasetRow | null> {
    return loaders.dataset.load(knownId(id));
  }

  @Mutation(
    () => CreateDatasetResult,
    says('Tạo bộ dữ liệu từ tệp đã gửi lên', 'Make a dataset of an upload'),
  )
  async createDataset(
    @Arg('input', () => CreateDatasetInput, says('Bộ dữ liệu cần tạo', 'The dataset to make'))
    input: CreateDatasetInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { uploadId, locality, mapping, name, reading, saveMapping } = input;
    await requireLocality(context, locality);
    const wanted = {
      uploadId: knownId(uploadId),
      name,
      ...(locality ? { localityCode: locality } : {}),
      ...(mapping ? { mapping } : {}),
      ...withoutNulls(reading ?? {}),
      ...(saveMapping ? { saveMapping } : {}),
    };
    const made = await createDataset(context.hub.db, context.hub.queue, actorOf(context), wanted);
    return isRefusal(made) ? toRefusal(made, context) : context.loaders.dataset.load(made.datasetId);
  }

  @FieldResolver()
  locality(@Root() { localityCode }: DatasetRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.locality.load(localityCode);
  }

  @FieldResolver(listOf(10))
  columns(@Root() { headers, mapping, encodings }: DatasetRow): object[] {
    const fields = new Map(Object.entries(mapping).map(([field, index]) => [index, field]));
    return headers.map((header, index) => ({
      header,
      field: fields.get(index) ?? null,
      encoding: encodings[index]?.encoding ?? TextEncoding.UNICODE,
      encodingConfidence: encodings[index]?.confidence ?? 1,
    }));
  }

  @FieldResolver(
    () => RejectionConnection,
    says('Các dòng bị loại, theo thứ tự trong tệp', 'The rejected rows, in file order'),
  )
  async rejections(
    @Root() { id }: DatasetRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<Connection<RejectionRow>> {
    const found = await loaders.rejections.load({
      subject: id,
      given: { first, after: decodeCursor(NumberPlace, after) },
    });
    return toConnection(found.rows, {
      first,
      after,
      cursorOf: (row) => encodeCursor(row.line),
      countAll: () => found.total,
    });
  }

  @FieldResolver(
    () => [Run],
    says('Các lượt chạy trên bộ dữ liệu, mới nhất trước', 'The runs on it, newest first'),
  )
  runs(
    @Root() { id }: DatasetRow,
    @Args(() => NewestArgs) { first }: NewestArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<RunRow[]> {
    return loaders.datasetRuns.load({ subject: id, given: { first } });
  }
}

@Resolver(() => Rejection)
export class RejectionResolver {
  @FieldResolver()
  reason(@Root() { code }: RejectionRow): object {
    const [vi, en] = REJECTION_WORDS[code];
    return { vi, en };
  }
}
