/** A few rows of each thing that a report tells of, with their cells for masking. */
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { type ReportedRuns } from './gather-quality-figures';

export interface QualitySampleRow {
  /** A verdict, or a rule of cleansing that waits for a person. */
  readonly about: string;
  readonly seq: number;
  readonly line: number;
  readonly cells: readonly (string | null)[];
  readonly mapping: ColumnMapping;
}

const ROWS_EACH = 3;
const MOST_RULES = 5;

export async function listQualitySamples(
  db: DataSource,
  datasetId: string,
  runs: ReportedRuns,
): Promise<QualitySampleRow[]> {
  return db.query(
    `with about as (
       select kind.verdict as about, sample.seq, 1 as part from
         unnest(array['STATUS_ALERT', 'MISMATCH', 'NOT_FOUND', 'AMBIGUOUS', 'REVIEW', 'INSUFFICIENT']) kind (verdict)
         cross join lateral (
           select v.seq from verdict v where v.run_id = $2 and v.verdict = kind.verdict order by v.seq limit $4
         ) sample
       union all
       select rule.rule, sample.seq, 2 from (
         select c.rule from change c where c.run_id = $3 and c.mode <> 'AUTO' group by c.rule order by count(*) desc, c.rule limit $5
       ) rule
       cross join lateral (
         select distinct c.row_seq as seq from change c where c.run_id = $3 and c.rule = rule.rule order by 1 limit $4
       ) sample
     )
     select about.about, about.seq, source.line, source.cells, dataset.mapping
     from about join dataset_row source on source.dataset_id = $1 and source.seq = about.seq
     join dataset on dataset.id = $1
     order by about.part, about.about, about.seq`,
    [datasetId, runs.VERIFY, runs.CLEANSE, ROWS_EACH, MOST_RULES],
  );
}
