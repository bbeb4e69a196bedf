/** A thread that reads the files to be linked and makes its share of their columns. */
import { parentPort, workerData } from 'node:worker_threads';
import { type LinkageModel, type ModelField } from '../../domain/linkage/linkage-model';
import { type SealedTerms } from '../../domain/linkage/term-table';
import { readRows, type InputFile } from './read-rows';

export interface ColumnsTask {
  readonly model: LinkageModel;
  readonly fields: readonly ModelField[];
  readonly inputs: readonly InputFile[];
}

/** One column as it is handed over. */
export interface SealedColumn {
  readonly field: string;
  readonly terms: SealedTerms;
  readonly termOfRow: Uint32Array<ArrayBuffer>;
}

async function work({ model, fields, inputs }: ColumnsTask): Promise<readonly SealedColumn[]> {
  const { table } = await readRows(model, fields, inputs, () => {});
  return table.columns.map(({ field, terms, termOfRow }) => ({ field, terms: terms.seal(), termOfRow }));
}

function buffersOf({ terms, termOfRow }: SealedColumn): ArrayBuffer[] {
  const { segments, starts, lengths, hashes } = terms;
  return [...segments, starts, lengths, hashes, termOfRow].map(({ buffer }) => buffer);
}

void work(workerData as ColumnsTask).then((columns) =>
  parentPort?.postMessage(columns, columns.flatMap(buffersOf)),
);
