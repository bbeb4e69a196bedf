/** Answers for what the simulated register knows of one invented person. */
import { type Place } from './place';
import { type Word, word } from './names/word';
import { type SexCode } from './pyramid';

export const PERSON_STATUSES = ['ACTIVE', 'DECEASED', 'MISSING'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** A name in the forms that are needed; each is joined when it is asked for, since most answers need only one. */
export class FullName {
  constructor(readonly words: readonly Word[]) {}

  /** As displayed. */
  get title(): string {
    let text = (this.words[0] as Word).title;
    for (let i = 1; i < this.words.length; i += 1) text += ' ' + (this.words[i] as Word).title;
    return text;
  }

  /** In capitals, as the national side sends it. */
  get upper(): string {
    let text = (this.words[0] as Word).upper;
    for (let i = 1; i < this.words.length; i += 1) text += ' ' + (this.words[i] as Word).upper;
    return text;
  }

  /** In capitals without accents, as the register compares. */
  get fold(): string {
    let text = (this.words[0] as Word).fold;
    for (let i = 1; i < this.words.length; i += 1) text += ' ' + (this.words[i] as Word).fold;
    return text;
  }

  /** The name as a careless clerk entered it. */
  withoutAccents(): FullName {
    return new FullName(this.words.map(({ fold }) => word(fold)));
  }
}

export interface Person {
  readonly index: number;
  readonly number: string;
  /** Nine digits, or '' for a person who never had an old card. */
  readonly oldCard: string;
  readonly name: FullName;
  readonly sex: SexCode;
  readonly year: number;
  /** 0 when only the year is known; `day` likewise. */
  readonly month: number;
  readonly day: number;
  readonly status: PersonStatus;
  readonly formerNames: readonly FullName[];
  readonly formerNumbers: readonly string[];
  /** Sex and birth year under the cancelled number, null where neither was corrected: never cancelled, or a second one after a merger. */
  readonly corrected: { readonly sex: SexCode; readonly year: number } | null;
  /** Where an event moved the person; null who lives with the household. */
  readonly movedTo: Place | null;
}

/** A birth date that somebody asks for: day and month may be unknown. */
export interface WantedBirth {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}
