/** `hub06 cleanse`: a file of residents in, a clean file and the log of every change out. */
import { type Command } from 'commander';
import { type ExitCode } from '../exit-codes';
import { say } from '../surroundings';
import type * as PackReader from '../cleanse/read-pack';
import type * as CleanseRoom from '../cleanse/cleanse-file';
import { addFileOptions, prepareFileWork, type FileFlags } from './file-work';

interface Flags extends FileFlags {
  readonly rules?: string;
  readonly out?: string;
  readonly changes?: string;
}

export function addCleanse(program: Command): void {
  const command = program
    .command('cleanse')
    .summary(say({ vi: 'làm sạch một tệp cư dân', en: 'cleanse a file of residents' }))
    .description(
      say({
        vi: 'Tải tệp lên hub, sửa những gì sửa được mà không mất thông tin, gợi ý phần còn lại, và ghi lại từng thay đổi để hoàn tác được.',
        en: 'Uploads a file to the hub, mends what can be mended without loss, suggests the rest, and writes down each change so that it can be undone.',
      }),
    )
    .argument('<file>', say({ vi: 'tệp CSV hoặc Excel (.xlsx)', en: 'CSV file or workbook (.xlsx)' }))
    .option(
      '--rules <pack>',
      say({ vi: 'tệp YAML hoặc mã bộ quy tắc', en: 'YAML file or id of a pack of rules' }),
    )
    .option('--out <file>', say({ vi: 'ghi tệp đã làm sạch', en: 'write the clean file' }))
    .option('--changes <file>', say({ vi: 'ghi nhật ký thay đổi', en: 'write the log of changes' }));
  addFileOptions(command)
    .addHelpText('after', HELP)
    .action(async (file: string, flags: Flags) => {
      process.exitCode = await cleanse(file, flags);
    });
}

const HELP = say({
  vi: `
Ví dụ:
  $ hub06 cleanse people.csv --out clean.csv --changes changes.csv
  $ hub06 cleanse danh-sach.csv --encoding TCVN3 --rules house-spelling --out clean.csv

Mã thoát: 0 xong · 2 xong nhưng có dòng phải để riêng · 3 hub từ chối · 4 không đọc được tệp, hoặc lượt chạy thất bại · 5 không kết nối được hub · 64 sai cách dùng`,
  en: `
Examples:
  $ hub06 cleanse people.csv --out clean.csv --changes changes.csv
  $ hub06 cleanse list.csv --encoding TCVN3 --rules house-spelling --out clean.csv

Exit codes: 0 done · 2 done, but rows were put aside · 3 refused by the hub · 4 file not readable, or the run failed · 5 no hub there · 64 wrong usage`,
});

async function cleanse(file: string, flags: Flags): Promise<ExitCode> {
  /* eslint-disable @typescript-eslint/no-require-imports -- only this command needs them */
  const { cleanseFile } = require('../cleanse/cleanse-file') as typeof CleanseRoom;
  const { readPack } = require('../cleanse/read-pack') as typeof PackReader;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const pack = flags.rules === undefined ? undefined : readPack(flags.rules);
  const work = await prepareFileWork(flags);
  try {
    return await cleanseFile(file, { ...work, pack, out: flags.out, changes: flags.changes });
  } finally {
    work.progress.end();
  }
}
