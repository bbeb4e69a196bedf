/** Runs the thread that makes a share of the columns, and takes them from it. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type LinkageColumn } from '../../domain/linkage/linkage-table';
import { TermTable } from '../../domain/linkage/term-table';
import { PROJECT_ROOT } from '../../project-root';
import { type ColumnsTask, type SealedColumn } from './read-columns-thread';

/** A thread starts from a built file, also when the code around it is run from its sources. */
const THREAD = join(PROJECT_ROOT, 'dist', 'src', 'cli', 'link', 'read-columns-thread.js');

export interface ColumnsThread {
  readonly columns: Promise<readonly LinkageColumn[]>;
  end(): Promise<unknown>;
}

export function readColumnsInThread(task: ColumnsTask): ColumnsThread {
  const thread = new Worker(THREAD, { workerData: task });
  const columns = new Promise<readonly LinkageColumn[]>((resolve, reject) => {
    thread.once('message', (sealed: readonly SealedColumn[]) =>
      resolve(sealed.map((column) => ({ ...column, terms: TermTable.from(column.terms) }))),
    );
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread that reads columns ended with ${code}`)));
  });
  // What is wrong with a file is wrong for both threads, and the other one says it.
  columns.catch(() => {});
  return { columns, end: () => thread.terminate() };
}
