/** Reads the plain text of a printed matrix, as it comes out of a PDF: what can be placed is placed, the rest is for a person. */
import { readClaim } from '../cell-claim';
import { type Doubt, type DocumentForm, type ReadDocument } from '../matrix-document';
import { placeText } from './place-text';
import { readLines } from './text-lines';
import { findTextRows } from './text-rows';

/**
 * Such a text has no table any more: rows are found by their numbers and titles, cells by the blanks that empty ones leave and by
 * `textAt`, what a cell says today ('' for nothing). A cell is `doubtful` where that leaves more than one reading, and wherever the
 * text would empty it: that nothing is printed is a weak word.
 */
export function readPlainText(
  form: DocumentForm,
  text: string,
  textAt: (path: string, column: string) => string,
): ReadDocument {
  const rows = findTextRows(form, readLines(text, headerTexts(form)));
  const cells = rows.flatMap(({ item: { path }, titleChanged, lines }) => {
    const present = form.columns.map(({ code }) => textAt(path, code));
    const { texts, doubtful } = placeText(lines, present);
    return form.columns.map(({ code: columnCode }, column) => {
      const written = texts[column]!;
      return {
        itemPath: path,
        columnCode,
        covered: false,
        claim: readClaim(written),
        doubtful: doubtful || titleChanged || written === '',
      };
    });
  });
  const seen = new Set(rows.map(({ item }) => item.path));
  return {
    cells,
    doubts: [
      ...rows
        .filter(({ titleChanged }) => titleChanged)
        .map(({ item }): Doubt => ({ code: 'TITLE_CHANGED', place: item.path })),
      ...form.items
        .filter(({ path, printedNo }) => printedNo !== '' && !seen.has(path))
        .map(({ path }): Doubt => ({ code: 'ITEM_MISSING', place: path })),
    ],
  };
}

/** Everything that stands above the columns on each page, with the misprints of the original. */
const headerTexts = (form: DocumentForm): string[] =>
  form.columns.flatMap(({ band, title, question, printed }) => [band.vi, title.vi, question, printed ?? '']);
