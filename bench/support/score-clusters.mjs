/** Judges the clusters of a linkage pair by pair against the truth. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export async function scoreClusters(file, { person, foreignNumber }, rows) {
  const clusterOf = new Float64Array(rows);
  let row = -1;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    // Lines of the file are counted from 1, and the first is the header.
    const cells = row >= 0 ? line.split(',', 3) : null;
    if (cells) clusterOf[Number(cells[1]) - 2] = Number(cells[2]);
    row += 1;
  }
  const known = Array.from({ length: rows }, (_, at) => at).filter((at) => person[at] !== 0);
  const fair = known.filter((at) => foreignNumber[at] === 0);
  const both = (at) => `${clusterOf[at]}/${person[at]}`;
  const joined = countPairs(known, (at) => clusterOf[at]);
  const right = countPairs(known, both);
  const truePairs = countPairs(known, (at) => person[at]);
  return {
    joined,
    wrong: joined - right,
    truePairs,
    precision: right / joined,
    recall: right / truePairs,
    fairRecall: countPairs(fair, both) / countPairs(fair, (at) => person[at]),
  };
}

/** Pairs of rows that share a key. */
function countPairs(rows, keyOf) {
  const keys = rows.map(keyOf).sort();
  let pairs = 0;
  for (let from = 0; from < keys.length;) {
    let end = from + 1;
    while (end < keys.length && keys[end] === keys[from]) end += 1;
    pairs += ((end - from) * (end - from - 1)) / 2;
    from = end;
  }
  return pairs;
}
