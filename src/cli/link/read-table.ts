/** Reads the files to be linked: small ones at once, large ones in two threads, of which each makes a share of the columns. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { shareFields } from '../../domain/linkage/share-fields';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { readColumnsInThread } from './read-columns-in-thread';
import { readRows, type InputFile, type ReadTable } from './read-rows';

/** Below, starting a thread costs more than it saves. */
const LARGE_BYTES = 16 << 20;

/**
 * Both threads read the whole files: where a row ends can only be told from the beginning, and splitting lines is the small part.
 * @throws Failure when a file cannot be read, is no table, or lacks the columns that the model needs.
 */
export async function readTable(
  model: LinkageModel,
  inputs: readonly InputFile[],
  onProgress: (path: string, share: number) => void,
): Promise<ReadTable> {
  if (availableParallelism() < 2 || bytesOf(inputs) < LARGE_BYTES)
    return readRows(model, model.fields, inputs, onProgress);
  const [here, there] = shareFields(model.fields);
  const thread = readColumnsInThread({ model, fields: there, inputs });
  try {
    const { table, files } = await readRows(model, here, inputs, onProgress);
    const columns = [...table.columns, ...(await thread.columns)];
    if (columns.some(({ termOfRow }) => termOfRow.length !== table.rows)) throw changedMeanwhile();
    return { table: { ...table, columns }, files };
  } finally {
    await thread.end();
  }
}

/** A file that is not there is for its reader to complain of. */
function bytesOf(inputs: readonly InputFile[]): number {
  return inputs.reduce((sum, { path }) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

function changedMeanwhile(): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: 'Tệp đã thay đổi trong khi đọc. Hãy chạy lại khi không còn ai ghi vào tệp.',
    en: 'A file was changed while it was read. Run again when nobody writes to it any more.',
  });
}
