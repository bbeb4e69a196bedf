/** Answers for noise of whole words in a name: C26 lost, added or shortened, C27 order, C28 another name altogether. */
import { below, streamKey } from '../register/hash';
import { foldName } from '../register/names/word';
import { type Draws } from './draws';
import { editsApart } from './edits';
import { mark, type NoiseContext, type NoiseFamily, type Row, strike, worsenName } from './row';

/** C26: a middle name lost (70 of a hundred), shortened to its initial (20), or one added (10). */
const tokens: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C26');
  const syllables = row.name.split(' ');
  if (draws === null || syllables.length < 3) return;
  const place = 1 + draws.below(syllables.length - 2);
  const kind = draws.next();
  const middle = syllables[place] as string;
  if (kind < 0.7) syllables.splice(place, 1);
  else if (kind < 0.9) {
    if (middle.length < 2) return;
    syllables[place] = `${middle[0] as string}.`;
  } else
    syllables.splice(place, 0, draws.pick(['Văn', 'Thị', 'Ngọc', 'Minh'].filter((word) => word !== middle)));
  row.name = syllables.join(' ');
  worsenName(row, 'CLOSE');
  mark(row, 'C26');
};

/** C27: the given name first, or middle name last. */
const order: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C27');
  const syllables = row.name.split(' ');
  if (draws === null || syllables.length < 2) return;
  const last = syllables.pop() as string;
  if (draws.next() < 0.7 || syllables.length < 2) syllables.unshift(last);
  else syllables.splice(syllables.length - 1, 0, last);
  const name = syllables.join(' ');
  if (foldName(name) === foldName(row.name)) return;
  row.name = name;
  worsenName(row, 'FOLD');
  mark(row, 'C27');
};

/** C28: the name by which the person is known in the village: same surname, all the rest another's. */
const alias: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C28');
  if (draws === null) return;
  const made = aliasOf(row, context, draws);
  if (made === null) return;
  row.name = made;
  worsenName(row, 'DIFFERENT');
  mark(row, 'C28');
};

function aliasOf(row: Row, context: NoiseContext, draws: Draws): string | null {
  const [surname, ...rest] = row.name.split(' ');
  const key = streamKey(context.register.seed, 'alias');
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const other = context.register.person(below(key, draws.below(0x7fffffff), context.register.people));
    const otherRest = other.name.title.split(' ').slice(1);
    const shared = otherRest.some((syllable) => rest.includes(syllable));
    const made = [surname, ...otherRest].join(' ');
    if (
      otherRest.length > 0 &&
      !shared &&
      other.sex === row.person?.sex &&
      editsApart(foldName(made), foldName(row.name)) > 3
    ) {
      return made;
    }
  }
  return null;
}

export function applyNameTokens(row: Row, context: NoiseContext): void {
  alias(row, context);
  tokens(row, context);
  order(row, context);
}
