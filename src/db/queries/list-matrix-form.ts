/** The official form behind given templates, whole: its columns, its groups and its items in document order. */
import { type DataSource } from 'typeorm';

interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface ColumnRow {
  readonly code: string;
  readonly band: Words;
  readonly title: Words;
  readonly question: string;
  readonly criteria: readonly string[];
  readonly printed: string | null;
  readonly note: string | null;
}

export interface GroupRow {
  readonly code: string;
  readonly title: Words;
}

export interface ItemRow {
  readonly groupCode: string;
  readonly path: string;
  readonly printedNo: string;
  readonly title: Words;
  readonly blank: boolean;
  readonly parentPath: string | null;
}

export interface FormRow {
  readonly code: string;
  readonly version: number;
  readonly title: Words;
  readonly provenance: string;
  readonly columns: readonly ColumnRow[];
  readonly groups: readonly GroupRow[];
  readonly items: readonly ItemRow[];
}

const WORDS = (name: string) => `json_build_object('vi', ${name}_vi, 'en', ${name}_en)`;

/** `part` is one of our own table names. */
const parts = (part: string, fields: string) =>
  `(select coalesce(json_agg(json_build_object(${fields}, 'title', ${WORDS('title')}) order by position), '[]')
    from ${part} where template_code = t.code)`;

export function listMatrixForms(db: DataSource, codes: readonly string[]): Promise<FormRow[]> {
  return db.query(
    `select t.code, t.version, ${WORDS('t.title')} as title, t.provenance,
       ${parts('matrix_column', `'code', code, 'band', ${WORDS('band')}, 'question', question, 'criteria', criteria, 'printed', printed, 'note', note`)} as columns,
       ${parts('matrix_group', `'code', code`)} as groups,
       ${parts('matrix_item', `'groupCode', group_code, 'path', path, 'printedNo', printed_no, 'blank', blank, 'parentPath', parent_path`)} as items
     from matrix_template t where t.code = any($1::text[])`,
    [codes],
  );
}
