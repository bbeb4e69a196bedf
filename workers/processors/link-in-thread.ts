/** Runs the linkage thread: feeds it the rows slice by slice, gathers its result, and ends it when the lease is lost. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROJECT_ROOT } from '../../src/project-root';
import { type LinkageLines } from '../../src/services/results/store-linkage';
import { type FromThread, type ThreadTask, type ToThread } from './linkage-thread';

/** A thread starts from a built file, also when the code around it is run from its sources. */
const THREAD = join(PROJECT_ROOT, 'dist', 'workers', 'processors', 'linkage-thread.js');

/** Training found too little, or did not settle; the code says which. */
export class Untrainable extends Error {
  constructor(readonly code: string) {
    super(`the model could not be trained: ${code}`);
    this.name = 'Untrainable';
  }
}

/** @throws Untrainable; or whatever broke in the thread; or the signal's reason. */
export async function linkInThread(
  task: ThreadTask,
  messages: AsyncIterable<ToThread>,
  signal: AbortSignal,
): Promise<LinkageLines> {
  const thread = new Worker(THREAD, { workerData: task });
  const result = { pairs: [] as Uint8Array[], rows: [] as Uint8Array[] };
  let taken = () => {};
  const done = new Promise<LinkageLines>((resolve, reject) => {
    thread.on('message', (message: FromThread) => {
      if (message.say === 'TAKEN') taken();
      else if (message.say === 'PAIRS') result.pairs.push(message.piece);
      else if (message.say === 'CLUSTERS') result.rows.push(message.piece);
      else if (message.say === 'UNTRAINABLE') reject(new Untrainable(message.problem.problem));
      else resolve({ ...result, model: message.model, report: message.report });
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the linkage thread ended with ${code}`)));
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    await Promise.race([done, feed(thread, messages, (next) => (taken = next))]);
    return await done;
  } finally {
    await thread.terminate();
  }
}

/** One slice is on its way while the next is read: the thread's inbox never grows. */
async function feed(
  thread: Worker,
  messages: AsyncIterable<ToThread>,
  onTaken: (next: () => void) => void,
): Promise<void> {
  let last = Promise.resolve();
  for await (const message of messages) {
    await last;
    if (message.say === 'ROWS') last = new Promise((next) => onTaken(next));
    thread.postMessage(message);
  }
}
