/** The official forms, kept for a few seconds: they change with a release only, and every matrix is drawn on one. */
import { type DataSource } from 'typeorm';
import {
  listMatrixForms,
  type ColumnRow,
  type FormRow,
  type GroupRow,
  type ItemRow,
} from '../db/queries/list-matrix-form';

/** The one official form there is. */
export const PRESENT_TEMPLATE = 'DA06-2025H2';

/** How long a form may still be shown as it was before a release changed its words. */
const KEPT_MS = 5_000;

/** A form, with its parts at hand by their codes. */
export interface MatrixForm extends FormRow {
  readonly columnOf: ReadonlyMap<string, ColumnRow>;
  readonly itemAt: ReadonlyMap<string, ItemRow>;
  readonly itemsOf: (group: GroupRow) => readonly ItemRow[];
}

/** Null for a code that no form has. */
export type FindForm = (code: string) => Promise<MatrixForm | null>;

export function createFindForm(db: DataSource, now: () => number = Date.now): FindForm {
  const kept = new Map<string, { readonly form: Promise<MatrixForm | null>; readonly until: number }>();
  return (code) => {
    const known = kept.get(code);
    if (known && known.until > now()) return known.form;
    const form = readForm(db, code);
    kept.set(code, { form, until: now() + KEPT_MS });
    form.catch(() => kept.delete(code));
    return form;
  };
}

async function readForm(db: DataSource, code: string): Promise<MatrixForm | null> {
  const [form] = await listMatrixForms(db, [code]);
  if (!form) return null;
  const byGroup = new Map(
    form.groups.map(({ code: group }) => [group, form.items.filter((item) => item.groupCode === group)]),
  );
  return {
    ...form,
    columnOf: new Map(form.columns.map((column) => [column.code, column])),
    itemAt: new Map(form.items.map((item) => [item.path, item])),
    itemsOf: (group) => byGroup.get(group.code) ?? [],
  };
}
