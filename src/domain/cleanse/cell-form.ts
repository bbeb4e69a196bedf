/** Tells at a glance in what form a cell stands, and by that which rules could say anything about it: most cells need hardly one. */
import { isOrdinaryText } from '../resident/clean-text';
import { parseBirthDate } from '../resident/birth-date';
import { NumberKind, readNumberCell } from '../resident/identity-number';
import { type Field } from '../table/column-mapping';
import { RULES_OF_FIELD } from './catalogue';
import { isMobileNumber } from './phone-number';
import { type CellRule } from './rule';
import { NameState, readNameState } from './sound-name';

/** From the form about which any rule may speak to that about which only those that look beyond the cell do. */
export const CellForm = { ODD: 0, ORDINARY: 1, CASED: 2, TIDY: 3 } as const;
export type CellForm = (typeof CellForm)[keyof typeof CellForm];

const isAsked: Readonly<Record<CellForm, (rule: CellRule) => boolean>> = {
  [CellForm.ODD]: () => true,
  [CellForm.ORDINARY]: ({ onlyOdd }) => onlyOdd !== true,
  [CellForm.CASED]: ({ looksBeyond, looksAtCase }) => looksBeyond === true || looksAtCase === true,
  [CellForm.TIDY]: ({ looksBeyond }) => looksBeyond === true,
};

/** By field and form: from each place in the order of the rules, the next one to be asked; the number of rules when there is none. */
const NEXT = Object.fromEntries(
  Object.entries(RULES_OF_FIELD).map(([field, rules]) => [
    field,
    Object.values(CellForm).map((form) =>
      Uint8Array.from({ length: rules.length + 1 }, (_, from) => {
        const next = rules.findIndex((rule, at) => at >= from && isAsked[form](rule));
        return next < 0 ? rules.length : next;
      }),
    ),
  ]),
) as unknown as Readonly<Record<Field, readonly Uint8Array[]>>;

export function nextRule(field: Field, form: CellForm, from: number): number {
  return NEXT[field][form]![from]!;
}

const ZEROS = /^0+$/;

/** What a cell of each field looks like when its rules have nothing to mend. Proved by a test against every rule. */
const TIDY: Readonly<Record<Exclude<Field, 'name' | 'address'>, (text: string) => boolean>> = {
  birthDate: (text) => {
    const { date, rules } = parseBirthDate(text);
    return text.length === 10 && date !== null && rules.length === 0;
  },
  sex: (text) => text === 'Nam' || text === 'Nữ',
  number: (text) => text.length === 12 && isWritten(text, NumberKind.PERSONAL),
  oldCardNumber: (text) => text.length === 9 && isWritten(text, NumberKind.OLD_CARD),
  phone: isMobileNumber,
};

function isWritten(text: string, kind: NumberKind): boolean {
  const cell = readNumberCell(text);
  return cell.kind === kind && cell.value === text && !ZEROS.test(text);
}

export function formOf(field: Field, text: string): CellForm {
  if (!isOrdinaryText(text)) return CellForm.ODD;
  if (field === 'address') return CellForm.ORDINARY;
  if (field !== 'name') return TIDY[field](text) ? CellForm.TIDY : CellForm.ORDINARY;
  const state = readNameState(text);
  if (state === NameState.SOUND) return CellForm.TIDY;
  return state === NameState.CASED ? CellForm.CASED : CellForm.ORDINARY;
}
