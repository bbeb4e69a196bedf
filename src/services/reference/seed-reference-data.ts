/** Brings the reference data into the database: localities, agencies, periods, indicators, the official form, and one assessment a locality. */
import { type DataSource, type EntityManager } from 'typeorm';
import { readHalfYear } from '../../domain/matrix/half-year';
import { FEEDS_DUE } from '../../domain/ioc/ioc-feeds';
import { takeLock } from '../hub-lock';
import { insertAssessments, insertPeriod } from '../matrix/insert-period';
import { seedAlertRules } from '../alerts/seed-alert-rules';
import {
  flattenItems,
  readReferenceAgencies,
  readReferenceIndicators,
  readReferenceMatrix,
  readReferenceProvinces,
  type ReferenceMatrix,
} from './reference-data';

/** Project 06 is judged from the first half of 2025 on; the document speaks of the second. */
const FIRST_PERIOD = readHalfYear('2025-H1')!;

/**
 * Safe to repeat, and safe when two processes do it at once. Names and titles follow the shipped files; a cell that is
 * there already is never touched again, since a person or a rule may have spoken in it.
 */
export async function seedReferenceData(db: DataSource): Promise<void> {
  const matrix = readReferenceMatrix();
  await db.transaction(async (tx) => {
    await takeLock(tx, 'SEED');
    await seedLocalities(tx);
    await seedForm(tx, matrix);
    await seedAssessments(tx, matrix);
    await insertPeriod(tx, FIRST_PERIOD);
    await insertAssessments(tx, matrix.code, FIRST_PERIOD.code);
    await seedAgencies(tx);
    await seedIndicators(tx);
    await seedAlertRules(tx);
    await seedIocs(tx);
  });
}

async function seedLocalities(tx: EntityManager): Promise<void> {
  const { nation, provinces, ...dates } = readReferenceProvinces();
  const unit = (code: string, name: { vi: string; en: string }) => ({
    code,
    name_vi: name.vi,
    name_en: name.en,
  });
  const predecessors = provinces.flatMap((province) => province.predecessors);
  await upsert(
    tx,
    'locality',
    ['code'],
    [
      { ...unit(nation.code, nation.name), level: 'NATION', scheme: 'NATION', valid_from: nation.validFrom },
      ...provinces.map((province) => ({
        ...unit(province.code, province.name),
        level: 'PROVINCE',
        scheme: 'VN34',
        valid_from: dates.validFrom,
      })),
      ...predecessors.map((province) => ({
        ...unit(province.code, province.name),
        level: 'PROVINCE',
        scheme: 'VN63',
        valid_from: dates.predecessorsValidFrom,
        valid_to: dates.predecessorsValidTo,
      })),
    ],
  );
  const lineage = provinces.flatMap((successor) =>
    successor.predecessors.map(({ code }) => ({ predecessor_code: code, successor_code: successor.code })),
  );
  await upsert(tx, 'locality_lineage', ['predecessor_code', 'successor_code'], lineage);
}

/** The units that may be held responsible: the ministries, and the same few units of every province. */
async function seedAgencies(tx: EntityManager): Promise<void> {
  const { ministries, provincial } = readReferenceAgencies();
  const { provinces } = readReferenceProvinces();
  const national = ministries.map(({ code, name }) => ({
    code,
    name_vi: name.vi,
    name_en: name.en,
    kind: 'MINISTRY',
  }));
  const local = provinces.flatMap((province) =>
    provincial.map(({ code, kind, name }) => ({
      code: `${code}-${province.code}`,
      name_vi: name.vi.replace(
        '{vi}',
        province.name.vi.replace(/^(?!Thành phố)/, 'tỉnh ').replace(/^T/, 't'),
      ),
      name_en: name.en.replace('{en}', province.name.en),
      kind,
      locality_code: province.code,
    })),
  );
  await upsert(tx, 'agency', ['code'], [...national, ...local]);
}

async function seedIndicators(tx: EntityManager): Promise<void> {
  const { template, indicators } = readReferenceIndicators();
  const rows = indicators.map((indicator, index) => ({
    code: indicator.code,
    template_code: template,
    item_path: indicator.item,
    position: index + 1,
    name_vi: indicator.name.vi,
    name_en: indicator.name.en,
    unit: indicator.unit,
    numerator_vi: indicator.numerator.vi,
    numerator_en: indicator.numerator.en,
    denominator_vi: indicator.denominator?.vi ?? null,
    denominator_en: indicator.denominator?.en ?? null,
    direction: indicator.direction,
    target: indicator.target,
    lower_threshold: indicator.lower,
    connector_key: indicator.connector,
    status_rule: indicator.rule,
    columns: indicator.columns,
    note: indicator.note ?? null,
  }));
  await upsert(tx, 'indicator', ['code'], rows);
}

/** Every province owes an IOC with its feeds, whether anything was ever heard of it or not. */
async function seedIocs(tx: EntityManager): Promise<void> {
  await tx.query(
    `insert into ioc_node (locality_code) select code from locality where scheme = 'VN34' on conflict do nothing`,
  );
  await tx.query(
    `insert into ioc_feed (locality_code, feed_code)
     select code, feed from locality, unnest($1::text[]) as due (feed) where scheme = 'VN34' on conflict do nothing`,
    [FEEDS_DUE.map(({ code }) => code)],
  );
}

async function seedForm(tx: EntityManager, matrix: ReferenceMatrix): Promise<void> {
  const { period, provenance } = matrix;
  await upsert(
    tx,
    'period',
    ['code'],
    [
      {
        code: period.code,
        label_vi: period.label.vi,
        label_en: period.label.en,
        starts_on: period.start,
        ends_on: period.end,
      },
    ],
  );
  await upsert(
    tx,
    'matrix_template',
    ['code'],
    [
      {
        code: matrix.code,
        version: 1,
        ...titles(matrix),
        provenance: `${provenance.document} (${provenance.file}, SHA-256 ${provenance.sha256}). ${matrix.about}`,
      },
    ],
  );
  await seedColumns(tx, matrix);
  await seedItems(tx, matrix);
}

async function seedColumns(tx: EntityManager, matrix: ReferenceMatrix): Promise<void> {
  const columns = matrix.columns.map((column, index) => ({
    template_code: matrix.code,
    code: column.code,
    position: index + 1,
    band_vi: column.band.vi,
    band_en: column.band.en,
    ...titles(column),
    question: column.question,
    criteria: column.criteria,
    printed: column.printed ?? null,
    note: column.note ?? null,
  }));
  await upsert(tx, 'matrix_column', ['template_code', 'code'], columns);
}

async function seedItems(tx: EntityManager, matrix: ReferenceMatrix): Promise<void> {
  const key = { template_code: matrix.code };
  const groups = matrix.groups.map((group, index) => ({
    ...key,
    code: group.code,
    position: index + 1,
    ...titles(group),
  }));
  await upsert(tx, 'matrix_group', ['template_code', 'code'], groups);
  const items = flattenItems(matrix).map((item) => ({
    ...key,
    path: item.path,
    group_code: item.groupCode,
    position: item.position,
    printed_no: item.printedNo,
    ...titles(item),
    blank: item.blank,
    parent_path: item.parentPath,
  }));
  await upsert(tx, 'matrix_item', ['template_code', 'path'], items);
}

async function seedAssessments(tx: EntityManager, matrix: ReferenceMatrix): Promise<void> {
  await tx.query(
    `insert into assessment (id, template_code, locality_code, period_code)
     select code || '.' || $2, $1, code, $2 from locality where scheme in ('NATION', 'VN34')
     on conflict do nothing`,
    [matrix.code, matrix.period.code],
  );
  const prose = flattenItems(matrix).flatMap((item) =>
    Object.entries(item.cells).map(([columnCode, cell]) => ({
      item_path: item.path,
      column_code: columnCode,
      text_state: cell.state,
      text: cell.text ?? null,
      row_span: cell.rowSpan ?? 1,
      merged_from: cell.mergedFrom ?? null,
      printed: cell.printed ?? null,
      corrected: cell.corrected ?? [],
      needs_review: cell.needsReview ?? false,
      note: cell.note ?? null,
    })),
  );
  // The document speaks of the whole nation, so its prose stands in the nation's matrix alone.
  await tx.query(
    `insert into matrix_cell (assessment_id, item_path, column_code, text_state, text, row_span, merged_from, printed,
       corrected, needs_review, note)
     select a.id, i.path, c.code, coalesce(p.text_state, 'EMPTY'), p.text, coalesce(p.row_span, 1), p.merged_from,
       p.printed, coalesce(p.corrected, '{}'), coalesce(p.needs_review, false), p.note
     from assessment a
     join matrix_item i on i.template_code = a.template_code
     join matrix_column c on c.template_code = a.template_code
     left join jsonb_populate_recordset(null::matrix_cell, $3::jsonb) p
       on a.locality_code = 'VN' and p.item_path = i.path and p.column_code = c.code
     where a.template_code = $1 and a.period_code = $2
     on conflict do nothing`,
    [matrix.code, matrix.period.code, JSON.stringify(prose)],
  );
}

const titles = ({ title }: { title: { vi: string; en: string } }) => ({
  title_vi: title.vi,
  title_en: title.en,
});

/** Writes the rows in one statement; the column types come from the table itself. Names here are ours, never a caller's. */
async function upsert(
  tx: EntityManager,
  table: string,
  key: string[],
  rows: Record<string, unknown>[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const updates = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict (${key.join(', ')}) do ${updates.length > 0 ? `update set ${updates.join(', ')}` : 'nothing'}`,
    [JSON.stringify(rows)],
  );
}
