/** `hub06 report`: the quality report of a dataset or of a run. */
import { Option, type Command } from 'commander';
import { readConfig } from '../../config';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import type * as HubFinder from '../hub/find-hub';
import type * as ReportRoom from '../report/show-report';
import { findLanguage, say } from '../surroundings';

interface Flags {
  readonly format: ReportRoom.ReportFormat;
  readonly out?: string;
  readonly url?: string;
  readonly key?: string;
}

export function addReport(program: Command): void {
  program
    .command('report')
    .summary(say({ vi: 'báo cáo chất lượng dữ liệu', en: 'the quality report' }))
    .description(
      say({
        vi: 'Báo cáo chất lượng của một bộ dữ liệu hoặc một lượt chạy: sáu tiêu chí kèm khoảng tin cậy, mọi quy tắc kể cả khi đạt, kết luận, dòng ví dụ đã che, và so với lần trước.',
        en: 'The quality report of a dataset or a run: six headings with their intervals, every rule also where it holds, verdicts, masked examples, and the trend.',
      }),
    )
    .argument('<id>', say({ vi: 'mã bộ dữ liệu hoặc lượt chạy', en: 'id of a dataset or a run' }))
    .addOption(
      new Option('--format <format>', say({ vi: 'dạng báo cáo', en: 'form of the report' }))
        .choices(['text', 'json', 'xlsx'])
        .default('text'),
    )
    .option('--out <file>', say({ vi: 'ghi ra tệp này', en: 'write it to this file' }))
    .option('--url <url>', say({ vi: 'địa chỉ hub', en: "the hub's address" }))
    .option('--key <key>', say({ vi: 'khóa API', en: 'API key' }))
    .addHelpText('after', '\n  $ hub06 report 3f0c…\n  $ hub06 report 3f0c… --format xlsx --out report.xlsx')
    .action(async (id: string, flags: Flags) => {
      process.exitCode = await report(id, flags);
    });
}

async function report(id: string, flags: Flags): Promise<ExitCode> {
  if (flags.format === 'xlsx' && flags.out === undefined) throw needsOut();
  /* eslint-disable @typescript-eslint/no-require-imports -- only this command needs them */
  const { findHub } = require('../hub/find-hub') as typeof HubFinder;
  const { showReport } = require('../report/show-report') as typeof ReportRoom;
  /* eslint-enable @typescript-eslint/no-require-imports */
  return showReport(id, {
    hub: await findHub(readConfig(), flags),
    format: flags.format,
    out: flags.out,
    language: findLanguage() ?? 'vi',
    print: (text) => void process.stdout.write(text),
  });
}

function needsOut(): Failure {
  return new Failure(ExitCode.USAGE, {
    vi: '--format xlsx cần --out <tệp>.',
    en: '--format xlsx needs --out <file>.',
  });
}
