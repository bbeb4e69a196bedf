/** Reads what a person writes into a cell of the matrix: prose, the dash of the official form, or nothing. */
import { TextState } from './matrix-status';

export interface Claim {
  readonly textState: Exclude<TextState, 'MERGED'>;
  /** Unicode form C; null unless the state is TEXT. */
  readonly text: string | null;
}

/** Any sign that people write for a dash. */
export const DASH_SIGN = /[-\u2010-\u2015\u2212]/;

export const isDash = (text: string): boolean => text.length === 1 && DASH_SIGN.test(text);

/**
 * Only outer blank space is dropped; the prose stays word for word. One dash alone is the form's own claim
 * "nothing to say here", which is not the same as an empty cell.
 */
export function readClaim(written: string | null): Claim {
  const text = (written ?? '').normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  if (text === '') return { textState: TextState.EMPTY, text: null };
  if (isDash(text)) return { textState: TextState.DASH, text: null };
  return { textState: TextState.TEXT, text };
}

/** The claim as it is written: the inverse of `readClaim`. A merged cell writes nothing of its own. */
export function writeClaim(claim: { readonly textState: TextState; readonly text: string | null }): string {
  return claim.textState === TextState.DASH ? '-' : (claim.text ?? '');
}
