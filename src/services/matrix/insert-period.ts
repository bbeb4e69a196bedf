/** Adds a period and its assessments with one empty cell for each item and column; what is there already stays. */
import { type EntityManager } from 'typeorm';
import { type HalfYear } from '../../domain/matrix/half-year';

export async function insertPeriod(tx: EntityManager, period: HalfYear): Promise<void> {
  await tx.query(
    `insert into period (code, label_vi, label_en, starts_on, ends_on) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [period.code, period.label.vi, period.label.en, period.start, period.end],
  );
}

/** Gives the number of assessments that were not there before. */
export async function insertAssessments(
  tx: EntityManager,
  templateCode: string,
  periodCode: string,
): Promise<number> {
  const added = await tx.query<unknown[]>(
    `insert into assessment (id, template_code, locality_code, period_code)
     select code || '.' || $2, $1, code, $2 from locality where scheme in ('NATION', 'VN34')
     on conflict do nothing returning id`,
    [templateCode, periodCode],
  );
  await tx.query(
    `insert into matrix_cell (assessment_id, item_path, column_code)
     select a.id, i.path, c.code from assessment a
     join matrix_item i on i.template_code = a.template_code
     join matrix_column c on c.template_code = a.template_code
     where a.template_code = $1 and a.period_code = $2
     on conflict do nothing`,
    [templateCode, periodCode],
  );
  return added.length;
}
