/** Writes values in the text format of PostgreSQL's COPY: one line a row, tabs between columns. */

const SPECIAL = /[\\\t\n\r]/;
const SPECIAL_ALL = /[\\\t\n\r]/g;
const SPECIAL_IN_ARRAY = /[\\"\t\n\r]/;
/** How each of the signs that mean something to COPY is written. */
export const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

export function copyText(value: string): string {
  return SPECIAL.test(value) ? value.replaceAll(SPECIAL_ALL, (sign) => ESCAPES[sign] ?? sign) : value;
}

/** A text[] literal. Quotes and backslashes are escaped for the array first and for COPY second. */
export function copyTextArray(values: readonly string[]): string {
  let literal = '{';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? '';
    if (index > 0) literal += ',';
    literal += SPECIAL_IN_ARRAY.test(value)
      ? `"${copyText(value.replaceAll(/[\\"]/g, '\\$&'))}"`
      : `"${value}"`;
  }
  return `${literal}}`;
}
