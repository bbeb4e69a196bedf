/** The outcomes of a verification by field, counted. */
import { type FieldClass, type FieldOutcomesQuery } from '../../../generated/types';

export const FIELDS = ['number', 'name', 'birthDate', 'sex'] as const;
export type OutcomeField = (typeof FIELDS)[number];

interface Tally {
  readonly class: FieldClass;
  readonly rows: number;
}

/** From the same to the different, then what could not be compared. */
const ORDER: readonly FieldClass[] = [
  'EXACT',
  'EQUIV',
  'FOLD',
  'HISTORIC',
  'PARTIAL',
  'CLOSE',
  'DIFFERENT',
  'INVALID_INPUT',
  'MISSING_INPUT',
  'MISSING_REGISTER',
  'NOT_COMPARED',
];

export interface Outcomes {
  /** Rows that were compared. */
  readonly total: number;
  /** The classes that occur, in order. */
  readonly present: readonly FieldClass[];
  rowsOf(field: OutcomeField, one: FieldClass): number;
}

export function countOutcomes(data: FieldOutcomesQuery): Outcomes {
  const talliesOf = (field: OutcomeField) => data[field].rows as unknown as readonly Tally[];
  const rowsOf = (field: OutcomeField, one: FieldClass) =>
    talliesOf(field).find((tally) => tally.class === one)?.rows ?? 0;
  return {
    total: talliesOf('number').reduce((sum, { rows }) => sum + rows, 0),
    present: ORDER.filter((one) => FIELDS.some((field) => rowsOf(field, one) > 0)),
    rowsOf,
  };
}
