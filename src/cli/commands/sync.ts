/** `hub06 sync`: brings in what a source has to say of the provinces, now. */
import { type Command } from 'commander';
import { readConfig } from '../../config';
import type * as HubFinder from '../hub/find-hub';
import { type ExitCode } from '../exit-codes';
import { findLanguage, say } from '../surroundings';
import type * as SyncRoom from '../sync/sync-source';
import type * as ProgressRoom from '../verify/progress-line';
import type * as WordRoom from '../verify/word-progress';

interface Flags {
  readonly locality?: string;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly url?: string;
  readonly key?: string;
}

export function addSync(program: Command): void {
  program
    .command('sync')
    .summary(
      say({ vi: 'đồng bộ ngay với một nguồn số liệu', en: 'synchronise with a source of figures now' }),
    )
    .description(
      say({
        vi: 'Đồng bộ ngay với IOC của các tỉnh hoặc một nguồn thống kê, ngoài lịch. Tỉnh không trả lời không làm hỏng lượt chạy.',
        en: 'Synchronises with the IOCs of the provinces or a source of statistics, beside the schedule. A province that does not answer fails nothing else.',
      }),
    )
    .argument(
      '<connector>',
      say({
        vi: 'mã kết nối: ioc, dvc-stats, eid-stats, lodging, population-aggregates',
        en: 'connector: ioc, dvc-stats, eid-stats, lodging, population-aggregates',
      }),
    )
    .option(
      '--locality <code>',
      say({ vi: 'chỉ một tỉnh (mã hai số)', en: 'one province only (two digits)' }),
    )
    .option('--watch', say({ vi: 'hiện tiến độ', en: 'show progress' }))
    .option('--json', say({ vi: 'chỉ in một đối tượng JSON', en: 'print one JSON object only' }))
    .option('--url <url>', say({ vi: 'địa chỉ hub', en: "the hub's address" }))
    .option('--key <key>', say({ vi: 'khóa API', en: 'API key' }))
    .addHelpText('after', HELP)
    .action(async (connector: string, flags: Flags) => {
      process.exitCode = await sync(connector, flags);
    });
}

const HELP = say({
  vi: `
Ví dụ:
  $ hub06 sync ioc --watch
  $ hub06 sync dvc-stats --locality 48

Mã thoát: 0 xong · 2 xong nhưng có tỉnh không trả lời · 3 hub từ chối · 4 không tỉnh nào trả lời · 5 không kết nối được hub · 64 sai cách dùng`,
  en: `
Examples:
  $ hub06 sync ioc --watch
  $ hub06 sync dvc-stats --locality 48

Exit codes: 0 done · 2 done, but a province did not answer · 3 refused by the hub · 4 no province answered · 5 no hub there · 64 wrong usage`,
});

async function sync(connector: string, flags: Flags): Promise<ExitCode> {
  /* eslint-disable @typescript-eslint/no-require-imports -- only this command needs them */
  const { findHub } = require('../hub/find-hub') as typeof HubFinder;
  const { syncSource } = require('../sync/sync-source') as typeof SyncRoom;
  const { openProgressLine } = require('../verify/progress-line') as typeof ProgressRoom;
  const { PROVINCES } = require('../verify/word-progress') as typeof WordRoom;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const hub = await findHub(readConfig(), flags);
  const language = findLanguage() ?? 'vi';
  const progress = openProgressLine(process.stderr, language, flags.watch === true, PROVINCES);
  try {
    return await syncSource(connector, {
      hub,
      language,
      progress,
      locality: flags.locality,
      json: flags.json === true,
      print: (text) => void process.stdout.write(text),
    });
  } finally {
    progress.end();
  }
}
