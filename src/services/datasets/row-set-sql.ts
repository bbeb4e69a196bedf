/** Where the rules on sets of rows find what they find: the rows' keys worked out once, and one SQL statement a rule over those. */
import { FIELDS, type ColumnMapping, type Field } from '../../domain/table/column-mapping';

export interface RowSetQuery {
  /** Gives seq of each row found in `row_key`, and after (the value proposed, null for a flag). */
  readonly sql: string;
  readonly field: Field;
}

interface Finder {
  /** Without one of these columns there is nothing to look at. */
  readonly needs: readonly Field[];
  /** Of which the finding speaks; null: of the file's first. */
  readonly field: Field | null;
  readonly sql: string;
}

/** A household shares a telephone; an office shares it with everyone. */
const MOST_SHARERS = 5;

/**
 * Groups are found before rows: most keys stand on one row only. No row is joined with another by what the planner knows of a new
 * table, which would make it compare each with each.
 */
const FINDERS: Readonly<Record<string, Finder>> = {
  I05: {
    needs: ['number', 'name'],
    field: 'number',
    sql: `select seq, null as after from row_key where number in
      (select number from row_key group by number having min(name) <> max(name))`,
  },
  P03: {
    needs: ['phone'],
    field: 'phone',
    sql: `select seq, null as after from row_key where phone in
      (select phone from row_key where length(phone) > 6 group by phone having count(*) > ${MOST_SHARERS})`,
  },
  X04: {
    needs: [],
    field: null,
    sql: `select seq, null as after from row_key where copy > 1`,
  },
  /** The same name and birth date without two different numbers. The fullest row is the one to keep; exact copies are X04's. */
  X05: {
    needs: ['name', 'birthDate'],
    field: 'name',
    sql: `select seq, null as after from (
        select seq, row_number() over (partition by name, birth_date order by filled desc, seq) as nth
        from row_key where copy = 1 and (name, birth_date) in (
          select name, birth_date from row_key where copy = 1 and name like '_% _%' and length(birth_date) = 8
          group by name, birth_date having count(*) > 1 and min(number) is not distinct from max(number))
      ) alike where nth > 1`,
  },
  /** Rows without a number whose old card and name stand in another row beside one number, and never beside a second. */
  I07: {
    needs: ['number', 'oldCardNumber', 'name'],
    field: 'number',
    sql: `select seq, first_number as after from (
        select seq, has_number, min(number) over same as first_number, max(number) over same as last_number
        from row_key where card is not null and name <> ''
        window same as (partition by card, name)
      ) carded where not has_number and first_number = last_number`,
  },
};

/** Null where the file lacks the columns. */
export function findRowSet(rule: string, mapping: ColumnMapping): RowSetQuery | null {
  const finder = FINDERS[rule];
  if (finder === undefined) throw new Error(`rule ${rule} looks at single cells`);
  if (finder.needs.some((field) => mapping[field] === undefined)) return null;
  return { sql: finder.sql, field: finder.field ?? fieldsOf(mapping)[0]! };
}

/** The rows' cell of a field as SQL, given the alias of `dataset_row`. */
export function cellOf(field: Field, mapping: ColumnMapping, rows: string): string {
  return `${rows}.cells[${mapping[field]! + 1}]`;
}

/**
 * Two statements that make `row_key` for the rows of dataset `id` (an SQL literal) until the transaction ends. Folding a name's letters
 * costs more than all comparing, so it is done once for all rules.
 */
export function makeRowKeys(mapping: ColumnMapping, id: string): string {
  const cell = (field: Field) => (mapping[field] === undefined ? `''` : cellOf(field, mapping, 'source'));
  const fields = fieldsOf(mapping).map(cell).join(', ');
  return `
    create temp table row_key on commit drop as
      select seq, fold_vi(name) as name, birth_date, phone, filled, has_number,
        case when length(number) = 12 then number end as number, case when length(card) = 9 then card end as card,
        row_number() over (partition by hash_array_extended(array[${fields}], 0), ${fields} order by seq) as copy
      from (
        select seq, cells, ${cell('name')} as name, ${cell('phone')} as phone, ${cell('number')} <> '' as has_number,
          ${digitsOf(cell('number'))} as number, ${digitsOf(cell('oldCardNumber'))} as card,
          ${digitsOf(cell('birthDate'))} as birth_date, cardinality(array_remove(cells, '')) as filled
        from dataset_row source where dataset_id = ${id} offset 0
      ) source;
    analyze row_key (seq)`;
}

const fieldsOf = (mapping: ColumnMapping) => FIELDS.filter((field) => mapping[field] !== undefined);
const digitsOf = (cell: string) => `regexp_replace(${cell}, '\\D', '', 'g')`;
