/** Answers for numbers that were cancelled: re-issued after a correction, or one of two that a person had been given by mistake. */
import { CELL_CAPACITY, cellOf, type Cells, chosenOffset, provinceOf, sexOf, sizeOf, yearOf } from './cells';
import { hash, uniform } from './hash';
import { FEMALE, MALE, type SexCode } from './pyramid';

/** One person in 2,000 (0.05 %). */
export const REISSUE_PERIOD = 2000;

/** What had been wrong before the number was cancelled: the sex, the birth year by so many years, or nothing but that it was a second one. */
const YEARS_OFF = [0, 1, -1, 10, -10, 0] as const;
const SEX_WAS_WRONG = 0;
const SECOND_NUMBER = 5;
const SEX_WAS_WRONG_SHARE = 0.35;
const YEAR_WAS_WRONG_SHARE = 0.5;

export interface Reissue {
  /** Cell and place of the cancelled number. */
  readonly cell: number;
  readonly place: number;
  readonly formerSex: SexCode;
  readonly formerYear: number;
  /** Two entries about one person were merged; nothing of what they said was wrong. */
  readonly merged: boolean;
}

function otherSex(sex: SexCode): SexCode {
  return sex === MALE ? FEMALE : MALE;
}

/** Position in {@link YEARS_OFF} of what was wrong with the `turn`-th re-issue of a cell. */
function kindOf(cells: Cells, key: number, cell: number, turn: number): number {
  const draw = uniform(hash(key, turn), cell);
  if (draw < SEX_WAS_WRONG_SHARE) return SEX_WAS_WRONG;
  if (draw >= SEX_WAS_WRONG_SHARE + YEAR_WAS_WRONG_SHARE) return SECOND_NUMBER;
  const kind = 1 + Math.floor(((draw - SEX_WAS_WRONG_SHARE) / YEAR_WAS_WRONG_SHARE) * 4);
  const year = yearOf(cells, cell) + (YEARS_OFF[kind] as number);
  return year < cells.firstYear || year >= cells.reference.year ? SEX_WAS_WRONG : kind;
}

/** The re-issue of a person, or null. Cancelled numbers take the last places of the cell they pointed to, so none is ever given again. */
export function findReissue(cells: Cells, key: number, cell: number, ordinal: number): Reissue | null {
  const shifted = ordinal + chosenOffset(key, cell, REISSUE_PERIOD);
  if (shifted % REISSUE_PERIOD !== REISSUE_PERIOD - 1) return null;
  const turn = Math.floor(shifted / REISSUE_PERIOD);
  const kind = kindOf(cells, key, cell, turn);
  const sex = sexOf(cells, cell);
  const formerSex = kind === SEX_WAS_WRONG ? otherSex(sex) : sex;
  const formerYear = yearOf(cells, cell) + (YEARS_OFF[kind] as number);
  const formerCell = cellOf(cells, provinceOf(cells, cell), formerSex, formerYear);
  return {
    cell: formerCell,
    place: CELL_CAPACITY - 1 - (turn * YEARS_OFF.length + kind),
    formerSex,
    formerYear,
    merged: kind === SECOND_NUMBER,
  };
}

/** Index of the person whose cancelled number stood at this place, or -1. */
export function indexOfCancelled(cells: Cells, key: number, formerCell: number, place: number): number {
  const back = CELL_CAPACITY - 1 - place;
  const kind = back % YEARS_OFF.length;
  const turn = (back - kind) / YEARS_OFF.length;
  const formerSex = sexOf(cells, formerCell);
  const sex = kind === SEX_WAS_WRONG ? otherSex(formerSex) : formerSex;
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
