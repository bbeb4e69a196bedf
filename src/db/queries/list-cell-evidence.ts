/** What stands behind given cells: for each, its newest evidence and how much there is. */
import { type DataSource } from 'typeorm';
import { type CellKey } from '../../domain/matrix/cell-key';

export interface EvidenceRow {
  readonly id: string;
  readonly kind: 'RUN' | 'METRIC';
  readonly runId: string | null;
  readonly observedAt: Date;
  readonly simulated: boolean;
  readonly summary: { readonly vi: string; readonly en: string };
}

export interface EvidencePage {
  readonly total: number;
  /** Newest first; one row more than asked for when there are more. */
  readonly rows: readonly EvidenceRow[];
}

/** Answers in the order of `cells`. `after` is the id of the last evidence already seen. */
export async function listCellEvidence(
  db: DataSource,
  cells: readonly CellKey[],
  page: { readonly first: number; readonly after: string | null },
): Promise<EvidencePage[]> {
  return db.query(
    `select coalesce(counted.total, 0) as total, coalesce(newest.rows, '[]') as rows
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality as cell (assessment_id, item_path, column_code, no)
     left join lateral (
       select count(*)::int as total from evidence e
       where (e.assessment_id, e.item_path, e.column_code) = (cell.assessment_id, cell.item_path, cell.column_code)
     ) counted on true
     left join lateral (
       select json_agg(one) as rows from (
         select e.id::text, e.kind, e.run_id as "runId", e.observed_at as "observedAt", e.simulated,
           json_build_object('vi', e.summary_vi, 'en', e.summary_en) as summary
         from evidence e
         where (e.assessment_id, e.item_path, e.column_code) = (cell.assessment_id, cell.item_path, cell.column_code)
           and ($5::bigint is null or e.id < $5::bigint)
         order by e.id desc limit $4
       ) one
     ) newest on true
     order by cell.no`,
    [
      cells.map((cell) => cell.assessmentId),
      cells.map((cell) => cell.itemPath),
      cells.map((cell) => cell.columnCode),
      page.first + 1,
      page.after,
    ],
  );
}
