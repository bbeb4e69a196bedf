/** The changes of a cleansing: counted by rule and field, or one by one, filtered and paged in source order. */
import { type DataSource } from 'typeorm';
import { type ChangeMode } from '../../domain/cleanse/rule';
import { type Field } from '../../domain/table/column-mapping';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';

export interface ChangeRow {
  readonly runId: string;
  readonly row: number;
  readonly field: Field;
  readonly no: number;
  readonly rule: string;
  readonly version: number;
  readonly mode: ChangeMode;
  readonly before: string;
  readonly after: string | null;
  readonly lossless: boolean;
  readonly confidence: number;
  /** What a person said about it; null before. */
  readonly accepted: boolean | null;
}

export interface ChangeCount {
  readonly runId: string;
  readonly rule: string;
  readonly field: Field;
  readonly mode: ChangeMode;
  readonly count: number;
}

export type ChangePlace = readonly [row: number, field: string, no: number];

const WHERE_COLUMNS: WhereColumns = {
  rule: { sql: 'c.rule', type: 'text' },
  field: { sql: 'c.field', type: 'text' },
  mode: { sql: 'c.mode', type: 'text' },
  row: { sql: 'c.row_seq', type: 'integer' },
};

export function countChangesByRule(db: DataSource, runIds: readonly string[]): Promise<ChangeCount[]> {
  return db.query(
    `select run_id as "runId", rule, field, mode, count(*)::int as count from change
     where run_id = any($1::uuid[]) group by run_id, rule, field, mode order by run_id, count desc, rule, field, mode`,
    [runIds],
  );
}

/** One row more than `first` for each run where there are more. @throws UnusableWhere */
export function listChanges(
  db: DataSource,
  runIds: readonly string[],
  where: Where | null,
  page: { readonly first: number; readonly after: ChangePlace | null },
): Promise<ChangeRow[]> {
  const [row, field, no] = page.after ?? [0, '', 0];
  const parameters: unknown[] = [runIds, page.first + 1, row, field, no];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select paged.*, d.accepted from unnest($1::uuid[]) as wanted (id)
     cross join lateral (
       select c.run_id as "runId", c.row_seq as row, c.field, c.no, c.rule, c.version, c.mode, c.before, c.after,
         c.lossless, c.confidence
       from change c
       where c.run_id = wanted.id and (c.row_seq, c.field, c.no) > ($3::int, $4::text, $5::int) and ${condition}
       order by c.row_seq, c.field, c.no limit $2::int
     ) paged
     left join change_decision d on d.run_id = wanted.id and d.row_seq = paged.row and d.field = paged.field
       and d.no = paged.no
     order by paged.row, paged.field, paged.no`,
    parameters,
  );
}

/** @throws UnusableWhere */
export function countChanges(
  db: DataSource,
  runIds: readonly string[],
  where: Where | null,
): Promise<{ runId: string; count: number }[]> {
  const parameters: unknown[] = [runIds];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select c.run_id as "runId", count(*)::int as count from change c
     where c.run_id = any($1::uuid[]) and ${condition} group by c.run_id`,
    parameters,
  );
}
