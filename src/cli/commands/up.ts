/** `hub06 up`: the whole hub on this machine, with nothing else installed. */
import { join } from 'node:path';
import { type Command } from 'commander';
import { readConfig } from '../../config';
import { PROJECT_ROOT } from '../../project-root';
import { say } from '../surroundings';
import type * as Supervisor from '../up/run-hub';

export function addUp(program: Command): void {
  program
    .command('up')
    .summary(say({ vi: 'chạy toàn bộ hub trên máy này', en: 'run the whole hub on this machine' }))
    .description(
      say({
        vi: 'Chạy toàn bộ hub: PostgreSQL nhúng (trừ khi có DATABASE_URL), phía quốc gia mô phỏng, các tiến trình xử lý (HUB_WORKERS) và cổng GraphQL. Ctrl-C dừng tất cả.',
        en: 'Runs the whole hub: an embedded PostgreSQL (unless DATABASE_URL is set), the simulated national side, workers (HUB_WORKERS) and the gateway. Ctrl-C stops all of it.',
      }),
    )
    .addHelpText(
      'after',
      '\n  $ hub06 up\n  $ PORT=5000 SIMULATOR_PORT=5006 HUB_DATA_DIR=/srv/hub06 hub06 up',
    )
    .action(async () => {
      const config = readConfig();
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs it
      const { runHub } = require('../up/run-hub') as typeof Supervisor;
      process.exitCode = await runHub({
        config,
        program: join(PROJECT_ROOT, 'dist', 'src', 'cli', 'main.js'),
        tell: (line) => void process.stdout.write(`${line}\n`),
      });
    });
}
