/** Serves the one generic group-by: closed lists of fields, every value a parameter, within the locality of the key. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  runAggregate,
  UnusableAggregate,
  type AggregateAnswer,
  type AggregateRequest,
} from '../../db/queries/aggregate/run-aggregate';
import { type Where } from '../../db/where-sql';
import { scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { ClientError } from '../errors';
import { BY_LIMIT } from '../list-size';
import { AggregateArgs, AggregateResult } from '../types/aggregate.type';

@Resolver()
export class AggregateResolver {
  @Query(
    () => AggregateResult,
    says(
      'Gộp và đo theo các trường của một nguồn; thời gian theo khoảng',
      'Group and measure by the fields of a source; times in spans',
      BY_LIMIT,
    ),
  )
  async aggregate(
    @Args(() => AggregateArgs) args: AggregateArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<AggregateAnswer> {
    try {
      return await runAggregate(hub.db, scopeOf(holder), toRequest(args));
    } catch (error) {
      if (error instanceof UnusableAggregate) throw new ClientError('BAD_USER_INPUT', explain(error));
      throw error;
    }
  }
}

function toRequest({ source, where, limit, orderBy, ...args }: AggregateArgs): AggregateRequest {
  const groups = args.groupBy.map(({ field, bucket = null, as }) => ({ field, bucket, as: as ?? field }));
  const measures = args.measures.map(({ op, field = null, where: only, as }) => ({
    op,
    field,
    where: (only ?? null) as Where | null,
    as: as ?? nameMeasure(op, field),
  }));
  const names = [...groups, ...measures].map(({ as }) => as);
  if (names.length === 0) throw new ClientError('BAD_USER_INPUT', NOTHING_ASKED);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new ClientError('BAD_USER_INPUT', sameName(twice));
  return {
    source,
    groups,
    measures,
    where: (where ?? null) as Where | null,
    having: args.having.map(({ measure, ...condition }) => ({ measure, condition: condition as Where })),
    orderBy,
    limit,
  };
}

/** `count`, `countDistinctLocality`, `avgValue` */
function nameMeasure(op: string, field: string | null): string {
  const camel = op.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return field === null ? camel : `${camel}${field[0]!.toUpperCase()}${field.slice(1)}`;
}

const NOTHING_ASKED = {
  vi: 'Cần ít nhất một trường để gộp hoặc một phép đo.',
  en: 'At least one field to group by or one measure is needed.',
};

const sameName = (name: string) => ({
  vi: `Hai cột cùng tên ${name}; hãy đặt tên khác bằng as.`,
  en: `Two columns are called ${name}; name one of them with as.`,
});

function explain({ code, subject, choices }: UnusableAggregate): { vi: string; en: string } {
  const list = choices.join(', ');
  switch (code) {
    case 'UNKNOWN_FIELD':
      return {
        vi: `Nguồn này không có trường ${subject}; các trường: ${list}.`,
        en: `This source has no field ${subject}; it has ${list}.`,
      };
    case 'UNKNOWN_NAME':
      return {
        vi: `Kết quả không có cột ${subject}; các cột: ${list}.`,
        en: `The answer has no column ${subject}; it has ${list}.`,
      };
    case 'BUCKET_NEEDED':
      return {
        vi: `Trường thời gian ${subject} cần bucket: ${list}.`,
        en: `The time ${subject} needs a bucket: ${list}.`,
      };
    case 'BUCKET_WITHOUT_TIME':
      return {
        vi: `Trường ${subject} không phải thời gian nên không có bucket.`,
        en: `${subject} is no time, so it has no bucket.`,
      };
    case 'WRONG_OPERATION':
      return {
        vi: `Không đo được ${subject}: SUM, AVG, having cần trường số; MIN, MAX cần số hoặc thời gian.`,
        en: `${subject} cannot be done: SUM, AVG and having need a number; MIN and MAX a number or a time.`,
      };
  }
}
