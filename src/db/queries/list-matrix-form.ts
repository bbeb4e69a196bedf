/** The official form behind given templates: the template itself, its columns, its groups and its items in document order. */
import { type DataSource } from 'typeorm';

interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface TemplateRow {
  readonly code: string;
  readonly version: number;
  readonly title: Words;
  readonly provenance: string;
}

export interface ColumnRow {
  readonly templateCode: string;
  readonly code: string;
  readonly band: Words;
  readonly title: Words;
  readonly question: string;
  readonly criteria: readonly string[];
  readonly printed: string | null;
  readonly note: string | null;
}

export interface GroupRow {
  readonly templateCode: string;
  readonly code: string;
  readonly title: Words;
}

export interface ItemRow {
  readonly templateCode: string;
  readonly groupCode: string;
  readonly path: string;
  readonly printedNo: string;
  readonly title: Words;
  readonly blank: boolean;
  readonly parentPath: string | null;
}

const TITLE = `json_build_object('vi', title_vi, 'en', title_en) as title`;

export function listTemplates(db: DataSource, codes: readonly string[]): Promise<TemplateRow[]> {
  return db.query(
    `select code, version, ${TITLE}, provenance from matrix_template where code = any($1::text[])`,
    [codes],
  );
}

export function listColumns(db: DataSource, templateCodes: readonly string[]): Promise<ColumnRow[]> {
  return db.query(
    `select template_code as "templateCode", code, json_build_object('vi', band_vi, 'en', band_en) as band, ${TITLE},
       question, criteria, printed, note
     from matrix_column where template_code = any($1::text[]) order by template_code, position`,
    [templateCodes],
  );
}

export function listGroups(db: DataSource, templateCodes: readonly string[]): Promise<GroupRow[]> {
  return db.query(
    `select template_code as "templateCode", code, ${TITLE}
     from matrix_group where template_code = any($1::text[]) order by template_code, position`,
    [templateCodes],
  );
}

export function listItems(db: DataSource, templateCodes: readonly string[]): Promise<ItemRow[]> {
  return db.query(
    `select template_code as "templateCode", group_code as "groupCode", path, printed_no as "printedNo", ${TITLE},
       blank, parent_path as "parentPath"
     from matrix_item where template_code = any($1::text[]) order by template_code, position`,
    [templateCodes],
  );
}
