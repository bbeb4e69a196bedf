/** What a file of a matrix holds, whichever format it came in. */
import { type FoundRow } from '../domain/matrix/matrix-document';

export interface FoundDocument {
  /** What the file says it was taken from, and when; null when an office program dropped it, or in plain text. */
  readonly assessmentId: string | null;
  readonly takenAt: string | null;
  /** The rows of its table, or text in which the table is lost. */
  readonly content: { readonly rows: readonly FoundRow[] } | { readonly text: string };
}
