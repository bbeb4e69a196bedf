/** Finds the fields of the schema that are tables, and reads their arguments out of a query string. */
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { ClientError } from '../errors';

export interface Panel {
  readonly field: string;
  readonly document: DocumentNode;
  readonly columns: readonly string[];
  /** Its rows lie one level deeper, with columns that depend on what was asked. */
  readonly isFolded: boolean;
  /** @throws ClientError for a parameter that the field does not have, or that cannot be read. */
  readVariables(query: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** By the name in the address: `heatmap` for `heatmapFlat`, `metric-series` for `metricSeries`. */
export function findPanels(schema: GraphQLSchema): ReadonlyMap<string, Panel> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Map(
    fields.flatMap((field) => {
      const panel = toPanel(field);
      return panel ? [[nameOf(field.name), panel] as const] : [];
    }),
  );
}

const nameOf = (field: string) =>
  field.replace(/Flat$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The one query whose rows are JSON: its columns are the caller's choice. */
const FOLDED = 'aggregate';
const OTHER_TABLES = ['metricSeries'];

function toPanel(field: GraphQLField<unknown, unknown>): Panel | null {
  const isFolded = field.name === FOLDED;
  if (!isFolded && !field.name.endsWith('Flat') && !OTHER_TABLES.includes(field.name)) return null;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return null;
  const leaves = Object.values(type.getFields()).filter(({ type: one }) => isLeafType(getNamedType(one)));
  const columns = leaves.map(({ name }) => name);
  const selection = isFolded ? 'columns { name } rows' : columns.join(' ');
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = field.args.length > 0 ? `(${declared})` : '';
  const call = field.args.length > 0 ? `(${passed})` : '';
  return {
    field: field.name,
    document: parse(`query Flat${head} { ${field.name}${call} { ${selection} } }`),
    columns,
    isFolded,
    readVariables: (query) => readVariables(field.args, query),
  };
}

function readVariables(
  args: readonly GraphQLArgument[],
  query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const stranger = Object.keys(query).find((name) => !args.some((arg) => arg.name === name));
  if (stranger !== undefined) throw new ClientError('BAD_USER_INPUT', nameParameters(stranger, args));
  return Object.fromEntries(
    args.flatMap(({ name, type, defaultValue }) => {
      const given = query[name];
      // A variable that is left out takes the argument's own default only when it is written here.
      if (given === undefined || given === '')
        return defaultValue === undefined ? [] : [[name, defaultValue]];
      return [[name, readValue(name, type, given)]];
    }),
  );
}

function readValue(name: string, type: GraphQLInputType, given: unknown): unknown {
  const texts = (Array.isArray(given) ? given : [given]) as unknown[];
  if (!texts.every((text) => typeof text === 'string')) throw unreadable(name);
  const isList = isListType(getNullableType(type));
  const named = getNamedType(type);
  if (isInputObjectType(named)) return readJson(name, texts[0]!);
  const values = isList ? texts.flatMap((text) => text.split(',')) : texts.slice(0, 1);
  const read = values.map((text) => readLeaf(named.name, text.trim(), name));
  return isList ? read : read[0];
}

function readLeaf(type: string, text: string, name: string): unknown {
  if (type === 'Int' || type === 'Float') {
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) throw unreadable(name);
    return number;
  }
  if (type !== 'Boolean') return text;
  if (text !== 'true' && text !== 'false') throw unreadable(name);
  return text === 'true';
}

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(name);
  }
}

const unreadable = (name: string) =>
  new ClientError('BAD_USER_INPUT', {
    vi: `Không đọc được tham số ${name}: số, true/false, danh sách cách nhau dấu phẩy, hoặc JSON cho đối tượng.`,
    en: `The parameter ${name} cannot be read: numbers, true/false, lists by commas, JSON for objects.`,
  });

const nameParameters = (stranger: string, args: readonly GraphQLArgument[]) => {
  const names = [...args.map(({ name }) => name), 'excel'].join(', ');
  const what = stranger.slice(0, 40);
  return {
    vi: `Không có tham số ${what}; có: ${names}.`,
    en: `There is no parameter ${what}; there are ${names}.`,
  };
};
