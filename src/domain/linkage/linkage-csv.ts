/** The lines of the two result files of a linkage: pairs, and clusters. */
import { csvLine } from '../table/safe-cell';
import { type ExplainedPair } from './link-rows';
import { type LinkageModel } from './linkage-model';

/** Where a row stands: file 1 or 2, and its line there. */
export interface RowPlace {
  readonly file: number;
  readonly line: number;
}

export function pairHeader(model: LinkageModel): string {
  const parts = model.comparisons.flatMap(({ name }) => [`${name}_level`, `${name}_bits`]);
  return csvLine([
    ...[
      'left_file',
      'left_line',
      'right_file',
      'right_line',
      'decision',
      'weight_bits',
      'posterior',
      'prior_bits',
    ],
    ...parts,
  ]);
}

/** `prior_bits` and the bits of the parts add up to `weight_bits`, which makes `posterior`: nothing is left to believe. */
export function pairLine(pair: ExplainedPair, left: RowPlace, right: RowPlace): string {
  const cells: (string | number)[] = [left.file, left.line, right.file, right.line, pair.decision];
  cells.push(bits(pair.weightBits), pair.posterior.toPrecision(12), bits(pair.priorBits));
  for (const part of pair.parts) cells.push(part.level ?? '', bits(part.bits));
  return cells.join(',');
}

export function clusterHeader(): string {
  return csvLine(['file', 'line', 'cluster', 'cluster_size']);
}

export function clusterLine({ file, line }: RowPlace, cluster: number, size: number): string {
  return `${file},${line},${cluster},${size}`;
}

const bits = (value: number): string => value.toFixed(2);
