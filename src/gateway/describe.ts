/** Writes the descriptions of the schema: Vietnamese first, then English, in one form everywhere. */

/** Options of a decorator with a description in both languages: `@Field(() => Int, says('Số dòng', 'Rows'))`. */
export function says(vi: string, en: string): { description: string };
export function says<Options extends object>(
  vi: string,
  en: string,
  options: Options,
): Options & { description: string };
export function says(vi: string, en: string, options: object = {}): { description: string } {
  return { ...options, description: `${vi} / ${en}` };
}

/** Option of an object type that answers come in by the thousand: its plain fields are read without type-graphql's wrapper. */
export const READ_PLAINLY = { simpleResolvers: true } as const;

/** Descriptions of an enum's values, for `registerEnumType`. */
export function valuesSay<Value extends string>(
  words: Readonly<Record<Value, readonly [vi: string, en: string]>>,
): Record<Value, { description: string }> {
  const entries = Object.entries(words) as [Value, [string, string]][];
  return Object.fromEntries(entries.map(([value, [vi, en]]) => [value, says(vi, en)])) as Record<
    Value,
    { description: string }
  >;
}
