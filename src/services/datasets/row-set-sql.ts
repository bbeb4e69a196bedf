/** Where the rules on sets of rows find what they find: one SQL statement a rule over the rows of a dataset, which is $2. */
import { FIELDS, type ColumnMapping, type Field } from '../../domain/table/column-mapping';

/** `sql` gives seq and cell of each row found, and after (the value proposed, null for a flag). */
export interface RowSetQuery {
  readonly sql: string;
  readonly field: Field;
}

/** A household shares a telephone; an office shares it with everyone. */
const MOST_SHARERS = 5;
const ROWS = 'from dataset_row where dataset_id = $2';

type Cell = (field: Field) => string;
type Finder = {
  /** Without one of these columns there is nothing to look at. */
  readonly needs: readonly Field[];
  readonly find: (cell: Cell, mapping: ColumnMapping) => RowSetQuery;
};

const digitsOf = (cell: string) => `regexp_replace(${cell}, '\\D', '', 'g')`;
/** Letters without accents and case. */
const foldOf = (cell: string) => `fold_vi(${cell})`;
/** The number of the row when it has one of twelve digits, else null. */
const personalOf = (cell: string) => `case when length(${digitsOf(cell)}) = 12 then ${digitsOf(cell)} end`;

const FINDERS: Readonly<Record<string, Finder>> = {
  I05: {
    needs: ['number', 'name'],
    find: (cell) => ({
      field: 'number',
      sql: `select seq, cell, null as after from (
          select seq, ${cell('number')} as cell, min(lower(normalize(${cell('name')}))) over same as first_name,
            max(lower(normalize(${cell('name')}))) over same as last_name ${ROWS} and length(${digitsOf(cell('number'))}) = 12
          window same as (partition by ${digitsOf(cell('number'))})
        ) numbered where first_name <> last_name`,
    }),
  },
  P03: {
    needs: ['phone'],
    find: (cell) => ({
      field: 'phone',
      sql: `select seq, cell, null as after from (
          select seq, ${cell('phone')} as cell, count(*) over (partition by ${cell('phone')}) as sharers ${ROWS}
            and length(${cell('phone')}) > 6
        ) shared where sharers > ${MOST_SHARERS}`,
    }),
  },
  X04: {
    needs: [],
    find: (cell, mapping) => {
      const columns = FIELDS.filter((field) => mapping[field] !== undefined);
      return {
        field: columns[0]!,
        sql: `select seq, cell, null as after from (
            select seq, ${cell(columns[0]!)} as cell,
              row_number() over (partition by ${columns.map(cell).join(', ')} order by seq) as nth ${ROWS}
          ) repeated where nth > 1`,
      };
    },
  },
  /** The same name and birth date without two different numbers. The fullest row is the one to keep; exact copies are X04's. */
  X05: {
    needs: ['name', 'birthDate'],
    find: (cell, mapping) => {
      const number = mapping.number === undefined ? 'null::text' : personalOf(cell('number'));
      return {
        field: 'name',
        sql: `select seq, cell, null as after from (
            select seq, cell, row_number() over (partition by fold, birth order by filled desc, seq) as nth,
              min(number) over (partition by fold, birth) as first_number,
              max(number) over (partition by fold, birth) as last_number
            from (
              select seq, ${cell('name')} as cell, ${foldOf(cell('name'))} as fold, ${digitsOf(cell('birthDate'))} as birth,
                ${number} as number, (select count(*) from unnest(cells) one where one <> '') as filled,
                row_number() over (partition by cells order by seq) as copy
              ${ROWS} and ${cell('name')} like '_% _%' and length(${digitsOf(cell('birthDate'))}) = 8
            ) named where copy = 1
          ) alike where nth > 1 and first_number is not distinct from last_number`,
      };
    },
  },
  /** Rows without a number whose old card and name stand in another row beside one number, and never beside a second. */
  I07: {
    needs: ['number', 'oldCardNumber', 'name'],
    find: (cell) => ({
      field: 'number',
      // Side by side and not joined: what the planner knows of a new table would make it compare each row with each.
      sql: `select seq, cell, first_number as after from (
          select seq, cell, min(number) over same as first_number, max(number) over same as last_number
          from (
            select seq, ${cell('number')} as cell, ${personalOf(cell('number'))} as number,
              ${digitsOf(cell('oldCardNumber'))} as card, ${foldOf(cell('name'))} as fold
            ${ROWS} and length(${digitsOf(cell('oldCardNumber'))}) = 9 and ${cell('name')} <> ''
          ) carded
          window same as (partition by card, fold)
        ) known where cell = '' and first_number = last_number`,
    }),
  },
};

/** Null where the file lacks the columns. */
export function findRowSet(rule: string, mapping: ColumnMapping): RowSetQuery | null {
  const finder = FINDERS[rule];
  if (finder === undefined) throw new Error(`rule ${rule} looks at single cells`);
  if (finder.needs.some((field) => mapping[field] === undefined)) return null;
  return finder.find((field) => `cells[${mapping[field]! + 1}]`, mapping);
}
