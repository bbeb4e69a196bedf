/** Ends a synchronisation once its last province is over. */
import { sealSync } from '../../src/services/runs/seal-sync';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { endRun } from './end-run';
import { type Processor } from './processor';

export const finishSync: Processor = ({ runId }): Promise<Settlement> =>
  Promise.resolve(endRun([], (client) => sealSync(client, { runId })));
