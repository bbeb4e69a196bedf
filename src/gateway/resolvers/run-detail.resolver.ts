/** Serves what belongs to a run: progress, counts, timeline, verdicts, files and the cells it feeds. */
import { IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ArtifactRow } from '../../db/queries/list-run-details';
import { type RunProgressRow } from '../../db/queries/list-run-progress';
import { type VerdictRow } from '../../db/queries/list-verdicts';
import { type Where } from '../../db/where-sql';
import { computeProgress, type RunProgress } from '../../domain/run/run-progress';
import { effectiveVerdict, isAccepted } from '../../domain/verdict/review';
import { RunKind } from '../../domain/run/run-state';
import { Verdict } from '../../domain/verdict/verdict';
import { explainedFields } from '../explained-fields';
import { type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, NumberPlace } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { Artifact, Run } from '../types/run.type';
import { RowVerdict, VerdictConnection } from '../types/verdict.type';
import { VerdictWhere } from '../types/where.type';
import { type WatchedRun } from './run.resolver';

@ArgsType()
class VerdictPageArgs extends PageArgs {
  @Field(() => VerdictWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: VerdictWhere | null;
}

@Resolver(() => Run)
export class RunDetailResolver {
  @FieldResolver()
  dataset(
    @Root() { datasetId }: WatchedRun,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return datasetId === null ? null : loaders.dataset.load(datasetId);
  }

  @FieldResolver()
  locality(@Root() { localityCode }: WatchedRun, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.locality.load(localityCode);
  }

  @FieldResolver()
  connector(
    @Root() { connectorKey }: WatchedRun,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return connectorKey === null ? null : loaders.connector.load(connectorKey);
  }

  @FieldResolver()
  async progress(@Root() run: WatchedRun, @Ctx() context: GatewayContext): Promise<RunProgress> {
    return computeProgress(await tallyOf(run, context));
  }

  @FieldResolver(listOf(9))
  async counts(@Root() run: WatchedRun, @Ctx() context: GatewayContext): Promise<object[]> {
    const { counts } = await tallyOf(run, context);
    const told = Object.values(Verdict).filter((verdict) => counts[verdict] !== undefined);
    return told.map((verdict) => ({ verdict, count: counts[verdict] }));
  }

  @FieldResolver()
  basedOn(
    @Root() { basedOnId }: WatchedRun,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return basedOnId === null ? null : loaders.run.load(basedOnId);
  }

  @FieldResolver()
  reviewedUrl(@Root() { id, kind, state }: WatchedRun, @Ctx() { baseUrl }: GatewayContext): string | null {
    const there = kind === RunKind.VERIFY && state.startsWith('SUCCEEDED');
    return there ? `${baseUrl}/exports/runs/${id}/reviewed.csv` : null;
  }

  @FieldResolver(listOf(9))
  async effectiveCounts(@Root() run: WatchedRun, @Ctx() context: GatewayContext): Promise<object[]> {
    const { counts } = await tallyOf(run, context);
    const sums: Partial<Record<Verdict, number>> = { ...counts };
    for (const { verdict, decision, count } of await context.loaders.decisionCounts.load(run.id)) {
      const effective = effectiveVerdict(verdict, decision);
      sums[verdict] = (sums[verdict] ?? 0) - count;
      sums[effective] = (sums[effective] ?? 0) + count;
    }
    const told = Object.values(Verdict).filter((verdict) => (sums[verdict] ?? 0) > 0);
    return told.map((verdict) => ({ verdict, count: sums[verdict] }));
  }

  @FieldResolver()
  async sync(@Root() run: WatchedRun, @Ctx() context: GatewayContext): Promise<object | null> {
    if (run.kind !== RunKind.SYNC) return null;
    const { counts } = await tallyOf(run, context);
    const count = (name: string) => counts[name] ?? 0;
    return {
      localitiesDone: count('DONE'),
      localitiesFailed: count('FAILED'),
      offered: count('offered'),
      accepted: count('accepted'),
      rejected: count('rejected'),
      deduplicated: count('deduplicated'),
      observations: count('observations'),
    };
  }

  @FieldResolver(listOf(20))
  timeline(@Root() { id }: WatchedRun, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return loaders.events.load(id);
  }

  @FieldResolver(listOf(3))
  artifacts(@Root() { id }: WatchedRun, @Ctx() { loaders }: GatewayContext): Promise<readonly ArtifactRow[]> {
    return loaders.artifacts.load(id);
  }

  @FieldResolver(listOf(4))
  feedsCells(@Root() { id }: WatchedRun, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return loaders.fedCells.load(id);
  }

  @FieldResolver(
    () => VerdictConnection,
    says('Kết luận về từng dòng, theo thứ tự trong tệp', 'The verdict on each row, in file order'),
  )
  async verdicts(
    @Root() { id }: WatchedRun,
    @Args(() => VerdictPageArgs) page: VerdictPageArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<Connection<VerdictRow>> {
    const { first, after } = page;
    const where = (page.where ?? null) as Where | null;
    const rows = await loaders.verdicts.load({
      subject: id,
      given: { where, first, after: decodeCursor(NumberPlace, after) },
    });
    const countAll = () => loaders.verdictCount.load({ subject: id, given: { where } });
    return toConnection(rows, { first, after, countAll, cursorOf: (row) => encodeCursor(row.seq) });
  }
}

async function tallyOf(run: WatchedRun, { loaders }: GatewayContext): Promise<RunProgressRow> {
  const tally = run.live ?? (await loaders.progress.load(run.id));
  if (!tally) throw new Error('a run that was there a moment ago is gone');
  return tally;
}

@Resolver(() => Artifact)
export class ArtifactResolver {
  @FieldResolver()
  url(@Root() { id }: ArtifactRow, @Ctx() { baseUrl }: GatewayContext): string {
    return `${baseUrl}/exports/${id}`;
  }
}

@Resolver(() => RowVerdict)
export class RowVerdictResolver {
  @FieldResolver()
  effectiveVerdict(@Root() { verdict, decision }: VerdictRow): Verdict {
    return effectiveVerdict(verdict, decision);
  }

  @FieldResolver()
  accepted(@Root() { verdict, decision, acceptsProbable }: VerdictRow): boolean {
    return isAccepted(verdict, decision, acceptsProbable);
  }

  @FieldResolver(listOf(5))
  fields(@Root() row: VerdictRow): object[] {
    return explainedFields(row);
  }
}
