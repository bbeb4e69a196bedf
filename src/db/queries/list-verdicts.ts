/** The verdicts of given runs, row by row: classes and codes only, filtered and paged. */
import { type DataSource } from 'typeorm';
import { type FieldClass } from '../../domain/verdict/field-outcome';
import { type ReviewDecision } from '../../domain/verdict/review';
import { type ReasonCode, type Verdict } from '../../domain/verdict/verdict';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';

export interface VerdictRow {
  readonly runId: string;
  readonly seq: number;
  readonly verdict: Verdict;
  readonly underlying: Verdict | null;
  readonly reasons: readonly ReasonCode[];
  readonly confidence: number;
  readonly weightBits: number;
  readonly number: FieldClass;
  readonly name: FieldClass;
  readonly birthDate: FieldClass;
  readonly sex: FieldClass;
  /** To be read with `readExplanation`. */
  readonly explanation: string;
  /** Taken over from the run that was retried. */
  readonly carriedOver: boolean;
  /** What a person decided about it; null before. */
  readonly decision: ReviewDecision | null;
  readonly acceptsProbable: boolean;
}

const WHERE_COLUMNS: WhereColumns = {
  verdict: { sql: 'v.verdict', type: 'text' },
  seq: { sql: 'v.seq', type: 'integer' },
  reasons: { sql: 'v.reasons', type: 'text[]' },
  number: { sql: 'v.class_number', type: 'text' },
  name: { sql: 'v.class_name', type: 'text' },
  birthDate: { sql: 'v.class_birth_date', type: 'text' },
  sex: { sql: 'v.class_sex', type: 'text' },
};

/** For each run, one row more than `first` when there are more. `after` is the last row already seen. @throws UnusableWhere */
export function listVerdicts(
  db: DataSource,
  runIds: readonly string[],
  where: Where | null,
  page: { readonly first: number; readonly after: number | null },
): Promise<VerdictRow[]> {
  const parameters: unknown[] = [runIds, page.first + 1, page.after ?? 0];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select paged.*, run.accepts_probable as "acceptsProbable", decided.decision
     from unnest($1::uuid[]) as wanted (id)
     join run on run.id = wanted.id
     cross join lateral (
       select v.run_id as "runId", v.seq, v.verdict, v.underlying, v.reasons, v.confidence,
         v.weight_bits as "weightBits", v.class_number as number, v.class_name as name,
         v.class_birth_date as "birthDate", v.class_sex as sex, v.explanation, v.carried_over as "carriedOver"
       from verdict v where v.run_id = wanted.id and v.seq > $3::int and ${condition}
       order by v.seq limit $2::int
     ) paged
     left join review_decision decided on decided.run_id = paged."runId" and decided.seq = paged.seq
     order by paged."runId", paged.seq`,
    parameters,
  );
}

/** @throws UnusableWhere */
export function countVerdicts(
  db: DataSource,
  runIds: readonly string[],
  where: Where | null,
): Promise<{ runId: string; count: number }[]> {
  const parameters: unknown[] = [runIds];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select v.run_id as "runId", count(*)::int as count from verdict v
     where v.run_id = any($1::uuid[]) and ${condition} group by v.run_id`,
    parameters,
  );
}
