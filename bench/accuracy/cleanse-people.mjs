/**
 * Cleanses residents whose truth is known. The measure is a second file of the same seed in which the noise that can be mended was
 * never made: what the rules apply to the first must give the second.
 */
import { makePeople, product } from './read-people.mjs';
import { share } from './verify-people.mjs';

/** Classes that lose nothing, so that the rules apply their repair. C11 is a question of taste and is only suggested. */
const MENDABLE = [
  ...['C01 file', 'C02 file', 'C03 file', 'C04 file', 'C05', 'C06', 'C07', 'C12'],
  ...['C36', 'C42 batch', 'C60', 'C61', 'C70 batch'],
];
/** Addresses are left out: their truth is a register of communes, which the rules do not have. */
const FIELDS = ['name', 'birthDate', 'sex', 'number', 'oldCardNumber', 'phone'];
const MOST_EXAMPLES = 5;

export async function cleansePeople({ level, seed, rows }) {
  const rates = Object.fromEntries(MENDABLE.map((name) => [name, 0]));
  const [dirty, ideal, clean] = [
    await makePeople({ level, seed, rows }),
    await makePeople({ level, seed, rows, rates }),
    await makePeople({ level: null, seed, rows }),
  ];
  const counts = { changed: 0, right: 0, struck: 0, mended: 0, unsound: 0 };
  const wrong = new Map();
  const cleanse = cleanserOf(dirty.facts);
  const cleanseIdeal = cleanserOf(ideal.facts);
  dirty.rows.forEach((raw, index) => {
    const { cells, changes } = cleanse(raw);
    if (!isSound(raw, cells, changes, cleanse)) counts.unsound += 1;
    const wanted = cleanseIdeal(ideal.rows[index]).cells;
    for (const field of FIELDS) {
      if (raw[field] === undefined) continue;
      const same =
        isSame(field, cells[field] ?? '', wanted[field] ?? '', dirty.truth[index]) ||
        isCutShorter(raw[field], cells[field] ?? '', wanted[field] ?? '', dirty.truth[index]);
      if (cells[field] !== raw[field]) {
        counts.changed += 1;
        if (same) counts.right += 1;
        else note(wrong, changes, field);
      }
      if (raw[field] === ideal.rows[index][field]) continue;
      counts.struck += 1;
      if (same) counts.mended += 1;
    }
  });
  return {
    counts,
    repairPrecision: share(counts.right, counts.changed),
    repairRecall: share(counts.mended, counts.struck),
    cleanRowsTouched: touchedRows(clean) / rows,
    wrongByRule: Object.fromEntries([...wrong].sort((a, b) => b[1] - a[1]).slice(0, MOST_EXAMPLES)),
  };
}

/** A typed slip carries capitals along with it: "hTành" is what the maker of noise left, and "Htành" what the case rule makes. */
function isSame(field, cell, wanted, { noise }) {
  if (cell === wanted) return true;
  const slipped =
    field === 'name' && noise.some((code) => code === 'C20' || code === 'C21' || code === 'C24');
  return slipped && cell.toLowerCase() === wanted.toLowerCase();
}

/**
 * C72 counts unseen signs and doubled spaces as well: a column cut off with them in it holds fewer letters than one cut off without.
 * What the rules leave is then the beginning of what is wanted, shorter by the signs that they removed and one that was cut off with the end.
 */
function isCutShorter(raw, cell, wanted, { noise }) {
  return noise.includes('C72') && wanted.startsWith(cell) && wanted.length <= raw.length + 1;
}

function cleanserOf(facts) {
  const { cleanseRow } = product('src/domain/cleanse/cleanse-row.js');
  const { WHOLE_CATALOGUE } = product('src/domain/cleanse/rule-pack.js');
  const context = { facts, today: TODAY };
  return (row) => cleanseRow(row, WHOLE_CATALOGUE, context);
}

const now = new Date();
const TODAY = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };

/** The log takes the row back and makes it again, and a clean row stays as it is. */
function isSound(raw, cells, changes, cleanse) {
  const { replay, undo } = product('src/domain/cleanse/change-log.js');
  const equal = (a, b) => FIELDS.every((field) => a[field] === b[field]) && a.address === b.address;
  return (
    equal(undo(cells, changes), raw) &&
    equal(replay(raw, changes), cells) &&
    equal(cleanse(cells).cells, cells)
  );
}

function note(wrong, changes, field) {
  const rules = changes.filter((change) => change.field === field && change.mode === 'AUTO');
  const key = `${field} ${rules.map(({ rule }) => rule).join('+')}`;
  wrong.set(key, (wrong.get(key) ?? 0) + 1);
}

/** Rows exactly as the register has them, in which a rule changed something all the same. */
function touchedRows({ rows, facts }) {
  const cleanse = cleanserOf(facts);
  return rows.filter((row) => {
    const { cells } = cleanse(row);
    return FIELDS.some((field) => cells[field] !== row[field]);
  }).length;
}
