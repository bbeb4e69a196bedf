/** `hub06 worker`: claims chunks of runs and works them through the connectors; many may run at once. */
import { type Command } from 'commander';
import { readConfig } from '../../config';
import { createLog } from '../../log';
import type * as WorkerRoom from '../../../workers/main';
import { runUntilStopped } from '../run-until-stopped';
import { say } from '../surroundings';
import { withDatabase } from '../with-database';

export function addWorker(program: Command): void {
  program
    .command('worker')
    .summary(say({ vi: 'chạy riêng một tiến trình xử lý', en: 'run one worker alone' }))
    .description(
      say({
        vi: 'Chạy thêm một tiến trình xử lý. Cần DATABASE_URL, hoặc một hub đang chạy trên HUB_DATA_DIR. Có thể chạy nhiều tiến trình cùng lúc.',
        en: 'Runs one more worker. Needs DATABASE_URL, or a hub running on HUB_DATA_DIR. Many may run at once.',
      }),
    )
    .addHelpText('after', '\n  $ HUB_WORKER_CONCURRENCY=8 hub06 worker')
    .action(async () => {
      const config = withDatabase(readConfig());
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- heavy, and only this command needs it
      const { keepHeapSmall, runWorker } = require('../../../workers/main') as typeof WorkerRoom;
      keepHeapSmall();
      await runUntilStopped(createLog({ process: 'worker', level: config.logLevel }), () =>
        runWorker(config),
      );
    });
}
