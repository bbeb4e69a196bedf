/** Finds cells by the words of their prose, with or without accents, best match first. */
import { type DataSource } from 'typeorm';
import { CELL_COLUMNS, type CellRow } from './list-matrix-cells';

export interface Sought {
  /** Words; "in quotes" for a phrase, `or` between alternatives, `-` before what must not be there. */
  readonly text: string;
  readonly localityCode: string | null;
  readonly periodCode: string | null;
  readonly first: number;
}

export function searchCells(db: DataSource, sought: Sought): Promise<CellRow[]> {
  return db.query(
    `select ${CELL_COLUMNS}
     from matrix_cell c join assessment a on a.id = c.assessment_id,
       websearch_to_tsquery('simple', fold_vi($1)) wanted
     where to_tsvector('simple', fold_vi(coalesce(c.text, ''))) @@ wanted
       and ($2::text is null or a.locality_code = $2) and ($3::text is null or a.period_code = $3)
     order by ts_rank(to_tsvector('simple', fold_vi(coalesce(c.text, ''))), wanted) desc, c.assessment_id,
       c.item_path, c.column_code
     limit $4`,
    [sought.text, sought.localityCode, sought.periodCode, sought.first],
  );
}
