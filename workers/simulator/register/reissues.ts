/** Answers for numbers that were cancelled and re-issued: who got one, which number it was, and whose a cancelled number is. */
import { CELL_CAPACITY, cellOf, type Cells, chosenOffset, provinceOf, sexOf, sizeOf, yearOf } from './cells';
import { hash, uniform } from './hash';
import { FEMALE, MALE, type SexCode } from './pyramid';

/** One person in 2,000 (0.05 %). */
export const REISSUE_PERIOD = 2000;

/** What had been wrong before the number was cancelled: the sex, or the birth year by so many years. */
const YEARS_OFF = [0, 1, -1, 10, -10] as const;
const SEX_WAS_WRONG_SHARE = 0.4;

export interface Reissue {
  /** Cell and place of the cancelled number. */
  readonly cell: number;
  readonly place: number;
  readonly formerSex: SexCode;
  readonly formerYear: number;
}

function otherSex(sex: SexCode): SexCode {
  return sex === MALE ? FEMALE : MALE;
}

/** Position in {@link YEARS_OFF} of what was wrong with the `turn`-th re-issue of a cell. */
function kindOf(cells: Cells, key: number, cell: number, turn: number): number {
  const draw = uniform(hash(key, turn), cell);
  if (draw < SEX_WAS_WRONG_SHARE) return 0;
  const kind = 1 + Math.floor(((draw - SEX_WAS_WRONG_SHARE) / (1 - SEX_WAS_WRONG_SHARE)) * 4);
  const year = yearOf(cells, cell) + (YEARS_OFF[kind] as number);
  return year < cells.firstYear || year >= cells.reference.year ? 0 : kind;
}

/** The re-issue of a person, or null. Cancelled numbers take the last places of the cell they pointed to, so none is ever given again. */
export function findReissue(cells: Cells, key: number, cell: number, ordinal: number): Reissue | null {
  const shifted = ordinal + chosenOffset(key, cell, REISSUE_PERIOD);
  if (shifted % REISSUE_PERIOD !== REISSUE_PERIOD - 1) return null;
  const turn = Math.floor(shifted / REISSUE_PERIOD);
  const kind = kindOf(cells, key, cell, turn);
  const sex = sexOf(cells, cell);
  const formerSex = kind === 0 ? otherSex(sex) : sex;
  const formerYear = yearOf(cells, cell) + (YEARS_OFF[kind] as number);
  const formerCell = cellOf(cells, provinceOf(cells, cell), formerSex, formerYear);
  return {
    cell: formerCell,
    place: CELL_CAPACITY - 1 - (turn * YEARS_OFF.length + kind),
    formerSex,
    formerYear,
  };
}

/** Index of the person whose cancelled number stood at this place, or -1. */
export function indexOfCancelled(cells: Cells, key: number, formerCell: number, place: number): number {
  const back = CELL_CAPACITY - 1 - place;
  const kind = back % YEARS_OFF.length;
  const turn = (back - kind) / YEARS_OFF.length;
  const formerSex = sexOf(cells, formerCell);
  const sex = kind === 0 ? otherSex(formerSex) : formerSex;
  const cell = cellOf(
    cells,
    provinceOf(cells, formerCell),
    sex,
    yearOf(cells, formerCell) - (YEARS_OFF[kind] as number),
  );
  if (cell < 0) return -1;
  const ordinal = turn * REISSUE_PERIOD + REISSUE_PERIOD - 1 - chosenOffset(key, cell, REISSUE_PERIOD);
  if (ordinal < 0 || ordinal >= sizeOf(cells, cell) || kindOf(cells, key, cell, turn) !== kind) return -1;
  return (cells.starts[cell] as number) + ordinal;
}
