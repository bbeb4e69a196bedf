/** What a cleansing rule is: one small judgement about one cell, with an identity, words for people, and an example that is tested. */
import { type PartialDate } from '../resident/birth-date';
import { type Field } from '../table/column-mapping';
import { type BatchFacts } from './batch-facts';

/** AUTO is applied, SUGGEST waits for a person, FLAG changes nothing. */
export const ChangeMode = { AUTO: 'AUTO', SUGGEST: 'SUGGEST', FLAG: 'FLAG' } as const;
export type ChangeMode = (typeof ChangeMode)[keyof typeof ChangeMode];

/** A row by field; '' is blank, and fields without a column are absent. */
export type Cells = Readonly<Partial<Record<Field, string>>>;

export interface CellContext {
  /** The row as earlier rules left it. */
  readonly row: Cells;
  /** What the whole file shows. */
  readonly facts: BatchFacts;
  /** The reference day, for ages and two-digit years. */
  readonly today: Required<PartialDate>;
}

export interface Finding {
  /** The value instead; null for a flag. */
  readonly after: string | null;
  /** Where the rule is less sure than usual, or surer. */
  readonly mode?: ChangeMode;
  readonly lossless?: boolean;
  /** 0 … 1. */
  readonly confidence?: number;
  /** Another cell of the row than the one looked at. */
  readonly field?: Field;
}

export interface RuleDescription {
  readonly id: string;
  /** Raised whenever the rule would judge some cell differently than before. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  /** Undoing it needs the change log and nothing else: no information is lost besides the form. */
  readonly lossless: boolean;
  readonly mode: ChangeMode;
  readonly example: { readonly before: string; readonly after: string | null; readonly row?: Cells };
}

/**
 * A rule about single cells. `apply` gets a cell that is not blank and gives null where it has nothing to say. It is pure, linear in
 * the length of the cell, and finds nothing more in what it has made.
 */
export interface CellRule extends RuleDescription {
  readonly fields: readonly Field[];
  /** Has nothing to say about composed Vietnamese letters, digits and name punctuation (`isOrdinaryText`): not asked about them. */
  readonly onlyOdd?: true;
  /** Finds things that the form of the cell does not show, and so is asked about tidy cells (`cell-form.ts`) as well. */
  readonly looksBeyond?: true;
  /** Is asked about names in which nothing but the case of the letters is out of order. */
  readonly looksAtCase?: true;
  apply(text: string, context: CellContext, field: Field): Finding | readonly Finding[] | null;
}

export const FLAG: Finding = { after: null, mode: ChangeMode.FLAG };

/** A finding only where the text would change. */
export function changed(before: string, after: string): Finding | null {
  return after === before ? null : { after };
}
