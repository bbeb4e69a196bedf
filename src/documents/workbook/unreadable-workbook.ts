/** Why a workbook cannot be read, as a code that a person can act on. */

export type WorkbookProblem =
  | 'WORKBOOK_DAMAGED'
  /** More parts, more bytes or a steeper compression than any honest workbook of this size has. */
  | 'WORKBOOK_TOO_LARGE'
  /** Its distinct texts alone would fill the memory. */
  | 'WORKBOOK_TEXTS_TOO_LARGE'
  | 'SHEET_NOT_FOUND';

export class UnreadableWorkbook extends Error {
  constructor(
    readonly code: WorkbookProblem,
    options?: ErrorOptions,
  ) {
    super(`the workbook cannot be read: ${code}`, options);
    this.name = 'UnreadableWorkbook';
  }
}
