/**
 * Answers for who is whose father, wife or child, without storing a family: in every cell the people of one surname stand side by side
 * in the order of name draws, so parents and children are matched by their places there, and each match can be walked both ways.
 */
import { cellAt, cellOf, type Cells, provinceOf, sexOf, sizeOf, yearOf } from './cells';
import { type Clan, Clans } from './clans';
import { hash, streamKey, uniform } from './hash';
import { permute, unpermute } from './permutation';
import { FEMALE, MALE } from './pyramid';
import { type Register } from './register';

const { ceil, floor, max } = Math;

/** Years between father and child. */
const GAPS = [24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 36];
/** Years by which a wife is younger. */
const YOUNGER = [0, 1, 2, 3, 4, 6];
const YOUNGEST_WIFE = 18;

/** The people of one clan in one cell: places from `first`, `size` of them. */
interface Rank {
  readonly cell: number;
  readonly first: number;
  readonly size: number;
}

/** Every `step`-th place of a rank, from an offset of its own: the members that look to one gap, or to one difference of ages. */
interface Comb {
  readonly offset: number;
  readonly size: number;
}

function comb(rank: Rank, key: number, tooth: number, teeth: number): Comb {
  const offset = (tooth + teeth - (hash(key, rank.cell) % teeth)) % teeth;
  return { offset, size: rank.size <= offset ? 0 : ceil((rank.size - offset) / teeth) };
}

export class Families {
  private readonly cells: Cells;
  readonly clans: Clans;
  private readonly keys: Readonly<
    Record<'child' | 'turn' | 'wife' | 'husband' | 'pairing' | 'married', number>
  >;

  constructor(register: Register) {
    const key = (name: string): number => streamKey(register.seed, `family ${name}`);
    this.cells = register.cells;
    this.clans = new Clans(register);
    this.keys = {
      child: key('child'),
      turn: key('turn'),
      wife: key('wife'),
      husband: key('husband'),
      pairing: key('pairing'),
      married: key('married'),
    };
  }

  isWoman(index: number): boolean {
    return sexOf(this.cells, cellAt(this.cells, index)) === FEMALE;
  }

  ageOf(index: number): number {
    return this.cells.reference.year - yearOf(this.cells, cellAt(this.cells, index));
  }

  /** Index of the father, or -1 for those whose father the register does not know. */
  fatherOf(child: number): number {
    const cell = cellAt(this.cells, child);
    const clan = this.clans.clanOf(cell, child);
    if (clan === null) return -1;
    const rank = this.rank(cell, clan);
    const seat = this.clans.placeOf(cell, child) - rank.first;
    const tooth = (seat + (hash(this.keys.child, cell) % GAPS.length)) % GAPS.length;
    const teeth = comb(rank, this.keys.child, tooth, GAPS.length);
    const turn = floor((seat - teeth.offset) / GAPS.length);
    for (let step = 0; step < GAPS.length; step += 1) {
      const fathers = this.fathersOf(cell, clan, (tooth + step) % GAPS.length);
      if (fathers === null || fathers.size === 0) continue;
      const shift = this.shift(cell, tooth, fathers);
      const at = (floor((turn * fathers.size) / teeth.size) + shift) % fathers.size;
      return this.clans.indexAt(fathers.cell, fathers.first + at);
    }
    return -1;
  }

  /** Indices of the children, oldest first. */
  childrenOf(father: number): number[] {
    const cell = cellAt(this.cells, father);
    const clan = sexOf(this.cells, cell) === MALE ? this.clans.clanOf(cell, father) : null;
    if (clan === null) return [];
    const fathers = this.rank(cell, clan);
    const seat = this.clans.placeOf(cell, father) - fathers.first;
    const found: number[] = [];
    GAPS.forEach((gap, tooth) => {
      for (const sex of [MALE, FEMALE] as const) {
        const born = cellOf(this.cells, provinceOf(this.cells, cell), sex, yearOf(this.cells, cell) + gap);
        if (born >= 0) this.collect(this.rank(born, clan), clan, fathers, seat, tooth, found);
      }
    });
    return found;
  }

  /** Children of one cell: those who look to this gap, and those who came to it because nearer gaps have no man of the clan. */
  private collect(born: Rank, clan: Clan, fathers: Rank, seat: number, tooth: number, found: number[]): void {
    for (let back = 0; back < GAPS.length; back += 1) {
      const own = (tooth - back + GAPS.length) % GAPS.length;
      if (back > 0 && (this.fathersOf(born.cell, clan, own)?.size ?? 0) > 0) return;
      const teeth = comb(born, this.keys.child, own, GAPS.length);
      if (teeth.size === 0) continue;
      const wanted = (seat - this.shift(born.cell, own, fathers) + fathers.size) % fathers.size;
      for (let turn = ceil((wanted * teeth.size) / fathers.size); turn < teeth.size; turn += 1) {
        if (floor((turn * fathers.size) / teeth.size) !== wanted) break;
        found.push(this.clans.indexAt(born.cell, born.first + teeth.offset + turn * GAPS.length));
      }
    }
  }

  /** Index of husband or wife, or -1. */
  spouseOf(index: number): number {
    const cell = cellAt(this.cells, index);
    const people = this.clans.peopleOf(cell, index);
    const rank = this.rank(cell, people);
    const man = sexOf(this.cells, cell) === MALE;
    const [own, other] = man ? [this.keys.husband, this.keys.wife] : [this.keys.wife, this.keys.husband];
    const seat = this.clans.placeOf(cell, index) - rank.first;
    const tooth = (seat + (hash(own, cell) % YOUNGER.length)) % YOUNGER.length;
    const younger = YOUNGER[tooth] as number;
    const there = cellOf(
      this.cells,
      provinceOf(this.cells, cell),
      man ? FEMALE : MALE,
      yearOf(this.cells, cell) + (man ? younger : -younger),
    );
    if (there < 0) return -1;
    const others = this.rank(there, people);
    const mine = comb(rank, own, tooth, YOUNGER.length);
    const theirs = comb(others, other, tooth, YOUNGER.length);
    const turn = permute(
      (seat - mine.offset) / YOUNGER.length,
      mine.size,
      hash(this.keys.pairing, cell + tooth),
    );
    if (turn >= theirs.size) return -1;
    const at = unpermute(turn, theirs.size, hash(this.keys.pairing, there + tooth));
    const found = this.clans.indexAt(there, others.first + theirs.offset + at * YOUNGER.length);
    return this.areMarried(man ? index : found, man ? found : index) ? found : -1;
  }

  private areMarried(husband: number, wife: number): boolean {
    const age = this.ageOf(husband);
    if (age < 22 || this.ageOf(wife) < YOUNGEST_WIFE) return false;
    const share = age < 27 ? 0.35 : age < 32 ? 0.75 : 0.97;
    return uniform(this.keys.married, husband) < share;
  }

  private fathersOf(childCell: number, clan: Clan, tooth: number): Rank | null {
    const year = yearOf(this.cells, childCell) - (GAPS[tooth] as number);
    const cell = cellOf(this.cells, provinceOf(this.cells, childCell), MALE, year);
    return cell < 0 ? null : this.rank(cell, clan);
  }

  private shift(childCell: number, tooth: number, fathers: Rank): number {
    return hash(this.keys.turn, childCell * GAPS.length + tooth) % fathers.size;
  }

  private rank(cell: number, clan: Clan): Rank {
    if (sizeOf(this.cells, cell) === 0) return { cell, first: 0, size: 0 };
    const { from, to } = this.clans.intervalIn(cell, clan);
    const first = this.clans.firstPlace(cell, from);
    return { cell, first, size: max(0, this.clans.firstPlace(cell, to) - first) };
  }
}
