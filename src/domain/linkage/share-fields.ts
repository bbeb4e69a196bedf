/** Shares the fields of a model between two threads, so that both have about as much to do. */
import { type ModelField } from './linkage-model';

/** How much longer a reader takes for a cell than one of plain digits takes, from measurements. */
const WORK_OF_READER: Readonly<Record<string, number>> = {
  'person-name': 4,
  'address-street': 2,
  'address-ward': 2,
  'address-province': 2,
};

type Share = { work: number; readonly fields: ModelField[] };

/** The heaviest field first, each to the share that has less so far; among equals in the model's order. */
export function shareFields(fields: readonly ModelField[]): readonly [ModelField[], ModelField[]] {
  const here: Share = { work: 0, fields: [] };
  const there: Share = { work: 0, fields: [] };
  const workOf = ({ reader }: ModelField) => WORK_OF_READER[reader] ?? 1;
  for (const field of [...fields].sort((one, other) => workOf(other) - workOf(one))) {
    const share = here.work <= there.work ? here : there;
    share.work += workOf(field);
    share.fields.push(field);
  }
  return [here.fields, there.fields];
}
