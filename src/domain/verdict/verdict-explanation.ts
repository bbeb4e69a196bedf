/** Writes the explanation of a verdict as one short line, and reads it back: which rule fired, and what each field brought. */
import { type CloseKind, type FieldClass } from './field-outcome';
import { type Verification } from './verdict';

/** What a field brought to the weight of its row. */
export interface FieldExplanation {
  readonly sub: CloseKind | null;
  /** Ids of the rules that were needed. */
  readonly rules: readonly string[];
  readonly bits: number;
}

export interface VerdictExplanation {
  /** Which of the twelve rules gave the verdict; 0 where a candidate was only compared. */
  readonly rule: number;
  readonly fields: Readonly<Record<ExplainedField, FieldExplanation>> & {
    /** Null unless the address was asked for; few are, so its class stands here and in no column. */
    readonly address: (FieldExplanation & { readonly class: FieldClass }) | null;
  };
}

/** Takes a text piece by piece. */
export interface TextSink {
  put(text: string): void;
}

type ExplainedField = Exclude<keyof Verification['fields'], 'address'>;

/**
 * `rule;number;name;birthDate;sex`, each field as `bits`, `~SUB` when it is only close, `+RULE` for each rule:
 * `8;24;15.3+N01;8.5~SWAP_DM;0`; then `;class;address` where the address was compared. A stored run has one for every row, so it is a sixth of the JSON that says the same.
 * Ids and numbers only, never a value of either side, and no sign that COPY would have to escape. Handed over piece by piece:
 * whoever stores a million of them needs no string for each.
 */
export function writeExplanation(
  { rule, fields }: Pick<Verification, 'rule' | 'fields'>,
  line: TextSink,
): void {
  line.put(String(rule));
  writeField(fields.number, line);
  writeField(fields.name, line);
  writeField(fields.birthDate, line);
  writeField(fields.sex, line);
  if (fields.address === undefined) return;
  line.put(';');
  line.put(fields.address.class);
  writeField(fields.address, line);
}

function writeField({ bits, sub, rules }: Verification['fields'][ExplainedField], line: TextSink): void {
  line.put(';');
  line.put(String(bits));
  if (sub !== undefined) {
    line.put('~');
    line.put(sub);
  }
  for (const rule of rules) {
    line.put('+');
    line.put(rule);
  }
}

/** @throws Error when the line was not made by `writeExplanation`. */
export function readExplanation(line: string): VerdictExplanation {
  const [rule, number, name, birthDate, sex, addressClass, address] = line.split(';');
  return {
    rule: Number(rule),
    fields: {
      number: readField(number),
      name: readField(name),
      birthDate: readField(birthDate),
      sex: readField(sex),
      address:
        addressClass === undefined ? null : { ...readField(address), class: addressClass as FieldClass },
    },
  };
}

const FIELD = /^(-?[\d.]+)(?:~([A-Z\d_]+))?((?:\+[^+;]+)*)$/;

function readField(text: string | undefined): FieldExplanation {
  const found = FIELD.exec(text ?? '');
  if (!found) throw new Error('this is no explanation of a verdict');
  const [, bits, sub, rules = ''] = found;
  return {
    sub: (sub as CloseKind | undefined) ?? null,
    rules: rules === '' ? [] : rules.slice(1).split('+'),
    bits: Number(bits),
  };
}
