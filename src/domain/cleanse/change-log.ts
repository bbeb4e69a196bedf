/** Takes changes back, or makes them again, from the log alone. */
import { type Field } from '../table/column-mapping';
import { type Cells, ChangeMode } from './rule';
import { type Change } from './cleanse-row';

/** What of a change is needed to take it back or make it again. */
export type LoggedChange = Pick<Change, 'field' | 'no' | 'mode' | 'before' | 'after'>;

/** The log does not belong to these cells: somebody altered one of the two. */
export class LogMismatch extends Error {
  constructor(field: Field, no: number) {
    super(`change ${no} of ${field} does not fit the cell`);
    this.name = 'LogMismatch';
  }
}

const applied = (changes: readonly LoggedChange[]) =>
  changes.filter(({ mode }) => mode === ChangeMode.AUTO).sort((a, b) => a.no - b.no);

/** `replay(raw, log)` is the clean row. @throws LogMismatch */
export function replay(raw: Cells, changes: readonly LoggedChange[]): Cells {
  const cells: Partial<Record<Field, string>> = { ...raw };
  for (const { field, no, before, after } of applied(changes)) {
    if (cells[field] !== before) throw new LogMismatch(field, no);
    cells[field] = after ?? '';
  }
  return cells;
}

/** `undo(clean, log)` is the raw row. @throws LogMismatch */
export function undo(clean: Cells, changes: readonly LoggedChange[]): Cells {
  const cells: Partial<Record<Field, string>> = { ...clean };
  for (const { field, no, before, after } of applied(changes).reverse()) {
    if (cells[field] !== (after ?? '')) throw new LogMismatch(field, no);
    cells[field] = before;
  }
  return cells;
}
