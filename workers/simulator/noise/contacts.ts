/** Answers for noise beside the identity: addresses (C50–C52, C89), telephones (C60–C62), the sex column (C70). */
import { formerAddress, newPlace, todaysAddress } from '../register/contact';
import { UNITS } from '../register/units';
import { type Draws } from './draws';
import { mark, type NoiseContext, type NoiseFamily, type Row, sexText, strike, strikeBatch } from './row';

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/phường /, 'P. '],
  [/xã /, 'X. '],
  [/huyện /, 'H. '],
  [/thành phố /g, 'TP '],
  [/tỉnh /, 'T. '],
  [/đường /, 'đ. '],
];

const NEAR_SHARE = 0.6;

/** C89: the person moved since, most of them within the province, and the file has the residence from before. */
const moved: NoiseFamily = (row, context) => {
  const { person, contact } = row;
  const draws = person === null ? null : strike(context, row, 'C89');
  if (person === null || draws === null) return;
  const unit = draws.next() < NEAR_SHARE ? contact.unit : draws.pick(UNITS);
  row.contact = { ...newPlace(context.register, person.index, unit.code), phone: contact.phone };
  row.address = todaysAddress(row.contact);
  row.facts.address = 'OTHER';
  mark(row, 'C89');
};

/** C50: the three tiers from before 1 July 2025; C52: without the district among them; C51: kinds of units shortened. */
const address: NoiseFamily = (row, context) => {
  if (row.address === '') return;
  if (strike(context, row, 'C50') !== null) {
    row.address = formerAddress(row.contact);
    mark(row, 'C50');
    if (strike(context, row, 'C52') !== null) {
      row.address = row.address.replace(/,[^,]*(?=,[^,]*$)/, '');
      mark(row, 'C52');
    }
  }
  if (strike(context, row, 'C51') !== null) {
    for (const [long, short] of ABBREVIATIONS) row.address = row.address.replace(long, short);
    mark(row, 'C51');
  }
};

/** Old 11-digit prefixes behind today's 10-digit ones (renumbered on 15 September 2018). */
const OLD_PREFIX: Readonly<Record<string, string>> = {
  '070': '0120',
  '079': '0121',
  '077': '0122',
  '076': '0126',
  '078': '0128',
  '083': '0123',
  '084': '0124',
  '085': '0125',
  '081': '0127',
  '082': '0129',
  '032': '0162',
  '033': '0163',
  '034': '0164',
  '035': '0165',
  '036': '0166',
  '037': '0167',
  '038': '0168',
  '039': '0169',
  '056': '0186',
  '058': '0188',
  '059': '0199',
};

const phone: NoiseFamily = (row, context) => {
  if (row.phone === '') return;
  const old = OLD_PREFIX[row.phone.slice(0, 3)];
  if (old !== undefined && strike(context, row, 'C60') !== null) {
    row.phone = old + row.phone.slice(3);
    mark(row, 'C60');
  }
  if (strike(context, row, 'C61') !== null) {
    row.phone = row.phone.slice(1);
    mark(row, 'C61');
  }
  const two = strike(context, row, 'C62');
  if (two === null) return;
  row.phone += ` / 09${String(two.below(100_000_000)).padStart(8, '0')}`;
  mark(row, 'C62');
};

/** C70: the other sex in a row; or a whole batch codes it in another way, which changes nothing. */
const sex: NoiseFamily = (row, context) => {
  const person = row.person;
  if (person !== null && strike(context, row, 'C70') !== null) {
    row.sex = sexText(person.sex === 1 ? 2 : 1);
    row.facts.sex = row.facts.sex === 'DIFFERENT' ? 'EQUAL' : 'DIFFERENT';
    mark(row, 'C70');
  }
  const batch = strikeBatch(context, row, 'C70 batch');
  if (batch === null || row.sex === '') return;
  const code = sexCoder(batch)(row.sex === 'Nam');
  if (code === row.sex) return;
  row.sex = code;
  mark(row, 'C70');
};

function sexCoder(batch: Draws): (male: boolean) => string {
  return batch.next() < 0.5 ? (male) => (male ? 'M' : 'F') : (male) => (male ? 'NAM' : 'NỮ');
}

export function applyContacts(row: Row, context: NoiseContext): void {
  moved(row, context);
  address(row, context);
  phone(row, context);
  sex(row, context);
}
