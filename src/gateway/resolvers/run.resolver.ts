/** Lists, starts, cancels and follows runs. */
import { IsOptional, ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { countRuns, listRuns, listRunsById, type RunRow } from '../../db/queries/list-runs';
import { type RunProgressRow } from '../../db/queries/list-run-progress';
import { type Where } from '../../db/where-sql';
import { isRefusal, refuse } from '../../domain/refusal';
import { RunKind } from '../../domain/run/run-state';
import { cancelRun } from '../../services/runs/cancel-run';
import { retryRun } from '../../services/runs/retry-run';
import { startRun } from '../../services/runs/start-run';
import { startSync } from '../../services/runs/start-sync';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, knownId, MadePlace } from '../cursor';
import { chooseRules } from '../choose-rules';
import { says } from '../describe';
import { ClientError } from '../errors';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { CancelRunResult, RetryRunResult, StartRunResult } from '../types/refusal.type';
import { Run, RunConnection } from '../types/run.type';
import { StartRunInput } from '../types/upload.type';
import { RunWhere } from '../types/where.type';
import { withoutNulls } from '../without-nulls';
import { toRefusal } from './refusals';

@ArgsType()
class RunPageArgs extends PageArgs {
  @Field(() => RunWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: RunWhere | null;
}

/** A run together with the progress that the feed has just read. */
export type WatchedRun = RunRow & { readonly live?: RunProgressRow };

@Resolver(() => Run)
export class RunResolver {
  @Query(() => RunConnection, says('Các lượt chạy, mới nhất trước', 'The runs, newest first'))
  async runs(
    @Args(() => RunPageArgs) { where, first, after }: RunPageArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<Connection<RunRow>> {
    const [scope, filter] = [scopeOf(holder), (where ?? null) as Where | null];
    const place = decodeCursor(MadePlace, after);
    const rows = await listRuns(hub.db, scope, filter, {
      first,
      after: place && { createdAtText: place[0], id: place[1] },
    });
    return toConnection(rows, {
      first,
      after,
      cursorOf: placeOf,
      countAll: () => countRuns(hub.db, scope, filter),
    });
  }

  @Query(
    () => Run,
    says('Một lượt chạy; trống nếu không có', 'One run; null when there is none', { nullable: true }),
  )
  run(
    @Arg('id', () => ID, says('Mã nhận diện', 'Identity')) id: string,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<RunRow | null> {
    return loaders.run.load(knownId(id));
  }

  @Mutation(() => StartRunResult, says('Bắt đầu một lượt chạy', 'Start a run'))
  async startRun(
    @Arg('input', () => StartRunInput, says('Lượt chạy cần bắt đầu', 'The run to start'))
    input: StartRunInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { rules, basedOn, datasetId, ...rest } = input;
    if (rest.kind === RunKind.SYNC) return startSynchronisation(input, context);
    if (!datasetId) return toRefusal(refuse('DATASET_REQUIRED'), context);
    const settings = rest.kind === RunKind.CLEANSE ? chooseRules(rules) : {};
    if (isRefusal(settings)) return toRefusal(settings, context);
    const request = {
      kind: rest.kind,
      idempotencyKey: rest.idempotencyKey,
      datasetId: knownId(datasetId),
      settings,
      ...withoutNulls({ connector: rest.connector, purpose: rest.purpose }),
      ...(basedOn ? { basedOnId: knownId(basedOn) } : {}),
    };
    const started = await startRun(context.hub.db, context.hub.queue, actorOf(context), request);
    return isRefusal(started) ? toRefusal(started, context) : context.loaders.run.load(started.runId);
  }

  @Mutation(
    () => RetryRunResult,
    says(
      'Hỏi lại các dòng mà kết luận có thể đổi (nguồn chưa trả lời, từ chối, hoặc chưa kịp cập nhật); kết quả gồm cả các dòng cũ',
      'Ask again about the rows whose verdict could change (no answer, refused, or not yet known); the result holds the other rows too',
    ),
  )
  async retryRun(
    @Arg('id', () => ID, says('Lượt đối soát đã kết thúc', 'The verification, which is over')) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const retried = await retryRun(context.hub.db, context.hub.queue, actorOf(context), knownId(id));
    return isRefusal(retried) ? toRefusal(retried, context) : context.loaders.run.load(retried.runId);
  }

  @Mutation(() => CancelRunResult, says('Dừng một lượt chạy', 'Stop a run'))
  async cancelRun(
    @Arg('id', () => ID, says('Mã nhận diện', 'Identity')) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const cancelled = await cancelRun(context.hub.db, actorOf(context), knownId(id));
    return isRefusal(cancelled) ? toRefusal(cancelled, context) : context.loaders.run.load(cancelled.runId);
  }

  @Subscription(() => Run, {
    ...says(
      'Theo dõi một lượt chạy: ngay lúc này, rồi mỗi khi có thay đổi (tối đa mỗi giây một lần), rồi khi kết thúc',
      'Follow a run: as it is now, then as it moves (at most once a second), then as it ended',
    ),
    subscribe: ({ args, context }) => watchRun(context as GatewayContext, (args as { id: string }).id),
  })
  runProgress(
    @Root() run: WatchedRun,
    @Arg('id', () => ID, says('Mã nhận diện', 'Identity')) _id: string,
  ): WatchedRun {
    return run;
  }
}

/** A synchronisation is about localities and needs no dataset. */
async function startSynchronisation(input: StartRunInput, context: GatewayContext): Promise<object | null> {
  const { connector, locality, purpose, idempotencyKey } = input;
  if (!connector) return toRefusal(refuse('CONNECTOR_NOT_FOUND'), context);
  const given = withoutNulls({ localityCode: locality, purpose });
  const { hub, loaders } = context;
  const request = { connector, idempotencyKey, ...given };
  const started = await startSync(hub.db, hub.queue, actorOf(context), request);
  return isRefusal(started) ? toRefusal(started, context) : loaders.run.load(started.runId);
}

const placeOf = (run: RunRow) => encodeCursor([run.createdAtText, run.id]);

/** @throws ClientError when there is no such run within the key's locality. */
async function watchRun(
  { hub, holder }: GatewayContext,
  id: string,
): Promise<AsyncIterableIterator<WatchedRun>> {
  const [run] = await listRunsById(hub.db, scopeOf(holder), [knownId(id)]);
  if (!run) throw new ClientError('NOT_FOUND');
  return hub.feeds.progress.watch(run.id, (live) => {
    const { state, errorCode, startedAt, finishedAt } = live;
    return { ...run, state, errorCode, startedAt, finishedAt, live };
  });
}
