/** Gathers the facts of a file while its rows go by, in memory that does not grow with them. */
import { type Field } from '../table/column-mapping';
import { JanuaryFirstCount } from '../resident/january-first';
import { NumberKind, parsePersonalNumber, readNumberCell } from '../resident/identity-number';
import { Sex } from '../resident/sex';
import { type BatchFacts } from './batch-facts';
import { type Cells } from './rule';

const LONGEST = 256;
const SHORT_CODE = /^\d{1,2}$/;
/** Codes of the sex column beyond this many are free text. */
const MOST_CODES = 20;
/** Share of the decidable dates, and of the rows of a code, that must agree. */
const NEARLY_ALL = 0.95;
const FEWEST = 20;
/** Fields in which a cut shows: the others have a length of their own. */
const FREE_TEXT: readonly Field[] = ['name', 'address'];
const SLASH = 0x2f;
const FIRST_TWO = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/;

/** NaN is greater than nothing, and so are letters. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

export class FactGatherer {
  private dayFirst = 0;
  private monthFirst = 0;
  private readonly januaryFirst = new JanuaryFirstCount();
  private readonly codes = new Map<string, { male: number; female: number }>();
  private readonly lengths = FREE_TEXT.map((field) => ({ field, counts: new Uint32Array(LONGEST + 1) }));

  add(cells: Cells): void {
    if (cells.birthDate !== undefined) this.addDate(cells.birthDate);
    if (cells.sex !== undefined && cells.number !== undefined) this.addSex(cells.sex, cells.number);
    for (const { field, counts } of this.lengths) {
      const length = cells[field]?.length ?? 0;
      if (length <= LONGEST) counts[length]! += 1;
    }
  }

  private addDate(text: string): void {
    if (text.length === 10 && text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH) {
      this.addOrder(twoDigits(text, 0), twoDigits(text, 3));
    } else {
      const [, first, second] = FIRST_TWO.exec(text) ?? [];
      this.addOrder(Number(first), Number(second));
    }
    this.januaryFirst.add(text);
  }

  private addOrder(first: number, second: number): void {
    if (first > 12 && second <= 12) this.dayFirst += 1;
    if (second > 12 && first <= 12) this.monthFirst += 1;
  }

  private addSex(text: string, number: string): void {
    // Words speak for themselves.
    const code = text.trim();
    if (!SHORT_CODE.test(code)) return;
    let seen = this.codes.get(code);
    if (seen === undefined) {
      if (this.codes.size >= MOST_CODES) return;
      this.codes.set(code, (seen = { male: 0, female: 0 }));
    }
    const cell = readNumberCell(number);
    if (cell.kind !== NumberKind.PERSONAL) return;
    seen[parsePersonalNumber(cell.value).sex === Sex.MALE ? 'male' : 'female'] += 1;
  }

  finish(): BatchFacts {
    const decided = this.dayFirst + this.monthFirst;
    return {
      monthFirst: decided >= FEWEST && this.monthFirst > decided * NEARLY_ALL,
      januaryHeaped: this.januaryFirst.isHeaped(),
      standInDecades: this.januaryFirst.standInDecades(),
      sexCodes: this.readCodes(),
      cutAt: Object.fromEntries(this.lengths.flatMap(({ field, counts }) => cutOf(field, counts))),
    };
  }

  /** Digits mean what the personal numbers say. */
  private readCodes(): Record<string, Sex> {
    return Object.fromEntries(
      [...this.codes].flatMap(([code, { male, female }]): [string, Sex][] => {
        const rows = male + female;
        if (rows < FEWEST || Math.max(male, female) < rows * NEARLY_ALL) return [];
        return [[code, male > female ? Sex.MALE : Sex.FEMALE]];
      }),
    );
  }
}

/** The longest cells of a column are few; where they are many and all of one length, that length was the limit. */
function cutOf(field: Field, counts: Uint32Array): [Field, number][] {
  const longest = counts.findLastIndex((count) => count > 0);
  const [at = 0, below = 0, belowThat = 0] = [counts[longest], counts[longest - 1], counts[longest - 2]];
  return longest >= 15 && at >= FEWEST && at > 3 * Math.max(below, belowThat) ? [[field, longest]] : [];
}
