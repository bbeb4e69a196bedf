/** Answers for who lives with whom: the head of a household, its members and how each is related to the head. */
import { Families } from './families';
import { hash, streamKey, uniform } from './hash';
import { type Register } from './register';

/** Our codes: the numeric list of the real side is not public. */
export const RELATIONS = [
  'CHU_HO',
  'VO',
  'CHONG',
  'CON',
  'CON_DAU',
  'CHAU',
  'CHA',
  'ME',
  'ANH_CHI_EM',
  'KHAC',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Member {
  readonly index: number;
  readonly relation: Relation;
}

/** Shares of those who stay in the father's household (our proposal, chosen so that a household has about 3.6 people). */
const MINOR_UNTIL = 18;
const UNMARRIED_STAYS = { until: 60, share: 0.9 } as const;
const YOUNG_COUPLE_STAYS = { until: 35, share: 0.5 } as const;
const OLD_FROM = 60;
const OLD_WITH_SON_SHARE = 0.8;

export class Households {
  readonly families: Families;
  private readonly key: number;

  constructor(private readonly register: Register) {
    this.families = new Families(register);
    this.key = streamKey(register.seed, 'household');
  }

  /** The person around whom a household stands, dead or alive: the same for all of its members. */
  anchorOf(index: number): number {
    const { families } = this;
    const age = families.ageOf(index);
    const spouse = age < MINOR_UNTIL ? -1 : families.spouseOf(index);
    const father = this.staysWithFather(index, age, spouse) ? families.fatherOf(index) : -1;
    if (father >= 0) return this.anchorOf(father);
    if (spouse >= 0 && families.isWoman(index)) return this.anchorOf(spouse);
    const son = age < OLD_FROM ? -1 : this.sonTakenInBy(index);
    return son < 0 ? index : son;
  }

  /** The living members, head first. */
  membersOf(anchor: number): Member[] {
    const found = new Set([anchor]);
    for (const index of found) {
      for (const near of this.nearOf(index)) if (this.anchorOf(near) === anchor) found.add(near);
    }
    const living = [...found].filter((index) => this.register.person(index).status === 'ACTIVE');
    const head = this.headAmong(living, anchor);
    return [...living]
      .sort((a, b) => Number(b === head) - Number(a === head))
      .map((index) => ({ index, relation: this.relationOf(index, head) }));
  }

  /** Everybody who lives in a household is reached from its anchor over these. */
  private nearOf(index: number): number[] {
    const { families } = this;
    const near = [families.spouseOf(index), families.fatherOf(index), ...families.childrenOf(index)];
    return near.filter((other) => other >= 0);
  }

  /** The anchor while alive, then the spouse, then the eldest. */
  private headAmong(living: readonly number[], anchor: number): number {
    if (living.includes(anchor) || living.length === 0) return anchor;
    const spouse = this.families.spouseOf(anchor);
    if (living.includes(spouse)) return spouse;
    const age = (index: number): number => this.families.ageOf(index);
    return living.reduce((eldest, index) => (age(index) > age(eldest) ? index : eldest));
  }

  relationOf(index: number, head: number): Relation {
    if (index === head) return 'CHU_HO';
    const { families } = this;
    if (index === families.spouseOf(head)) return this.families.isWoman(index) ? 'VO' : 'CHONG';
    const father = families.fatherOf(index);
    if (this.isOrWasMarriedTo(father, head)) return 'CON';
    const headsFather = families.fatherOf(head);
    if (index === headsFather) return 'CHA';
    if (father >= 0 && father === headsFather) return 'ANH_CHI_EM';
    if (father >= 0 && this.isOrWasMarriedTo(families.fatherOf(father), head)) return 'CHAU';
    const husband = this.families.isWoman(index) ? families.spouseOf(index) : -1;
    if (husband < 0) return 'KHAC';
    if (husband === headsFather) return 'ME';
    return families.fatherOf(husband) === head ? 'CON_DAU' : 'KHAC';
  }

  private isOrWasMarriedTo(index: number, head: number): boolean {
    return index >= 0 && (index === head || this.families.spouseOf(index) === head);
  }

  /** Number of the household's file; invented. */
  fileNumberOf(anchor: number): string {
    return String(100_000_000 + (hash(this.key + 1, anchor) % 900_000_000));
  }

  /** Whether somebody would stay in the father's household, if there is one. */
  private staysWithFather(index: number, age: number, spouse: number): boolean {
    if (age < MINOR_UNTIL) return true;
    if (age >= UNMARRIED_STAYS.until) return false;
    const draw = uniform(this.key, index);
    if (spouse < 0) return draw < UNMARRIED_STAYS.share;
    return age < YOUNG_COUPLE_STAYS.until && draw < YOUNG_COUPLE_STAYS.share && !this.families.isWoman(index);
  }

  /** The son with whom old parents live, or -1. */
  private sonTakenInBy(index: number): number {
    const { families } = this;
    if (families.isWoman(index)) return -1;
    if (uniform(this.key + 2, index) >= OLD_WITH_SON_SHARE) return -1;
    const sons = families.childrenOf(index).filter((child) => this.hasOwnHousehold(child));
    return sons.length === 0 ? -1 : (sons[hash(this.key + 3, index) % sons.length] as number);
  }

  /** A grown son who neither depends on his father nor is old himself: so that nobody is taken in by somebody who is taken in. */
  private hasOwnHousehold(index: number): boolean {
    const age = this.families.ageOf(index);
    if (this.families.isWoman(index) || age < YOUNG_COUPLE_STAYS.until || age >= OLD_FROM) return false;
    return this.families.spouseOf(index) >= 0;
  }
}
