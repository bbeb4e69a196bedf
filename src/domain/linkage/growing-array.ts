/** Typed arrays that make room for one more index by doubling; the old contents are kept. */

const wider = (length: number, index: number) => Math.max(length + (length >> 1), index + 1, 1024);

/** The array itself when `index` fits, else a longer copy. */
export function growUint32(array: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  if (index < array.length) return array;
  const longer = new Uint32Array(wider(array.length, index));
  longer.set(array);
  return longer;
}

/** The array itself when `index` fits, else a longer copy. */
export function growUint16(array: Uint16Array<ArrayBuffer>, index: number): Uint16Array<ArrayBuffer> {
  if (index < array.length) return array;
  const longer = new Uint16Array(wider(array.length, index));
  longer.set(array);
  return longer;
}
