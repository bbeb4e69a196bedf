/** Shows enough of a cell to recognise what is wrong with it, and not enough to recognise the person. */
import { Field } from '../table/column-mapping';
import { maskNumber } from '../resident/identity-number';
import { parseSex } from '../resident/sex';

/**
 * Words by their first letter, numbers by their ends, dates by their year, addresses by their last part. In a file whose columns have
 * slipped a cell holds what belongs to another column: what does not look like its own is shown by first letters only.
 */
export function maskCell(field: Field, cell: string): string {
  const text = cell.trim();
  switch (field) {
    case Field.sex:
      return parseSex(text) ? text : maskWords(text);
    case Field.number:
    case Field.oldCardNumber:
    case Field.phone:
      return /\p{L}{2}/u.test(text) ? maskWords(text) : maskNumber(text);
    case Field.birthDate:
      return /\p{L}{2}/u.test(text) ? maskWords(text) : maskDate(text);
    case Field.address:
      return /,[^,\d]+$/.test(text) ? `•••,${text.slice(text.lastIndexOf(',') + 1)}` : maskWords(text);
    case Field.name:
      return maskWords(text);
  }
}

function maskWords(text: string): string {
  return text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const [first = ''] = word;
    return `${first}${'•'.repeat(Math.min(3, [...word].length - 1))}`;
  });
}

/** The year is the run of four digits; without one nothing is shown but the form. */
function maskDate(text: string): string {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
  const masked = text.replaceAll(/\d/g, '•');
  if (year === undefined) return masked;
  const at = text.indexOf(year);
  return masked.slice(0, at) + year + masked.slice(at + year.length);
}
