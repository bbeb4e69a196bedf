/** The two sides of a verification: a row of the file, a person of the register, and the key that leads from one to the other. */
import { type PartialDate } from './birth-date';
import { type NormalName } from './person-name';
import { type RuleId } from '../verdict/rule-id';
import { type Sex } from './sex';
import { type ReasonCode } from '../verdict/verdict';

export { type PartialDate, type Sex };

/** The raw cells of one row that a verification looks at, by field; null where the file has no such column. */
export interface ResidentRecord {
  name: string | null;
  birthDate: string | null;
  sex: string | null;
  number: string | null;
  oldCardNumber: string | null;
  address?: string | null;
}

/** Where a person is permanently registered, in words. `formerText` names the units from before 1 July 2025, where the source tells them. */
export interface RegisterAddress {
  text: string;
  formerText: string | null;
}

/** One person as the register answers. `status` MISSING means declared missing by a court. */
export interface RegisterPerson {
  /** 12 digits. */
  number: string;
  /** 9 digits. */
  oldCardNumber: string | null;
  /** Cancelled 12-digit numbers of the same person. */
  formerNumbers: string[];
  name: string;
  formerNames: string[];
  sex: Sex;
  birth: PartialDate;
  status: 'ACTIVE' | 'DECEASED' | 'MISSING';
  /** Absent unless it was asked for; null when the register has none. */
  address?: RegisterAddress | null;
}

/** What is asked of the register. `number` is 12 digits for NUMBER and 9 for OLD_CARD; `name` is the normal form in capitals. */
export type LookupKey = (
  | { by: 'NUMBER'; number: string }
  | { by: 'OLD_CARD'; number: string }
  | { by: 'NAME_AND_BIRTH'; name: string; birth: PartialDate }
) & {
  /** The address is asked for as well: only where the row cannot be settled without it, and the purpose covers it. */
  withAddress?: true;
};

/** One field of a row, read once: usable, blank, or present and not comparable. */
export type PreparedField<T> =
  | { state: 'USABLE'; value: T; rules: readonly RuleId[] }
  | { state: 'MISSING'; value: null; rules: readonly RuleId[] }
  | { state: 'INVALID'; value: null; rules: readonly RuleId[] };

/** A row after normalisation: everything that comparing needs, computed once however many candidates come back. */
export interface PreparedResident {
  /** The 12-digit personal number. */
  number: PreparedField<string>;
  /** The 12 digits that a number without its zeros would be, where the row does not confirm them: they prove nothing until a register does. */
  unconfirmedNumber: string | null;
  /** The 9-digit old card number, from whichever of the two columns held it. */
  oldCard: string | null;
  name: PreparedField<NormalName>;
  birth: PreparedField<PartialDate>;
  /** The date is a 1 January in a batch where that day stands for unknown ones (rule D07). */
  birthMayBePlaceholder: boolean;
  sex: PreparedField<Sex>;
  /** As it stands in the row: it is read when it is compared, and few are. Null when blank, or when the purpose does not cover it. */
  address: string | null;
  /** What is wrong or odd within the row itself, before any look-up. */
  findings: readonly ReasonCode[];
}
