/** Answers for turning a key and an integer into well-mixed 32-bit numbers: the only source of chance in the simulator. */

// Taken out of Math once: looking a global up for every round is slow where tests run in a context of their own.
const { imul, floor } = Math;

/** One full avalanche round over 32 bits (every input bit flips every output bit with probability near one half). */
export function mix32(value: number): number {
  let h = value | 0;
  h ^= h >>> 16;
  h = imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = imul(h, 0x846ca68b);
  h ^= h >>> 16;
  return h >>> 0;
}

/** Two rounds with the key entering twice, so that streams with different keys are not shifted copies of each other. */
export function hash(key: number, value: number): number {
  return mix32(imul(mix32(value ^ key), 0x9e3779b1) + key);
}

/** A number in [0, 1), a pure function of key and value. */
export function uniform(key: number, value: number): number {
  return hash(key, value) / 4294967296;
}

/** A number in [0, bound), a pure function of key and value. */
export function below(key: number, value: number, bound: number): number {
  return floor(uniform(key, value) * bound);
}

/** The key of a named stream: one class of decision draws from one stream, so that classes never disturb each other. */
export function streamKey(seed: number, name: string): number {
  let key = mix32(seed ^ 0x5bd1e995);
  for (let i = 0; i < name.length; i += 1) key = hash(key, name.charCodeAt(i) + i * 65536);
  return key;
}
