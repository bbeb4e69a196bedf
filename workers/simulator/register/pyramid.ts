/** Answers for how many people of each sex were born in each year: the age pyramid as weights by birth year. */
import { dayOfYear, daysInYear, type CalendarDate } from './calendar';

/** UN WPP 2019 medium variant, 2025, percent of the total population in five-year bands 0–4 … 80–84, 85+. */
export const AGE_BANDS_MALE = [
  3.81, 4.09, 3.93, 3.67, 3.26, 3.37, 4.23, 4.17, 3.82, 3.42, 3.13, 2.71, 2.31, 1.77, 1.11, 0.51, 0.29, 0.31,
];
export const AGE_BANDS_FEMALE = [
  3.48, 3.66, 3.51, 3.3, 3.06, 3.23, 4.11, 4.07, 3.77, 3.44, 3.2, 2.87, 2.59, 2.17, 1.51, 0.85, 0.55, 0.72,
];

/** Nobody in the register is older; the open band 85+ is spread over twenty years with a geometric decline (our choice). */
export const OLDEST_AGE = 104;
const DECLINE_AFTER_85 = 0.85;
const DECLINE_SUM = (1 - DECLINE_AFTER_85 ** (OLDEST_AGE - 84)) / (1 - DECLINE_AFTER_85);

export const MALE = 1;
export const FEMALE = 2;
export type SexCode = typeof MALE | typeof FEMALE;

function weightOfAge(sex: SexCode, age: number): number {
  const bands = sex === MALE ? AGE_BANDS_MALE : AGE_BANDS_FEMALE;
  if (age < 0 || age > OLDEST_AGE) return 0;
  if (age < 85) return (bands[Math.floor(age / 5)] as number) / 5;
  return ((bands[17] as number) * DECLINE_AFTER_85 ** (age - 85)) / DECLINE_SUM;
}

/** Weight of everyone of one sex born in one calendar year; a birth year mixes two ages on any day but 1 January. */
export function weightOfBirthYear(sex: SexCode, year: number, reference: CalendarDate): number {
  const elapsed = dayOfYear(reference) / daysInYear(reference.year);
  const age = reference.year - year;
  return elapsed * weightOfAge(sex, age) + (1 - elapsed) * weightOfAge(sex, age - 1);
}
