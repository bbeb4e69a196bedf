/** `hub06 migrate`: readies the database for this version, once for all parts that will start on it. */
import { type Command } from 'commander';
import { readConfig } from '../../config';
import { createLog } from '../../log';
import type * as Migration from '../migrate-database';
import { ExitCode } from '../exit-codes';
import { say } from '../surroundings';
import { withDatabase } from '../with-database';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary(say({ vi: 'đưa cơ sở dữ liệu lên phiên bản này', en: 'bring the database to this version' }))
    .description(
      say({
        vi: 'Tạo hoặc nâng cấp bảng, hàng đợi, dữ liệu ma trận và khóa sandbox. Chạy nhiều lần hay đồng thời đều an toàn.',
        en: 'Makes or upgrades tables, queue, matrix data and sandbox keys. Safe to run again, and by many at once.',
      }),
    )
    .addHelpText('after', '\n  $ DATABASE_URL=postgres://… hub06 migrate')
    .action(async () => {
      const config = withDatabase(readConfig());
      const log = createLog({ process: 'migrate', level: config.logLevel });
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- heavy, and only this command needs it
      const { migrateDatabase } = require('../migrate-database') as typeof Migration;
      try {
        const applied = await migrateDatabase(config, log);
        process.stdout.write(say(wordOutcome(applied.length)));
      } catch (error) {
        // Under the supervisor the log line is what reaches the person; alone, the sentence is.
        if (process.connected !== true) throw error;
        log.fatal({ err: error }, 'the database could not be readied');
        process.exitCode = ExitCode.FAILED;
      } finally {
        // Only the channel to the supervisor may still be open now.
        if (process.connected) process.disconnect();
      }
    });
}

function wordOutcome(applied: number) {
  return {
    vi: `Cơ sở dữ liệu đã sẵn sàng (${applied} bước nâng cấp mới).\n`,
    en: `The database is ready (${applied} new migrations).\n`,
  };
}
