/** Finds the columns of a linkage model among the headers of a file. */
import { headerKey } from '../table/column-mapping';
import { splitReference, type LinkageModel } from './linkage-model';
import { type ColumnPositions } from './linkage-table';

export type ColumnProblem =
  | {
      readonly problem: 'COLUMN_NOT_FOUND' | 'DUPLICATE_COLUMN' | 'UNKNOWN_MODEL_COLUMN';
      readonly column: string;
    }
  /** No blocking rule has all its columns, so no two rows would ever be compared. */
  | { readonly problem: 'NO_KEY_COLUMN'; readonly column: string };

/**
 * `explicit` names headers for columns of the model and goes before the aliases, of which the earlier ones go before the later. A column that
 * the file does not have is −1.
 */
export function locateColumns(
  model: LinkageModel,
  headers: readonly string[],
  explicit: Readonly<Record<string, string>> = {},
): ColumnPositions | ColumnProblem {
  const positions: Record<string, number> = {};
  const keys = headers.map(headerKey);
  const unknown = Object.keys(explicit).find((column) => !(column in model.columns));
  if (unknown !== undefined) return { problem: 'UNKNOWN_MODEL_COLUMN', column: unknown };
  for (const [column, aliases] of Object.entries(model.columns)) {
    const wanted = explicit[column];
    const names = wanted === undefined ? [column, ...aliases] : [wanted];
    const found =
      names.map((name) => columnsNamed(keys, headers, name)).find((columns) => columns.length > 0) ?? [];
    if (found.length > 1) return { problem: 'DUPLICATE_COLUMN', column: headers[found[0]!]! };
    if (wanted !== undefined && found.length === 0) return { problem: 'COLUMN_NOT_FOUND', column: wanted };
    positions[column] = found[0] ?? -1;
  }
  return hasUsableKey(model, positions)
    ? positions
    : { problem: 'NO_KEY_COLUMN', column: model.blocking.map(({ key }) => key.join('+')).join(', ') };
}

export function isColumnProblem(answer: ColumnPositions | ColumnProblem): answer is ColumnProblem {
  return 'problem' in answer && typeof answer.problem === 'string';
}

/** Columns with exactly this name, else those with the same name but for accents, case and punctuation. */
function columnsNamed(keys: readonly string[], headers: readonly string[], name: string): number[] {
  const indexes = headers.map((_, index) => index);
  const exact = indexes.filter((index) => headers[index] === name);
  if (exact.length > 0) return exact;
  const key = headerKey(name);
  return key === '' ? [] : indexes.filter((index) => keys[index] === key);
}

function hasUsableKey(model: LinkageModel, positions: ColumnPositions): boolean {
  const isThere = (field: string) =>
    model.fields.some(
      ({ name, from }) => name === field && from.some((column) => (positions[column] ?? -1) >= 0),
    );
  return model.blocking.some(({ key }) => key.every((reference) => isThere(splitReference(reference).field)));
}
