/** Makes text safe to open in a spreadsheet, and quotes it for CSV. The database's function safe_cell does the same. */

/** A cell that begins like a formula is run as one by spreadsheets (OWASP ASVS 5.0, 1.2.10): an apostrophe goes before it. */
const FORMULA_START = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** What `safeCell` was given. A text that had an apostrophe before such a sign itself cannot be told from it, and loses it. */
export function plainCell(safe: string): string {
  return safe.startsWith("'") && FORMULA_START.test(safe.slice(1)) ? safe.slice(1) : safe;
}

/** One line of RFC 4180 CSV, without its line end. */
export function csvLine(cells: readonly string[]): string {
  return plainCsvLine(cells.map(safeCell));
}

/** The same of cells as they are: for files that go back to where they came from. */
export function plainCsvLine(cells: readonly string[]): string {
  return cells.map(quoteWhereNeeded).join(',');
}

function quoteWhereNeeded(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
