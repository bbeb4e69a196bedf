/** Answers for counts without people: the living by unit of permanent residence, age band and sex, small counts hidden. */
import { provinceOf, sexOf, yearOf } from './cells';
import { livingIn } from './life-events';
import { OLD_PROVINCES } from './provinces';
import { type SexCode } from './pyramid';
import { type Register } from './register';

export const SMALLEST_SHOWN = 5;
/** Bands of five years, the last one open. */
const BANDS = 18;

export interface Count {
  readonly unit: string;
  /** Such as 0-4 or 85+. */
  readonly band: string;
  readonly sex: SexCode;
  /** null where it is hidden. */
  readonly people: number | null;
}

export function bandName(band: number): string {
  return band === BANDS - 1 ? '85+' : `${band * 5}-${band * 5 + 4}`;
}

/** Exact and without looking at anybody: counted from the cells. Ages are those reached in the year of the reference date. */
export function countLiving(register: Register, units: readonly string[] | null): Count[] {
  const { cells, keys } = register;
  const counts = new Map<string, number[]>();
  for (let cell = 0; cell < cells.count; cell += 1) {
    const unit = OLD_PROVINCES[provinceOf(cells, cell)]?.unit as string;
    if (units !== null && !units.includes(unit)) continue;
    const row = counts.get(unit) ?? Array.from({ length: BANDS * 2 }, () => 0);
    const band = Math.min(BANDS - 1, Math.floor((cells.reference.year - yearOf(cells, cell)) / 5));
    const place = band * 2 + sexOf(cells, cell) - 1;
    row[place] = (row[place] as number) + livingIn(cells, keys.status, cell);
    counts.set(unit, row);
  }
  return [...counts].sort().flatMap(([unit, row]) => {
    const shown = suppressed(row.map((_, place) => row[place] as number));
    return shown.map((people, place) => ({
      unit,
      band: bandName(place >> 1),
      sex: ((place % 2) + 1) as SexCode,
      people,
    }));
  });
}

/**
 * Hides counts of 1 to 4, and then as many more that no published sum of a band (both sexes) or of a sex (all bands) lets anybody work a
 * hidden one out: a row or a column of the table never hides exactly one. `row` is bands × two sexes; 0 is shown, it is nobody's.
 */
export function suppressed(row: readonly number[]): (number | null)[] {
  const hidden = row.map((count) => count > 0 && count < SMALLEST_SHOWN);
  const bands = row.length / 2;
  const column = (sex: number): number[] => Array.from({ length: bands }, (_, band) => band * 2 + sex);
  const lines = [
    ...Array.from({ length: bands }, (_, band) => [band * 2, band * 2 + 1]),
    column(0),
    column(1),
  ];
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      if (line.filter((place) => hidden[place]).length !== 1) continue;
      // A zero cannot hide anything: whoever sees the sum would know it.
      const open = line.filter((place) => hidden[place] === false && (row[place] as number) > 0);
      if (open.length === 0) continue;
      const least = open.reduce((best, place) =>
        (row[place] as number) < (row[best] as number) ? place : best,
      );
      hidden[least] = true;
      changed = true;
    }
  }
  return row.map((count, place) => (hidden[place] === true ? null : count));
}
