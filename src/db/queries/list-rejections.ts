/** The rows of given datasets that could not be read: line and reason, in file order, page by page. */
import { type DataSource } from 'typeorm';
import { type RejectionCode } from '../../domain/table/csv-reader';

export interface RejectionRow {
  readonly line: number;
  readonly code: RejectionCode;
}

export interface RejectionPage {
  readonly datasetId: string;
  readonly total: number;
  /** One row more than asked for when there are more. */
  readonly rows: readonly RejectionRow[];
}

export function listRejections(
  db: DataSource,
  datasetIds: readonly string[],
  page: { readonly first: number; readonly after: number | null },
): Promise<RejectionPage[]> {
  return db.query(
    `select wanted.id as "datasetId", coalesce(counted.total, 0) as total, coalesce(paged.rows, '[]') as rows
     from unnest($1::uuid[]) as wanted (id)
     left join lateral (
       select count(*)::int as total from rejected_row r where r.dataset_id = wanted.id
     ) counted on true
     left join lateral (
       select json_agg(one) as rows from (
         select r.line, r.code from rejected_row r
         where r.dataset_id = wanted.id and ($3::int is null or r.line > $3) order by r.line limit $2
       ) one
     ) paged on true`,
    [datasetIds, page.first + 1, page.after],
  );
}
