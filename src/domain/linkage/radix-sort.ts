/** Sorts rows by a 32-bit key without comparing: three passes over typed arrays, stable, linear. */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Rows in the order of their keys, and those keys beside them. */
export interface SortedRows {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly keys: Uint32Array<ArrayBuffer>;
}

/**
 * The rows 0 … n−1 in ascending order of their key; rows with equal keys stay in ascending order. Rows whose key is 0 are left out:
 * 0 means "no key".
 */
export function sortRowsByKey(keys: Uint32Array): SortedRows {
  let { rows, sorted } = rowsWithKey(keys);
  let rowScratch = new Uint32Array(rows.length);
  let keyScratch = new Uint32Array(rows.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const starts = countDigits(sorted, shift);
    for (let at = 0; at < rows.length; at++) {
      // The keys travel with their rows, so that both are read in order.
      const key = sorted[at]!;
      const to = starts[(key >>> shift) & (DIGITS - 1)]!++;
      rowScratch[to] = rows[at]!;
      keyScratch[to] = key;
    }
    [rows, rowScratch] = [rowScratch, rows];
    [sorted, keyScratch] = [keyScratch, sorted];
  }
  return { rows, keys: sorted };
}

/** By digit: where its first row goes. */
function countDigits(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < keys.length; at++) starts[((keys[at]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
  return starts;
}

function rowsWithKey(keys: Uint32Array): {
  rows: Uint32Array<ArrayBuffer>;
  sorted: Uint32Array<ArrayBuffer>;
} {
  let count = 0;
  for (let row = 0; row < keys.length; row++) if (keys[row] !== 0) count++;
  const rows = new Uint32Array(count);
  const sorted = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < keys.length; row++) {
    if (keys[row] === 0) continue;
    sorted[at] = keys[row]!;
    rows[at++] = row;
  }
  return { rows, sorted };
}
