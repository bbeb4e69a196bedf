/** Shares the fields of a model between two threads, so that both have about as much to do. */
import { type ModelField } from './linkage-model';

/** How many times as long as other readers one takes for a cell, from measurements. */
const WORK_OF_READER: Readonly<Record<string, number>> = { 'person-name': 5 };

interface Share {
  work: number;
  readonly fields: ModelField[];
}

/**
 * Fields whose values stand in the same column stay together, because readers remember what they made of the last cell. The heaviest go
 * first, each to the share that has less so far; among equals in the model's order.
 */
export function shareFields(fields: readonly ModelField[]): readonly [ModelField[], ModelField[]] {
  const groups = new Map<string | undefined, Share>();
  for (const field of fields) add(field, shareOf(groups, field.from[0]));
  const here: Share = { work: 0, fields: [] };
  const there: Share = { work: 0, fields: [] };
  for (const group of [...groups.values()].sort((one, other) => other.work - one.work)) {
    const lighter = here.work <= there.work ? here : there;
    for (const field of group.fields) add(field, lighter);
  }
  return [here.fields, there.fields];
}

function shareOf(groups: Map<string | undefined, Share>, column: string | undefined): Share {
  const known = groups.get(column) ?? { work: 0, fields: [] };
  groups.set(column, known);
  return known;
}

function add(field: ModelField, share: Share): void {
  share.work += WORK_OF_READER[field.reader] ?? 1;
  share.fields.push(field);
}
