/** Flags rows that say something only together: one number for different people, a shared telephone, a row twice. */
import { type DataSource } from 'typeorm';
import { ROW_SET_RULES } from '../../domain/cleanse/catalogue';
import { RuleMode, type RulePack } from '../../domain/cleanse/rule-pack';
import { FIELDS, type ColumnMapping } from '../../domain/table/column-mapping';
import { inTransaction } from '../in-transaction';

/** Above the numbers that a cell's own history can reach. */
const FIRST_NO = 1_000;
/** A household shares a telephone; an office shares it with everyone. */
const MOST_SHARERS = 5;

interface CleansingOf {
  readonly runId: string;
  readonly datasetId: string;
  readonly mapping: ColumnMapping;
  readonly pack: RulePack;
}

/**
 * In a transaction of its own, before the result is sealed: the sealed checksum covers the flags. It gives the same rows however
 * often it runs, so a worker that takes over repeats it without harm.
 */
export async function flagRowSets(db: DataSource, cleansing: CleansingOf): Promise<void> {
  await inTransaction(db, async ({ client }) => {
    for (const [index, rule] of ROW_SET_RULES.entries()) {
      const found =
        cleansing.pack.modes[rule.id] === RuleMode.OFF ? null : findRows(rule.id, cleansing.mapping);
      if (found === null) continue;
      await client.query(
        `insert into change (run_id, row_seq, field, no, rule, version, mode, before, after, lossless, confidence)
         select $1, found.seq, $3, $4, $5, $6, 'FLAG', found.cell, null, true, 1 from (${found.sql}) found
         on conflict do nothing`,
        [cleansing.runId, cleansing.datasetId, found.field, FIRST_NO + index, rule.id, rule.version],
      );
    }
  });
}

/** The rows that a rule flags, as SQL with the dataset as $2; null where the file lacks the columns. */
function findRows(
  rule: string,
  mapping: ColumnMapping,
): { readonly sql: string; readonly field: string } | null {
  const cell = (field: keyof ColumnMapping) => `cells[${(mapping[field] ?? -1) + 1}]`;
  const rows = 'from dataset_row where dataset_id = $2';
  if (rule === 'I05' && mapping.number !== undefined && mapping.name !== undefined) {
    const digits = `regexp_replace(${cell('number')}, '\\D', '', 'g')`;
    const sql = `select seq, cell from (
        select seq, ${cell('number')} as cell, min(lower(normalize(${cell('name')}))) over same as first_name,
          max(lower(normalize(${cell('name')}))) over same as last_name ${rows} and length(${digits}) = 12
        window same as (partition by ${digits})
      ) numbered where first_name <> last_name`;
    return { sql, field: 'number' };
  }
  if (rule === 'P03' && mapping.phone !== undefined) {
    const sql = `select seq, cell from (
        select seq, ${cell('phone')} as cell, count(*) over (partition by ${cell('phone')}) as sharers ${rows}
          and length(${cell('phone')}) > 6
      ) shared where sharers > ${MOST_SHARERS}`;
    return { sql, field: 'phone' };
  }
  if (rule === 'X04') {
    const columns = FIELDS.filter((field) => mapping[field] !== undefined);
    const [first] = columns;
    if (first === undefined) return null;
    const sql = `select seq, cell from (
        select seq, ${cell(first)} as cell,
          row_number() over (partition by ${columns.map(cell).join(', ')} order by seq) as nth ${rows}
      ) repeated where nth > 1`;
    return { sql, field: first };
  }
  return null;
}
