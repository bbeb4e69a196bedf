/** Answers for how many edits (insert, delete, replace, transpose) lie between two short texts. */

/** Optimal string alignment distance; quadratic, for names of at most a few dozen letters. */
export function editsApart(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let best = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] as number) + 1);
      }
      current[column] = best;
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] as number;
}
