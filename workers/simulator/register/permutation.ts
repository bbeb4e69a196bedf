/** Answers for keyed permutations of [0, size) that can be walked both ways without a table. */
import { mix32 } from './hash';

const { ceil, sqrt } = Math;

const ROUNDS = 3;
const ROUND_STEP = 0x9e3779b9;

/** Maps a 32-bit hash on [0, bound) by multiplication: a modulo would be slower and needs no better spread here. */
function scaled(hashed: number, bound: number): number {
  return (((hashed >>> 8) * bound) / 16777216) | 0;
}

/**
 * Feistel network over the rectangle rows × columns ⊇ [0, size); values that land outside walk on until they are inside.
 * A bijection for every key; `size` from 1 to 2^29.
 */
export function permute(value: number, size: number, key: number): number {
  const rows = ceil(sqrt(size));
  const columns = ceil(size / rows);
  let current = value;
  do {
    let left = (current / columns) | 0;
    let right = current - left * columns;
    for (let round = 0; round < ROUNDS; round += 1) {
      const roundKey = (key + round * ROUND_STEP) | 0;
      left += scaled(mix32(right ^ roundKey), rows);
      if (left >= rows) left -= rows;
      right += scaled(mix32(left + ~roundKey), columns);
      if (right >= columns) right -= columns;
    }
    current = left * columns + right;
  } while (current >= size);
  return current;
}

/** The inverse of {@link permute} for the same size and key. */
export function unpermute(value: number, size: number, key: number): number {
  const rows = ceil(sqrt(size));
  const columns = ceil(size / rows);
  let current = value;
  do {
    let left = (current / columns) | 0;
    let right = current - left * columns;
    for (let round = ROUNDS - 1; round >= 0; round -= 1) {
      const roundKey = (key + round * ROUND_STEP) | 0;
      right -= scaled(mix32(left + ~roundKey), columns);
      if (right < 0) right += columns;
      left -= scaled(mix32(right ^ roundKey), rows);
      if (left < 0) left += rows;
    }
    current = left * columns + right;
  } while (current >= size);
  return current;
}
