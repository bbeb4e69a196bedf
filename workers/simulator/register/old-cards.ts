/** Answers for 9-digit identity cards: who had one, its number, and the people behind a card number. */
import { cellAt, type Cells, provinceOf, yearOf } from './cells';
import { hash, uniform } from './hash';
import { permute, unpermute } from './permutation';
import { OLD_PROVINCES } from './provinces';
import { THREE } from './serials';

/** Cards of one prefix: two digits, then seven. */
const SERIALS = 10_000_000;
/** Share of people of the upper half of a prefix whose card repeats the number of somebody of the lower half (≈0.1 % of all cards). */
const CLASH_SHARE = 0.001;

interface PrefixGroup {
  readonly prefix: string;
  readonly provinces: readonly number[];
}

const GROUPS: readonly PrefixGroup[] = [...new Set(OLD_PROVINCES.map((province) => province.cardPrefix))].map(
  (prefix) => ({
    prefix,
    provinces: OLD_PROVINCES.flatMap((province, position) =>
      province.cardPrefix === prefix ? [position] : [],
    ),
  }),
);
const GROUP_OF_PREFIX = new Map(GROUPS.map((group, position) => [group.prefix, position]));
const GROUP_OF_PROVINCE = OLD_PROVINCES.map((province) => GROUP_OF_PREFIX.get(province.cardPrefix) as number);

/** Share of each birth year that ever had a card: issue ended between 2016 and 2021 (our estimate of the decline). */
function holderShare(year: number): number {
  if (year <= 1995) return 0.97;
  if (year <= 2001) return 0.97 - (year - 1995) * 0.09;
  return year <= 2006 ? 0.43 - (year - 2001) * 0.08 : 0;
}

export interface OldCards {
  /** Nine digits, or '' for a person who never had a card. */
  numberOf(index: number, cell: number): string;
  /** Indices of everyone who held this card number: none, one, or two. */
  holdersOf(card: string): number[];
}

/** Where the people of each province stand in the index, and in the order of their card prefix. */
class CardOrder {
  private readonly starts: number[];
  private readonly bases: number[];
  private readonly halves: number[];

  constructor(cells: Cells) {
    this.starts = OLD_PROVINCES.map((_, position) => cells.starts[position * 2 * cells.years] as number);
    this.starts.push(cells.people);
    this.bases = OLD_PROVINCES.map((_, position) => {
      const group = GROUPS[GROUP_OF_PROVINCE[position] as number] as PrefixGroup;
      return group.provinces
        .filter((other) => other < position)
        .reduce((sum, other) => sum + this.size(other), 0);
    });
    this.halves = GROUPS.map((group) =>
      Math.ceil(group.provinces.reduce((sum, one) => sum + this.size(one), 0) / 2),
    );
  }

  private size(province: number): number {
    return (this.starts[province + 1] as number) - (this.starts[province] as number);
  }

  placeOf(province: number, index: number): number {
    return (this.bases[province] as number) + index - (this.starts[province] as number);
  }

  /** Index of the person at a place of a prefix, or -1. */
  indexAt(group: number, place: number): number {
    for (const province of (GROUPS[group] as PrefixGroup).provinces) {
      const inside = place - (this.bases[province] as number);
      if (inside >= 0 && inside < this.size(province)) return (this.starts[province] as number) + inside;
    }
    return -1;
  }

  half(group: number): number {
    return this.halves[group] as number;
  }
}

export function createOldCards(cells: Cells, key: number): OldCards {
  const order = new CardOrder(cells);
  const holderKey = hash(key, 1);
  const clashKey = hash(key, 2);
  const holds = (index: number, cell: number): boolean =>
    uniform(holderKey, index) < holderShare(yearOf(cells, cell));
  const clashes = (index: number): boolean => uniform(clashKey, index) < CLASH_SHARE;
  return {
    numberOf(index, cell) {
      if (!holds(index, cell)) return '';
      const province = provinceOf(cells, cell);
      const group = GROUP_OF_PROVINCE[province] as number;
      const own = order.placeOf(province, index);
      const place = own >= order.half(group) && clashes(index) ? own - order.half(group) : own;
      const serial = permute(place, SERIALS, hash(key, group + 16));
      const millions = (serial / 1_000_000) | 0;
      const thousands = ((serial / 1000) | 0) % 1000;
      const head = `${(GROUPS[group] as PrefixGroup).prefix}${millions}`;
      return head + (THREE[thousands] as string) + (THREE[serial % 1000] as string);
    },
    holdersOf(card) {
      const group = GROUP_OF_PREFIX.get(card.slice(0, 2));
      if (group === undefined || !/^\d{9}$/.test(card)) return [];
      const place = unpermute(Number(card.slice(2)), SERIALS, hash(key, group + 16));
      const first = order.indexAt(group, place);
      if (first < 0) return [];
      const upper = place >= order.half(group);
      const second = upper ? -1 : order.indexAt(group, place + order.half(group));
      const found: number[] = [];
      if (holds(first, cellAt(cells, first)) && !(upper && clashes(first))) found.push(first);
      if (second >= 0 && clashes(second) && holds(second, cellAt(cells, second))) found.push(second);
      return found;
    },
  };
}
