/** Serves cleansing: the catalogue, the packs, the differences of a run, and decisions on suggestions. */
import { IsOptional, ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type ChangeCount, type ChangeRow } from '../../db/queries/list-changes';
import { type Where } from '../../db/where-sql';
import { hasRole, Role } from '../../domain/actor';
import { findRule, RULES } from '../../domain/cleanse/catalogue';
import { type RuleDescription } from '../../domain/cleanse/rule';
import { maskNumber } from '../../domain/resident/identity-number';
import { isRefusal } from '../../domain/refusal';
import { decideSuggestion } from '../../services/results/decide-suggestion';
import { noteReading } from '../../services/datasets/note-reading';
import { listRulePacks, type NamedPack } from '../../services/reference/rule-packs';
import { actorOf, type GatewayContext } from '../context';
import { ChangePlace, decodeCursor, encodeCursor, knownId } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import {
  ChangeConnection,
  ChangeCountType,
  ChangeType,
  ChangeWhere,
  CleanseRule,
  DecideSuggestionInput,
  RulePackType,
  RulesInUse,
} from '../types/change.type';
import { PageArgs, toConnection, type Connection } from '../types/connection.type';
import { DecideSuggestionResult } from '../types/refusal.type';
import { Run } from '../types/run.type';
import { toRefusal } from './refusals';
import { type WatchedRun } from './run.resolver';

@ArgsType()
class ChangePageArgs extends PageArgs {
  @Field(() => ChangeWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: ChangeWhere | null;
}

@Resolver(() => Run)
export class RunChangesResolver {
  @FieldResolver(() => [ChangeCountType], {
    ...says('Số thay đổi theo quy tắc và trường', 'Changes by rule and field'),
    ...listOf(60),
  })
  changeCounts(
    @Root() { id }: WatchedRun,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<readonly ChangeCount[]> {
    return loaders.changeCounts.load(id);
  }

  @FieldResolver(() => RulesInUse, {
    ...says(
      'Các quy tắc đã dùng; trống với lượt không phải làm sạch',
      'The rules it went by; null for runs that do not cleanse',
    ),
    nullable: true,
  })
  rules(@Root() { pack }: WatchedRun): object | null {
    if (pack === null) return null;
    return { pack: pack.id, modes: Object.entries(pack.modes).map(([rule, mode]) => ({ rule, mode })) };
  }

  @FieldResolver(
    () => ChangeConnection,
    says('Từng thay đổi, theo thứ tự trong tệp', 'The changes, in file order'),
  )
  async changes(
    @Root() { id }: WatchedRun,
    @Args(() => ChangePageArgs) page: ChangePageArgs,
    @Ctx() context: GatewayContext,
  ): Promise<Connection<ChangeRow>> {
    const { first, after } = page;
    const where = (page.where ?? null) as Where | null;
    const given = { where, first, after: decodeCursor(ChangePlace, after) };
    const rows = await context.loaders.changes.load({ subject: id, given });
    const actor = actorOf(context);
    if (rows.length > 0 && hasRole(actor, Role.OPERATOR)) {
      await noteReading(context.hub.db, actor, `run:${id}`, Math.min(rows.length, first));
    }
    const countAll = () => context.loaders.changeCount.load({ subject: id, given: { where } });
    return toConnection(rows, { first, after, countAll, cursorOf: placeOf });
  }
}

const placeOf = ({ row, field, no }: ChangeRow) => encodeCursor([row, field, no]);

@Resolver(() => ChangeType)
export class ChangeResolver {
  @FieldResolver()
  before(@Root() change: ChangeRow, @Ctx() context: GatewayContext): string | null {
    return shown(change, change.before, context);
  }

  @FieldResolver()
  after(@Root() change: ChangeRow, @Ctx() context: GatewayContext): string | null {
    return change.after === null ? null : shown(change, change.after, context);
  }
}

/** Values are for those who work on the data; numbers stay masked even for them. */
function shown({ field }: ChangeRow, value: string, context: GatewayContext): string | null {
  if (!hasRole(actorOf(context), Role.OPERATOR)) return null;
  return field === 'number' || field === 'oldCardNumber' || field === 'phone' ? maskNumber(value) : value;
}

@Resolver(() => ChangeCountType)
export class ChangeCountResolver {
  @FieldResolver()
  title(@Root() { rule }: ChangeCount): object {
    return findRule(rule)?.title ?? { vi: rule, en: rule };
  }
}

@Resolver(() => CleanseRule)
export class CleanseRuleResolver {
  @Query(() => [CleanseRule], {
    ...says('Danh mục quy tắc làm sạch', 'The catalogue of cleansing rules'),
    ...listOf(60),
  })
  cleanseRules(): readonly RuleDescription[] {
    return RULES;
  }

  @FieldResolver()
  exampleBefore(@Root() { example }: RuleDescription): string {
    return example.before;
  }

  @FieldResolver()
  exampleAfter(@Root() { example }: RuleDescription): string | null {
    return example.after;
  }

  @Mutation(() => DecideSuggestionResult, {
    ...says(
      'Nhận hoặc bỏ một gợi ý; có hiệu lực khi làm sạch lại dựa trên lượt này',
      'Take or turn down a suggestion; it takes effect when the cleansing is made again on this one',
    ),
  })
  async decideSuggestion(
    @Arg('input', () => DecideSuggestionInput, says('Ý kiến', 'What is said')) input: DecideSuggestionInput,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const decision = { ...input, runId: knownId(input.runId) };
    const decided = await decideSuggestion(context.hub.db, actorOf(context), decision);
    return isRefusal(decided) ? toRefusal(decided, context) : context.loaders.run.load(decided.runId);
  }
}

@Resolver(() => RulePackType)
export class RulePackResolver {
  @Query(() => [RulePackType], {
    ...says('Các bộ quy tắc có sẵn', 'The packs of rules that ship'),
    ...listOf(5),
  })
  rulePacks(): readonly NamedPack[] {
    return listRulePacks();
  }

  @FieldResolver(listOf(30))
  modes(@Root() { modes }: NamedPack): object[] {
    return Object.entries(modes).map(([rule, mode]) => ({ rule, mode }));
  }
}
