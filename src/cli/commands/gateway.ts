/** `hub06 gateway`: serves GraphQL, the console, uploads and exports. */
import { type Command } from 'commander';
import { readConfig } from '../../config';
import type * as GatewayRoom from '../../gateway/main';
import { createLog } from '../../log';
import { runUntilStopped } from '../run-until-stopped';
import { say } from '../surroundings';
import { withDatabase } from '../with-database';

export function addGateway(program: Command): void {
  program
    .command('gateway')
    .summary(say({ vi: 'chạy riêng cổng GraphQL', en: 'run the GraphQL gateway alone' }))
    .description(
      say({
        vi: 'Chạy riêng cổng GraphQL (PORT, HUB_HOST). Cần DATABASE_URL, hoặc một hub đang chạy trên HUB_DATA_DIR.',
        en: 'Runs the GraphQL gateway alone (PORT, HUB_HOST). Needs DATABASE_URL, or a hub running on HUB_DATA_DIR.',
      }),
    )
    .addHelpText('after', '\n  $ PORT=4001 DATABASE_URL=postgres://… hub06 gateway')
    .action(async () => {
      const config = withDatabase(readConfig());
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- heavy, and only this command needs it
      const { runGateway } = require('../../gateway/main') as typeof GatewayRoom;
      await runUntilStopped(createLog({ process: 'gateway', level: config.logLevel }), () =>
        runGateway(config),
      );
    });
}
