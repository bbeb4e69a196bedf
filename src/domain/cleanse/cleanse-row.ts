/** Applies the rules to one row, and writes down each thing done or found, so that all of it can be undone. */
import { FIELDS, type Field } from '../table/column-mapping';
import { RULES_OF_FIELD } from './catalogue';
import { formOf, nextRule } from './cell-form';
import { modeOf, type RulePack } from './rule-pack';
import { ChangeMode, type CellContext, type CellRule, type Cells, type Finding } from './rule';

/** One entry of the change log. AUTO entries were applied; suggestions and flags left the cell as it was. */
export interface Change {
  readonly field: Field;
  /** Place in the history of the cell, counted from 1. */
  readonly no: number;
  readonly rule: string;
  readonly version: number;
  readonly mode: ChangeMode;
  readonly before: string;
  /** Null for a flag. */
  readonly after: string | null;
  readonly lossless: boolean;
  /** 0 … 1. */
  readonly confidence: number;
}

export interface CleansedRow {
  readonly cells: Cells;
  readonly changes: readonly Change[];
}

/** Numbers come after the fields by which they are checked, and the sex column last: it is checked by the name. */
const ORDER: readonly Field[] = ['name', 'birthDate', 'number', 'oldCardNumber', 'phone', 'address', 'sex'];
if (ORDER.length !== FIELDS.length) throw new Error('a field has no place in the order of cleansing');

const NO_CHANGES: readonly Change[] = [];

/** Tells which suggestions a person accepted: they are applied like the rest. */
export type IsTaken = (change: Change) => boolean;

/** Pure; the given cells are not altered. */
export function cleanseRow(
  cells: Cells,
  pack: RulePack,
  context: Omit<CellContext, 'row'>,
  isTaken: IsTaken = nobodyTook,
): CleansedRow {
  const work: Work = { row: { ...cells }, pack, isTaken, changes: null };
  const cell: CellContext = { row: work.row, facts: context.facts, today: context.today };
  for (const field of ORDER) cleanseCell(work, cell, field);
  return { cells: work.row, changes: work.changes ?? NO_CHANGES };
}

function cleanseCell(work: Work, cell: CellContext, field: Field): void {
  const rules = RULES_OF_FIELD[field];
  let text = work.row[field];
  let at = 0;
  while (text !== undefined && text !== '') {
    const form = formOf(field, text);
    const seen: string = text;
    while (text === seen) {
      at = nextRule(field, form, at);
      const rule = rules[at++];
      if (rule === undefined) return;
      const found = rule.apply(seen, cell, field);
      if (found === null) continue;
      if (isOne(found)) take(work, rule, found, field);
      else for (const one of found) take(work, rule, one, field);
      text = work.row[field];
    }
  }
}

interface Work {
  readonly row: Partial<Record<Field, string>>;
  readonly pack: RulePack;
  readonly isTaken: IsTaken;
  /** Made with the first change: most rows have none. */
  changes: Change[] | null;
}

const nobodyTook = () => false;
const isOne = (found: Finding | readonly Finding[]): found is Finding => !Array.isArray(found);

function take(work: Work, rule: CellRule, finding: Finding, asked: Field): void {
  const wished = modeOf(rule, finding, work.pack);
  if (wished === null) return;
  const field = finding.field ?? asked;
  const before = work.row[field] ?? '';
  const change: Change = {
    field,
    no: 1 + countOf(work.changes, field),
    rule: rule.id,
    version: rule.version,
    mode: wished,
    before,
    after: wished === ChangeMode.FLAG ? null : finding.after,
    lossless: finding.lossless ?? rule.lossless,
    confidence: finding.confidence ?? 1,
  };
  const isTaken = wished === ChangeMode.SUGGEST && work.isTaken(change);
  (work.changes ??= []).push(isTaken ? { ...change, mode: ChangeMode.AUTO } : change);
  if (isTaken || wished === ChangeMode.AUTO) work.row[field] = change.after ?? '';
}

function countOf(changes: readonly Change[] | null, field: Field): number {
  let count = 0;
  if (changes !== null) for (const change of changes) if (change.field === field) count += 1;
  return count;
}
