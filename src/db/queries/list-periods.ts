/** The periods that the matrix is judged for, newest first. */
import { type DataSource } from 'typeorm';

export interface PeriodRow {
  readonly code: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly start: string;
  readonly end: string;
}

export function listPeriods(db: DataSource): Promise<PeriodRow[]> {
  return db.query(
    `select code, json_build_object('vi', label_vi, 'en', label_en) as label, starts_on::text as start,
       ends_on::text as end
     from period order by starts_on desc, code`,
  );
}
