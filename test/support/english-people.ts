/** Makes a file of invented English people by seed, some of them noted twice with a clerk's faults, and tells which rows are one person. */
import { seededRandom } from '../../src/domain/linkage/seeded-random';

export interface EnglishRow {
  readonly cells: readonly string[];
  /** The person, known to the test only. */
  readonly person: number;
}

export const ENGLISH_HEADER = ['First name', 'Last name', 'Date of birth', 'Postcode', 'Town'];

const GIVEN = words(
  'Oliver George Harry Jack Leo Arthur Noah Oscar Thomas William James Henry Alfie Edward Amelia Olivia Isla Ava Emily Sophie Grace Lily Freya Charlotte Alice Matilda Rosie Evelyn Margaret Kathleen',
);
const STEMS = words(
  'Ash Black Brook Carl Dal Ever Farn Glen Hart Hol Ing Kirk Lang Mar Nor Oak Pem Rad Ship Thorn Under Wad West Wood York',
);
const ENDINGS = words('well ton ham ley field worth by son man stone wick more bury ford land');
const TOWNS = words('Leeds Bristol Norwich Exeter Derby Lincoln Durham Oxford Carlisle Ipswich');
const LETTERS = 'ABCDEFGHJKLMNPRSTUWXYZ';

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** `people` persons; about a third have a second row, most of these with one or two faults. Same seed, same rows. */
export function makeEnglishPeople(people: number, seed: number): EnglishRow[] {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = (list: readonly string[]) => list[below(list.length)]!;
  const letter = () => LETTERS[below(LETTERS.length)]!;
  const two = (value: number) => String(value).padStart(2, '0');
  const faults: ((cells: string[]) => void)[] = [
    (cells) => (cells[0] = typo(cells[0]!, below)),
    (cells) => (cells[1] = typo(cells[1]!, below)),
    (cells) => (cells[0] = cells[0]![0]!),
    (cells) => (cells[2] = cells[2]!.slice(-4)),
    (cells) => (cells[3] = cells[3]!.replace(' ', '').toLowerCase()),
    (cells) => (cells[3] = ''),
    (cells) => (cells[1] = cells[1]!.toUpperCase()),
  ];
  const rows: EnglishRow[] = [];
  for (let person = 0; person < people; person++) {
    const birth = `${two(1 + below(28))}/${two(1 + below(12))}/${1930 + below(80)}`;
    const postcode = `${letter()}${letter()}${1 + below(20)} ${1 + below(9)}${letter()}${letter()}`;
    const cells = [pick(GIVEN), pick(STEMS) + pick(ENDINGS), birth, postcode, pick(TOWNS)];
    rows.push({ cells, person });
    if (random() > 1 / 3) continue;
    const again = [...cells];
    for (let left = below(3); left > 0; left--) faults[below(faults.length)]!(again);
    rows.push({ cells: again, person });
  }
  return shuffle(rows, below);
}

/** Two letters exchanged, or one left out. */
function typo(text: string, below: (count: number) => number): string {
  const at = 1 + below(Math.max(1, text.length - 2));
  return below(2) === 0
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);
}

function shuffle<T>(items: T[], below: (count: number) => number): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}
