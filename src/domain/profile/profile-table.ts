/** Profiles a table in one pass: each column by itself, and what the columns of a row say about each other. */
import { parseBirthDate, type PartialDate } from '../resident/birth-date';
import { FactGatherer } from '../cleanse/gather-facts';
import { type Cells } from '../cleanse/rule';
import { FIELDS, pickFields, type ColumnMapping, type Field } from '../table/column-mapping';
import { birthYearOf, hasKnownPlace, NumberKind, readNumberCell, sexOf } from '../resident/identity-number';
import { shareOf, type Share } from '../share';
import { parseSex, Sex } from '../resident/sex';
import { ColumnProfiler, Sign, type ColumnProfile } from './profile-column';

/** Rules that two cells of a row must keep. */
export const ConsistencyCheck = {
  NUMBER_AND_SEX: 'NUMBER_AND_SEX',
  NUMBER_AND_BIRTH_YEAR: 'NUMBER_AND_BIRTH_YEAR',
  NUMBER_PLACE_KNOWN: 'NUMBER_PLACE_KNOWN',
} as const;
export type ConsistencyCheck = (typeof ConsistencyCheck)[keyof typeof ConsistencyCheck];

export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Share of the rows that keep the rule, among those that say both. */
  readonly consistency: readonly { readonly check: ConsistencyCheck; readonly share: Share }[];
}

interface Kept {
  kept: number;
  checked: number;
}

export class TableProfiler {
  private rows = 0;
  private readonly columns: readonly ColumnProfiler[];
  private readonly facts = new FactGatherer();
  private readonly sex: Kept = { kept: 0, checked: 0 };
  private readonly year: Kept = { kept: 0, checked: 0 };
  private readonly place: Kept = { kept: 0, checked: 0 };

  constructor(
    headers: readonly string[],
    private readonly mapping: ColumnMapping,
    today: Required<PartialDate>,
  ) {
    const fieldOf = new Map(FIELDS.map((field) => [mapping[field], field]));
    this.columns = headers.map(
      (header, index) => new ColumnProfiler(header, fieldOf.get(index) ?? null, today),
    );
  }

  add(cells: readonly string[]): void {
    this.rows += 1;
    // First what several cells say together: what it read of them is still remembered when their columns ask.
    this.addRow(pickFields(cells, this.mapping));
    for (let index = 0; index < this.columns.length; index += 1) this.columns[index]!.add(cells[index] ?? '');
  }

  private addRow(row: Cells): void {
    this.facts.add(row);
    const { kind, value } = readNumberCell(row.number ?? '');
    if (kind !== NumberKind.PERSONAL) return;
    const sex = parseSex(row.sex ?? '')?.sex ?? Sex.UNKNOWN;
    const year = parseBirthDate(row.birthDate ?? '').date?.year ?? null;
    count(this.place, hasKnownPlace(value));
    if (sex !== Sex.UNKNOWN) count(this.sex, sexOf(value) === sex);
    if (year !== null) count(this.year, birthYearOf(value) === year);
  }

  finish(): TableProfile {
    const facts = this.facts.finish();
    const signsOf = (field: Field | null) => [
      { sign: Sign.JANUARY_FIRST_HEAPED, rows: field === 'birthDate' && facts.januaryHeaped ? this.rows : 0 },
      { sign: Sign.MONTH_FIRST, rows: field === 'birthDate' && facts.monthFirst ? this.rows : 0 },
      { sign: Sign.CUT_OFF, rows: field !== null && facts.cutAt[field] !== undefined ? this.rows : 0 },
    ];
    return {
      rows: this.rows,
      columns: this.columns.map((column) => column.finish(signsOf(column.field))),
      consistency: [
        { check: ConsistencyCheck.NUMBER_AND_SEX, share: shareOf(this.sex.kept, this.sex.checked) },
        { check: ConsistencyCheck.NUMBER_AND_BIRTH_YEAR, share: shareOf(this.year.kept, this.year.checked) },
        { check: ConsistencyCheck.NUMBER_PLACE_KNOWN, share: shareOf(this.place.kept, this.place.checked) },
      ],
    };
  }
}

function count(check: Kept, kept: boolean): void {
  check.checked += 1;
  if (kept) check.kept += 1;
}
