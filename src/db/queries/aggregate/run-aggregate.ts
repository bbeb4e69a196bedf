/** Groups and measures the rows of one source: any of its fields, time in buckets, filters before and after. */
import { type DataSource } from 'typeorm';
import { readWithin } from '../../read-within';
import { whereToSql, type Where, type WhereColumn, type WhereColumns } from '../../where-sql';
import { AGGREGATE_SOURCES, type AggregateField, type AggregateSourceName } from './sources';

/** How a day, a week … of Viet Nam is cut; a half-year is the period of the matrix. */
export const DATE_BUCKETS = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] as const;
export type DateBucket = (typeof DATE_BUCKETS)[number];

export const AGGREGATE_OPS = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'] as const;
export type AggregateOp = (typeof AGGREGATE_OPS)[number];

export interface AggregateRequest {
  readonly source: AggregateSourceName;
  /** `as` names the column of the answer; names are unique over groups and measures. */
  readonly groups: readonly {
    readonly field: string;
    readonly bucket: DateBucket | null;
    readonly as: string;
  }[];
  readonly measures: readonly {
    readonly op: AggregateOp;
    readonly field: string | null;
    readonly where: Where | null;
    readonly as: string;
  }[];
  readonly where: Where | null;
  /** By names of the answer's columns. */
  readonly having: readonly { readonly measure: string; readonly condition: Where }[];
  readonly orderBy: readonly { readonly by: string; readonly descending: boolean }[];
  readonly limit: number;
}

export interface AggregateAnswer {
  readonly columns: readonly {
    readonly name: string;
    readonly role: 'GROUP' | 'MEASURE';
    readonly kind: AggregateField['kind'];
  }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** True when there are more groups than the limit. */
  readonly truncated: boolean;
}

/** The request names something that its source does not have, or does with it what cannot be done. */
export class UnusableAggregate extends Error {
  constructor(
    readonly code:
      'UNKNOWN_FIELD' | 'BUCKET_NEEDED' | 'BUCKET_WITHOUT_TIME' | 'WRONG_OPERATION' | 'UNKNOWN_NAME',
    readonly subject: string,
    readonly choices: readonly string[] = [],
  ) {
    super(`${code}: ${subject}`);
  }
}

/** Milliseconds; a panel that asks every few seconds must not wait longer. */
const LONGEST_MS = 5_000;

/** @throws UnusableAggregate, UnusableWhere; and the database's timeout when it takes longer than five seconds. */
export async function runAggregate(
  db: DataSource,
  scope: { readonly localityCode: string | null },
  request: AggregateRequest,
): Promise<AggregateAnswer> {
  const { columns, sql, parameters } = planAggregate(scope, request);
  const found = await readWithin<Record<string, unknown>>(db, LONGEST_MS, sql, parameters);
  const rows = found
    .slice(0, request.limit)
    .map((row) => Object.fromEntries(columns.map(({ name }, place) => [name, plain(row[`c${place}`])])));
  return { columns, rows, truncated: found.length > request.limit };
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** The statement without running it. @throws UnusableAggregate, UnusableWhere */
export function planAggregate(
  scope: { readonly localityCode: string | null },
  request: AggregateRequest,
): { columns: AggregateAnswer['columns']; sql: string; parameters: unknown[] } {
  const { from, locality, fields } = AGGREGATE_SOURCES[request.source] as (typeof AGGREGATE_SOURCES)['CELLS'];
  const find = (name: string) => findField(fields, name);
  const joins = [...new Set(usedFields(request).map((name) => find(name).join ?? ''))];
  const filters = toWhereColumns(fields);
  const parameters: unknown[] = [scope.localityCode, request.limit + 1];
  const groups = request.groups.map(({ field, bucket }) => groupSql(field, find(field), bucket));
  const measures = request.measures.map(({ op, field, where }) => {
    const only = where === null ? '' : ` filter (where ${whereToSql(where, filters, parameters)})`;
    return measureSql(op, field === null ? null : { name: field, ...find(field) }, only);
  });
  const condition = whereToSql(request.where, filters, parameters);
  const columns = [
    ...request.groups.map(({ as }, place) => ({
      name: as,
      role: 'GROUP' as const,
      kind: groups[place]!.kind,
    })),
    ...request.measures.map(({ as }, place) => ({
      name: as,
      role: 'MEASURE' as const,
      kind: measures[place]!.kind,
    })),
  ];
  const placeOf = (name: string) => {
    const place = columns.findIndex((column) => column.name === name);
    if (place < 0)
      throw new UnusableAggregate(
        'UNKNOWN_NAME',
        name,
        columns.map((column) => column.name),
      );
    return `c${place}`;
  };
  const having = request.having.map(({ measure, condition: wanted }) => {
    const sql = placeOf(measure);
    const isNumber = columns.some((one) => one.name === measure && one.kind === 'NUMBER');
    if (!isNumber) throw new UnusableAggregate('WRONG_OPERATION', `having ${measure}`);
    return whereToSql({ it: wanted }, { it: { sql, type: 'double precision' } }, parameters);
  });
  const order = [
    ...request.orderBy.map(
      ({ by, descending }) => `${placeOf(by)} ${descending ? 'desc' : 'asc'} nulls last`,
    ),
    ...groups.map((_, place) => `c${place} asc nulls last`),
  ];
  const sql = `select * from (
      select ${[...groups, ...measures].map((column, place) => `${column.sql} as c${place}`).join(', ')}
      from ${from} ${joins.join(' ')}
      where ($1::text is null or ${locality} = $1) and ${condition}
      ${groups.length > 0 ? `group by ${groups.map((_, place) => place + 1).join(', ')}` : ''}
    ) grouped
    where ${having.length > 0 ? having.join(' and ') : 'true'}
    ${order.length > 0 ? `order by ${order.join(', ')}` : ''} limit $2`;
  return { columns, sql, parameters };
}

function findField(fields: Readonly<Record<string, AggregateField>>, name: string): AggregateField {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw new UnusableAggregate('UNKNOWN_FIELD', name, Object.keys(fields));
  return field;
}

/** Every field that the request touches, in filters too. */
function usedFields({ groups, measures, where }: AggregateRequest): string[] {
  const inWhere = (given: Where | null): string[] =>
    Object.entries(given ?? {}).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      if (name === 'and' || name === 'or') return (value as Where[]).flatMap(inWhere);
      return name === 'not' ? inWhere(value as Where) : [name];
    });
  return [
    ...groups.map(({ field }) => field),
    ...measures.flatMap((measure) => [
      ...(measure.field === null ? [] : [measure.field]),
      ...inWhere(measure.where),
    ]),
    ...inWhere(where),
  ];
}

const WHERE_TYPES = {
  TEXT: 'text',
  NUMBER: 'double precision',
  TIME: 'timestamptz',
  FLAG: 'boolean',
  ID: 'uuid',
} as const satisfies Record<AggregateField['kind'], WhereColumn['type']>;

const toWhereColumns = (fields: Readonly<Record<string, AggregateField>>): WhereColumns =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { sql, kind }]) => [
      name,
      { sql: `(${sql})`, type: WHERE_TYPES[kind] },
    ]),
  );

function groupSql(
  name: string,
  { sql, kind }: AggregateField,
  bucket: DateBucket | null,
): Pick<AggregateField, 'sql' | 'kind'> {
  if (kind !== 'TIME') {
    if (bucket !== null) throw new UnusableAggregate('BUCKET_WITHOUT_TIME', name);
    return { sql: kind === 'ID' ? `${sql}::text` : sql, kind };
  }
  if (bucket === null) throw new UnusableAggregate('BUCKET_NEEDED', name, DATE_BUCKETS);
  const here = `(${sql} at time zone 'Asia/Ho_Chi_Minh')`;
  const start =
    bucket === 'HALF_YEAR'
      ? `date_trunc('year', ${here}) + case when extract(month from ${here}) > 6 then interval '6 months' else interval '0' end`
      : `date_trunc('${bucket.toLowerCase()}', ${here})`;
  return { sql: `(${start}) at time zone 'Asia/Ho_Chi_Minh'`, kind };
}

function measureSql(
  op: AggregateOp,
  field: (AggregateField & { readonly name: string }) | null,
  only: string,
): Pick<AggregateField, 'sql' | 'kind'> {
  if (op === 'COUNT') return { sql: `count(${field?.sql ?? '*'})${only}::float8`, kind: 'NUMBER' };
  if (field === null) throw new UnusableAggregate('WRONG_OPERATION', op);
  if (op === 'COUNT_DISTINCT') return { sql: `count(distinct ${field.sql})${only}::float8`, kind: 'NUMBER' };
  const fits = field.kind === 'NUMBER' || (field.kind === 'TIME' && (op === 'MIN' || op === 'MAX'));
  if (!fits) throw new UnusableAggregate('WRONG_OPERATION', `${op}(${field.name})`);
  const cast = field.kind === 'NUMBER' ? '::float8' : '';
  return { sql: `${op.toLowerCase()}(${field.sql})${only}${cast}`, kind: field.kind };
}
