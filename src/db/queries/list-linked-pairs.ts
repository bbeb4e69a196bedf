/** The pairs that linkages found, in the order in which they were found, filtered and paged; and the account of each linkage. */
import { type DataSource } from 'typeorm';
import { type LinkageReport, type PairDecision } from '../../domain/linkage/link-rows';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { type TrainingReport } from '../../domain/linkage/train-model';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';

export interface LinkedPairRow {
  readonly runId: string;
  readonly no: number;
  readonly leftFile: number;
  readonly leftSeq: number;
  readonly rightFile: number;
  readonly rightSeq: number;
  readonly decision: PairDecision;
  /** Hundredths of a bit, as are `priorUnits` and `units`. */
  readonly weightUnits: number;
  readonly priorUnits: number;
  readonly levels: readonly number[];
  readonly units: readonly number[];
}

export interface LinkageRow {
  readonly runId: string;
  readonly model: LinkageModel;
  readonly report: LinkageReport & { readonly training: TrainingReport | null };
}

const WHERE_COLUMNS: WhereColumns = { decision: { sql: 'p.decision', type: 'text' } };

/** For each run, one row more than `first` when there are more. `after` is the last pair already seen. @throws UnusableWhere */
export function listLinkedPairs(
  db: DataSource,
  runIds: readonly string[],
  where: Where | null,
  page: { readonly first: number; readonly after: number | null },
): Promise<LinkedPairRow[]> {
  const parameters: unknown[] = [runIds, page.first + 1, page.after ?? 0];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select paged.* from unnest($1::uuid[]) as wanted (id)
     cross join lateral (
       select p.run_id as "runId", p.no, p.left_file as "leftFile", p.left_seq as "leftSeq",
         p.right_file as "rightFile", p.right_seq as "rightSeq", p.decision, p.weight_units as "weightUnits",
         p.prior_units as "priorUnits", p.levels, p.units
       from linked_pair p where p.run_id = wanted.id and p.no > $3::int and ${condition}
       order by p.no limit $2::int
     ) paged`,
    parameters,
  );
}

/** @throws UnusableWhere */
export function countLinkedPairs(
  db: DataSource,
  runIds: readonly string[],
  where: Where | null,
): Promise<{ runId: string; count: number }[]> {
  const parameters: unknown[] = [runIds];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select p.run_id as "runId", count(*)::int as count from linked_pair p
     where p.run_id = any($1::uuid[]) and ${condition} group by p.run_id`,
    parameters,
  );
}

export function listLinkages(db: DataSource, runIds: readonly string[]): Promise<LinkageRow[]> {
  return db.query(
    'select run_id as "runId", model, report from linkage_report where run_id = any($1::uuid[])',
    [runIds],
  );
}
