/** Translates a `where` of the API into SQL: conditions on listed columns only, every value as a parameter. */

/** How a column is compared; the cast makes PostgreSQL read the parameter as what the column holds. */
export interface WhereColumn {
  /** SQL of the column. Written by us, never by a caller. */
  readonly sql: string;
  readonly type: 'text' | 'integer' | 'double precision' | 'boolean' | 'uuid' | 'timestamptz' | 'text[]';
}

export type WhereColumns = Readonly<Record<string, WhereColumn>>;

/** Field → operator → value, with `and`, `or` and `not` beside the fields. */
export interface Where {
  readonly [field: string]: unknown;
}

/** Enough for any honest filter; a filter beyond it is an attack or a mistake. */
const MOST_CONDITIONS = 50;
const DEEPEST = 6;

/** The filter is too large, or compares in a way that its column does not know. */
export class UnusableWhere extends Error {}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: 'is distinct from',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
};

interface Translation {
  readonly columns: WhereColumns;
  readonly parameters: unknown[];
  conditions: number;
}

/**
 * Returns a condition in SQL and appends its values to `parameters`, which may hold the caller's own already.
 * An empty filter is true; empty `or` is false. @throws UnusableWhere
 */
export function whereToSql(
  where: Where | null | undefined,
  columns: WhereColumns,
  parameters: unknown[],
): string {
  return translate(where ?? {}, { columns, parameters, conditions: 0 }, 0);
}

function translate(where: Where, into: Translation, depth: number): string {
  if (depth > DEEPEST) throw new UnusableWhere('nested too deeply');
  const parts = Object.entries(where)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([field, value]) => translateEntry(field, value, into, depth));
  return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
}

function translateEntry(field: string, value: unknown, into: Translation, depth: number): string {
  if (field === 'and' || field === 'or') {
    const parts = (value as Where[]).map((inner) => translate(inner, into, depth + 1));
    if (parts.length === 0) return field === 'and' ? 'true' : 'false';
    return `(${parts.join(` ${field} `)})`;
  }
  if (field === 'not') return `(not ${translate(value as Where, into, depth + 1)})`;
  const column = Object.hasOwn(into.columns, field) ? into.columns[field] : undefined;
  if (!column) throw new UnusableWhere(`no column ${field}`);
  const conditions = Object.entries(value as object)
    .filter(([, operand]) => operand !== undefined && operand !== null)
    .map(([operator, operand]) => compare(column, operator, operand, into));
  return conditions.length === 0 ? 'true' : `(${conditions.join(' and ')})`;
}

function compare(column: WhereColumn, operator: string, operand: unknown, into: Translation): string {
  into.conditions += 1;
  if (into.conditions > MOST_CONDITIONS) throw new UnusableWhere('too many conditions');
  if (operator === 'isNull') return operand === true ? `${column.sql} is null` : `${column.sql} is not null`;
  const place = `$${into.parameters.push(operand)}`;
  if (operator === 'contains') {
    if (column.type === 'text[]') return `${place}::text = any(${column.sql})`;
    // Accents and capitals do not count: few type them when they search.
    if (column.type === 'text') return `position(fold_vi(${place}::text) in fold_vi(${column.sql})) > 0`;
    throw new UnusableWhere('contains is for lists and words');
  }
  if (column.type === 'text[]') throw new UnusableWhere(`${operator} is not for lists`);
  if (operator === 'in') return `${column.sql} = any(${place}::${column.type}[])`;
  const sign = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (!sign) throw new UnusableWhere(`no operator ${operator}`);
  return `${column.sql} ${sign} ${place}::${column.type}`;
}
