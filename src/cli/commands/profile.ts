/** `hub06 profile`: what is wrong with a file, column by column. */
import { type Command } from 'commander';
import { type ExitCode } from '../exit-codes';
import { say } from '../surroundings';
import type * as ProfileRoom from '../profile/profile-file';
import { addFileOptions, prepareFileWork, type FileFlags } from './file-work';

export function addProfile(program: Command): void {
  const command = program
    .command('profile')
    .summary(say({ vi: 'phân tích chất lượng một tệp', en: 'profile a file' }))
    .description(
      say({
        vi: 'Tải tệp lên hub và cho biết từng cột đầy đủ, hợp lệ đến đâu, có dấu hiệu gì đáng ngờ.',
        en: 'Uploads a file to the hub and tells how complete and valid each column is, and what looks suspicious.',
      }),
    )
    .argument('<file>', say({ vi: 'tệp CSV hoặc Excel (.xlsx)', en: 'CSV file or workbook (.xlsx)' }));
  addFileOptions(command)
    .addHelpText(
      'after',
      '\n  $ hub06 profile people.csv\n  $ hub06 profile people.csv --json > profile.json',
    )
    .action(async (file: string, flags: FileFlags) => {
      process.exitCode = await profile(file, flags);
    });
}

async function profile(file: string, flags: FileFlags): Promise<ExitCode> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs it
  const { profileFile } = require('../profile/profile-file') as typeof ProfileRoom;
  const work = await prepareFileWork(flags);
  try {
    return await profileFile(file, work);
  } finally {
    work.progress.end();
  }
}
