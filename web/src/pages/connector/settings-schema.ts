/** Reads a connector's JSON Schema of settings as a list of fields for a form. */
import { type Bilingual } from '../../shared/language';

export interface SettingField {
  readonly name: string;
  readonly label: Bilingual;
  readonly kind: 'text' | 'number' | 'choice' | 'flag';
  readonly options: readonly string[];
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  readonly preset: string;
}

interface Property {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly label?: Bilingual;
  readonly title?: string;
  readonly default?: unknown;
  readonly writeOnly?: boolean;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}

function kindOf({ type, enum: options }: Property): SettingField['kind'] {
  if (options) return 'choice';
  if (type === 'boolean') return 'flag';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
}

/** What a setting is in a form, where everything is a text. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function fieldsOf(schema: Record<string, unknown>): SettingField[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    label: property.label ?? { vi: property.title ?? name, en: property.title ?? name },
    kind: kindOf(property),
    options: (property.enum ?? []).map(textOf),
    isSecret: property.writeOnly === true,
    isRequired: required.includes(name),
    preset: textOf(property.default),
  }));
}

/** The value that the hub is sent for the text of a form. */
export function valueOf({ kind }: SettingField, text: string): unknown {
  if (kind === 'number') return Number(text);
  return kind === 'flag' ? text === 'true' : text;
}
