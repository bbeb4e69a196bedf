/** Answers for rows whose columns do not fit: C71 a cell left out, so that what follows moves up; C72 a column cut off at one length. */
import { mark, type NoiseContext, type NoiseFamily, type Row, strike, strikeBatch, worsenName } from './row';

/** C71: the sex was left out, and number, card, address and telephone stand one column too early. */
const shifted: NoiseFamily = (row, context) => {
  if (strike(context, row, 'C71') === null) return;
  const isNumber = row.number.replace(/\D/g, '').length === 12;
  row.sex = row.number;
  row.number = row.oldCard;
  row.oldCard = row.address;
  row.address = row.phone;
  row.phone = '';
  row.facts.sex = 'MISSING';
  // Twelve digits where the sex belongs can only be the number; anything else there is lost.
  if (!isNumber) row.facts.id = row.number === '' ? 'NONE' : 'CARD';
  mark(row, 'C71');
};

const SHORTEST_COLUMN = 14;
const LONGEST_COLUMN = 22;
const ADDRESS_COLUMN = 40;

/** C72: the other system gave the columns so many signs and no more. */
const cutOff: NoiseFamily = (row, context) => {
  const draws = strikeBatch(context, row, 'C72 batch');
  if (draws === null) return;
  const width = SHORTEST_COLUMN + draws.below(LONGEST_COLUMN - SHORTEST_COLUMN + 1);
  const whole = row.name.normalize('NFC');
  if (whole.length > width) {
    row.name = whole.slice(0, width).trim();
    const kept = wordsOf(row.name).filter((word, at) => word === wordsOf(whole)[at]);
    worsenName(row, wordsOf(whole).length - kept.length > 1 ? 'FAR' : 'CLOSE');
    mark(row, 'C72');
  }
  if (row.address.length <= ADDRESS_COLUMN) return;
  row.address = row.address.slice(0, ADDRESS_COLUMN);
  row.facts.address = 'MISSING';
  mark(row, 'C72');
};

const wordsOf = (name: string): string[] => name.split(/\s+/).filter((word) => word !== '');

export function applyLayout(row: Row, context: NoiseContext): void {
  cutOff(row, context);
  shifted(row, context);
}
