/** Lists what was compared about a row, field by field: the class beside what it brought to the weight. */
import { type FieldClass } from '../domain/verdict/field-outcome';
import { type FieldExplanation, readExplanation } from '../domain/verdict/verdict-explanation';
import { type ComparedField } from './types/run-enums.type';

type Classes = Readonly<Record<Exclude<ComparedField, 'address'>, FieldClass>>;

export interface ExplainedField extends FieldExplanation {
  readonly name: ComparedField;
  readonly class: FieldClass;
}

/** The address last, and only where it was asked for. */
export function explainedFields(row: Classes & { readonly explanation: string }): ExplainedField[] {
  const { address, ...fields } = readExplanation(row.explanation).fields;
  const names = ['number', 'name', 'birthDate', 'sex'] as const;
  const explained = names.map((name) => ({ name, class: row[name], ...fields[name] }));
  return address === null ? explained : [...explained, { name: 'address', ...address }];
}
