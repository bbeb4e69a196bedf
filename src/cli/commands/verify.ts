/** `hub06 verify`: a file of residents in, a verdict for each row out. */
import { type Command } from 'commander';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { say, type Text } from '../surroundings';
import type * as VerifyRoom from '../verify/verify-file';
import { addFileOptions, prepareFileWork, type FileFlags } from './file-work';

interface Flags extends FileFlags {
  readonly connector: string;
  readonly purpose: string;
  readonly wait: boolean;
  readonly out?: string;
  readonly idempotencyKey?: string;
  readonly run?: string;
  readonly retry?: string;
}

export function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .summary(say({ vi: 'đối soát một tệp cư dân', en: 'verify a file of residents' }))
    .description(
      say({
        vi: 'Tải tệp CSV hoặc Excel lên hub, đối soát từng dòng với cơ sở dữ liệu quốc gia về dân cư (mô phỏng) và trả về một kết luận cho mỗi dòng.',
        en: 'Uploads a CSV file or a workbook to the hub, verifies each row against the national population register (simulated) and gives a verdict for each.',
      }),
    )
    .argument('[file]', say({ vi: 'tệp CSV hoặc Excel (.xlsx)', en: 'CSV file or workbook (.xlsx)' }));
  for (const { flags, text, standard } of OPTIONS) command.option(flags, say(text), standard);
  addFileOptions(command)
    .addHelpText('after', HELP)
    .action(async (file: string | undefined, flags: Flags) => {
      process.exitCode = await verify(file, flags);
    });
}

const OPTIONS: readonly { readonly flags: string; readonly text: Text; readonly standard?: string }[] = [
  {
    flags: '--connector <id>',
    text: { vi: 'đầu nối để tra cứu', en: 'connector to ask' },
    standard: 'csdlqgvdc-ndop',
  },
  {
    flags: '--purpose <code>',
    text: { vi: 'mã mục đích khai thác', en: 'purpose code' },
    standard: 'DOI_SOAT',
  },
  { flags: '--no-wait', text: { vi: 'không chờ kết quả', en: 'do not wait for the result' } },
  {
    flags: '--out <file>',
    text: { vi: 'ghi kết quả từng dòng ra tệp này', en: 'write the verdicts to this file' },
  },
  {
    flags: '--idempotency-key <key>',
    text: { vi: 'khóa chống chạy trùng', en: 'key that makes a repeated start harmless' },
  },
  {
    flags: '--run <id>',
    text: {
      vi: 'theo dõi một lượt đã bắt đầu, thay cho tệp',
      en: 'follow a run already started, instead of a file',
    },
  },
  {
    flags: '--retry <run>',
    text: {
      vi: 'hỏi lại các dòng của một lượt mà nguồn chưa trả lời, từ chối hoặc chưa kịp cập nhật',
      en: 'ask again about the rows of a run that the source did not answer, refused or may know by now',
    },
  },
];

const HELP = say({
  vi: `
Ví dụ:
  $ hub06 verify samples/residents-dirty.csv --watch --out verdicts.csv
  $ hub06 verify people.csv --map "name=Họ tên,birthDate=NS" --json
  $ hub06 verify --retry 3f0c… --out verdicts.csv      # tệp kết quả gồm cả các dòng không phải hỏi lại

Mã thoát: 0 xong · 2 xong nhưng có dòng phải để riêng · 3 hub từ chối · 4 không đọc được tệp, hoặc lượt chạy thất bại
          5 không kết nối được hub · 64 sai cách dùng · 130 bị ngắt (lượt chạy vẫn tiếp tục trên hub)`,
  en: `
Examples:
  $ hub06 verify samples/residents-dirty.csv --watch --out verdicts.csv
  $ hub06 verify people.csv --map "name=Full name,birthDate=Born" --json
  $ hub06 verify --retry 3f0c… --out verdicts.csv      # the file holds the rows that were not asked again as well

Exit codes: 0 done · 2 done, but rows were put aside · 3 refused by the hub · 4 file not readable, or the run failed
            5 no hub there · 64 wrong usage · 130 interrupted (the run goes on in the hub)`,
});

async function verify(file: string | undefined, flags: Flags): Promise<ExitCode> {
  if ([file, flags.run, flags.retry].filter((one) => one !== undefined).length !== 1) throw neitherNor();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs it
  const room = require('../verify/verify-file') as typeof VerifyRoom;
  const work = await prepareFileWork(flags);
  const { language, progress } = work;
  let runId: string | null = null;
  process.once('SIGINT', () => {
    progress.end();
    const follow = runId && room.wordHowToFollow(runId, language);
    process.stderr.write(`${say({ vi: 'Đã ngắt.', en: 'Interrupted.' }, language)} ${follow ?? ''}\n`);
    process.exit(ExitCode.INTERRUPTED);
  });
  const options = {
    ...work,
    connector: flags.connector,
    purpose: flags.purpose,
    idempotencyKey: flags.idempotencyKey,
    out: flags.out,
    wait: flags.wait,
    onRun: (id: string) => (runId = id),
  };
  try {
    if (flags.retry !== undefined) return await room.retryVerification(flags.retry, options);
    return await (file === undefined
      ? room.followVerification(flags.run ?? '', options)
      : room.verifyFile(file, options));
  } finally {
    progress.end();
  }
}

function neitherNor(): Failure {
  return new Failure(ExitCode.USAGE, {
    vi: 'Cần đúng một trong ba: một tệp, --run <id>, hoặc --retry <id>. Xem: hub06 verify --help',
    en: 'Give exactly one of a file, --run <id> and --retry <id>. See: hub06 verify --help',
  });
}
