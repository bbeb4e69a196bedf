/** Cursors: where a page ended, written so that nobody is tempted to make one up. */
import { z } from 'zod';
import { ClientError } from './errors';

export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Null without a cursor. @throws ClientError for a cursor that this list never gave. */
export function decodeCursor<Place>(
  shape: z.ZodType<Place>,
  cursor: string | null | undefined,
): Place | null {
  if (cursor == null) return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ClientError('BAD_USER_INPUT', {
      vi: 'Con trỏ after không phải do danh sách này trả về.',
      en: 'The cursor in after was not given by this list.',
    });
  }
}

/** The last row or line already seen. */
export const NumberPlace = z.int().min(0).max(2_147_483_647);
/** The last evidence already seen. */
export const IdPlace = z.string().regex(/^\d{1,18}$/);
/** The last run or dataset already seen: its time to the microsecond, and its id. */
export const MadePlace = z.tuple([z.string().regex(/^\d{4}-[\d :.+-]{10,40}$/), z.uuid()]);
/** The last review task already seen: its run, and its row. */
export const ReviewTaskPlace = z.tuple([...MadePlace.def.items, NumberPlace]);
/** The last change already seen: row, field, place in the cell's history. */
export const ChangePlace = z.tuple([NumberPlace, z.string().max(40), NumberPlace]);

/** The last assessment already seen. */
export const AssessmentIdPlace = z.string().regex(/^[A-Z\d]{2,3}\.\d{4}-H[12]$/);

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Ids are opaque to callers; one that cannot be ours stands for nothing rather than for an error of the database. */
export function knownId(id: string): string {
  return UUID.test(id) ? id.toLowerCase() : NOBODY;
}
