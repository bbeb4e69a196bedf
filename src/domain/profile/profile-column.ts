/** Gathers the figures of one column while its cells go by. */
import { isPlausibleAt, parseBirthDate, type PartialDate } from '../resident/birth-date';
import { readCell } from '../resident/cell-text';
import { isOrdinaryText } from '../resident/clean-text';
import { readPhone, readPhones } from '../cleanse/phone-number';
import { Field } from '../table/column-mapping';
import { NumberKind, readNumberCell } from '../resident/identity-number';
import { hasLetter, normalizeName } from '../resident/person-name';
import { shareOf, type Share } from '../share';
import { parseSex } from '../resident/sex';
import { DistinctSketch } from './distinct-sketch';
import { HeavyHitters, type Counted } from './heavy-hitters';
import { CellSigns, SignKind } from './cell-signs';

/** What makes a column suspicious. */
export const Sign = {
  PLACEHOLDERS: 'PLACEHOLDERS',
  ZEROS_LOST: 'ZEROS_LOST',
  SCIENTIFIC_NOTATION: 'SCIENTIFIC_NOTATION',
  JANUARY_FIRST_HEAPED: 'JANUARY_FIRST_HEAPED',
  MONTH_FIRST: 'MONTH_FIRST',
  CUT_OFF: 'CUT_OFF',
  CONSTANT: 'CONSTANT',
} as const;
export type Sign = (typeof Sign)[keyof typeof Sign];

export interface ColumnProfile {
  readonly header: string;
  readonly field: Field | null;
  readonly completeness: Share;
  /** Null for columns that stand for no field. */
  readonly validity: Share | null;
  readonly placeholders: number;
  readonly distinct: number;
  readonly shortest: number;
  readonly longest: number;
  readonly meanLength: number;
  readonly patterns: readonly Counted[];
  /** Only where few values stand for many rows: a value that one person has is never told. */
  readonly topValues: readonly Counted[];
  readonly signs: readonly { readonly sign: Sign; readonly rows: number }[];
}

const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const FEW_VALUES = 60;
const MOST_SHOWN = 10;
/** A value must stand for so many rows to be shown. */
const FEWEST_ROWS = 20;
/** Their values are people's own, however often they repeat. */
const PERSONAL: readonly Field[] = ['name', 'number', 'oldCardNumber', 'phone', 'address', 'birthDate'];

/** What a spreadsheet does to digits that it takes for a quantity. The zeros can be put back; the digits behind an E are gone. */
export function spreadsheetDamage(
  text: string,
  field: Field | null,
): typeof Sign.ZEROS_LOST | typeof Sign.SCIENTIFIC_NOTATION | null {
  if (field !== Field.number && field !== Field.oldCardNumber) return null;
  const { kind } = readNumberCell(text);
  if (kind === NumberKind.INVALID) return SCIENTIFIC.test(text) ? Sign.SCIENTIFIC_NOTATION : null;
  return field === Field.number && kind === NumberKind.ZEROS_LOST ? Sign.ZEROS_LOST : null;
}

/** Of the cell at hand. */
const signs = new CellSigns();
const LETTER = SignKind.CAPITAL | SignKind.SMALL;

export class ColumnProfiler {
  private blank = 0;
  private placeholders = 0;
  private valid = 0;
  private told = 0;
  private letters = 0;
  private shortest = Infinity;
  private longest = 0;
  private zerosLost = 0;
  private scientific = 0;
  private readonly distinct = new DistinctSketch();
  private readonly patterns = new HeavyHitters(200);
  private readonly values = new HeavyHitters(200);
  private readonly mayBeTold: boolean;

  constructor(
    private readonly header: string,
    readonly field: Field | null,
    private readonly today: Required<PartialDate>,
  ) {
    this.mayBeTold = field === null || !PERSONAL.includes(field);
  }

  add(cell: string): void {
    const { text, placeholder } = readCell(cell);
    if (text === null) {
      if (placeholder) this.placeholders += 1;
      else this.blank += 1;
      return;
    }
    this.told += 1;
    this.letters += text.length;
    if (text.length < this.shortest) this.shortest = text.length;
    if (text.length > this.longest) this.longest = text.length;
    signs.read(text);
    this.distinct.add(signs.hash);
    this.patterns.add(signs.pattern, signs.form);
    if (this.mayBeTold && !this.distinct.exceeds(FEW_VALUES)) this.values.add(text, signs.hash);
    if (this.field === Field.number || this.field === Field.oldCardNumber) this.addNumber(text);
    if (this.field !== null && isValid(text, this.field, this.today)) this.valid += 1;
  }

  private addNumber(text: string): void {
    const damage = spreadsheetDamage(text, this.field);
    if (damage === Sign.SCIENTIFIC_NOTATION) this.scientific += 1;
    else if (damage === Sign.ZEROS_LOST) this.zerosLost += 1;
  }

  finish(more: readonly { readonly sign: Sign; readonly rows: number }[]): ColumnProfile {
    const rows = this.told + this.blank + this.placeholders;
    const distinct = this.distinct.estimate();
    const signs = [
      { sign: Sign.PLACEHOLDERS, rows: this.placeholders },
      { sign: Sign.ZEROS_LOST, rows: this.zerosLost },
      { sign: Sign.SCIENTIFIC_NOTATION, rows: this.scientific },
      { sign: Sign.CONSTANT, rows: distinct === 1 && this.told > FEWEST_ROWS ? this.told : 0 },
      ...more,
    ];
    const shared = distinct <= FEW_VALUES ? this.values.top(MOST_SHOWN) : [];
    return {
      header: this.header,
      field: this.field,
      completeness: shareOf(this.told, rows),
      validity: this.field === null ? null : shareOf(this.valid, this.told),
      placeholders: this.placeholders,
      distinct,
      shortest: this.told === 0 ? 0 : this.shortest,
      longest: this.longest,
      meanLength: this.told === 0 ? 0 : Math.round((this.letters / this.told) * 10) / 10,
      patterns: this.patterns.top(MOST_SHOWN),
      topValues: shared.filter(({ count }) => count >= FEWEST_ROWS),
      signs: signs.filter((one) => one.rows > 0),
    };
  }
}

function isNameLike(text: string): boolean {
  if ((signs.kinds & SignKind.NUMERAL) !== 0) return false;
  return isOrdinaryText(text) ? (signs.kinds & LETTER) !== 0 : hasLetter(normalizeName(text));
}

/** Whether the cell, whose signs were just read, says what its column is for, in any of the forms that are understood. */
function isValid(text: string, field: Field, today: Required<PartialDate>): boolean {
  switch (field) {
    case Field.name:
      return isNameLike(text);
    case Field.birthDate: {
      const { date } = parseBirthDate(text);
      return date !== null && isPlausibleAt(date, today);
    }
    case Field.sex:
      return parseSex(text) !== null;
    case Field.number:
      return readNumberCell(text).kind === NumberKind.PERSONAL;
    case Field.oldCardNumber:
      return readNumberCell(text).kind === NumberKind.OLD_CARD;
    case Field.phone:
      return readPhone(text) !== null || readPhones(text) !== null;
    case Field.address:
      return text.length > 3;
  }
}
