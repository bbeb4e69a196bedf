/** `hub06 cleanse`: a file of residents in, a clean file and the log of every change out. */
import { type Command, Option } from 'commander';
import { readConfig } from '../../config';
import { TextEncoding } from '../../domain/encoding/text-encoding';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { findLanguage, say } from '../surroundings';
import type * as ColumnMapReader from '../verify/column-map';
import type * as HubFinder from '../hub/find-hub';
import type * as PackReader from '../cleanse/read-pack';
import type * as ProgressRoom from '../verify/progress-line';
import type * as CleanseRoom from '../cleanse/cleanse-file';

export interface FileFlags {
  readonly name?: string;
  readonly map?: string;
  readonly encoding?: TextEncoding;
  readonly headerLine?: number;
  readonly sheet?: string;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly url?: string;
  readonly key?: string;
}

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

/** The options of every command that brings a file in. */
export function addFileOptions(command: Command): Command {
  return command
    .option(
      '--name <name>',
      say({ vi: 'tên bộ dữ liệu (mặc định: tên tệp)', en: 'dataset name (default: the file name)' }),
    )
    .option('--map <map>', say({ vi: 'tệp JSON hoặc trường=Tên cột,…', en: 'JSON file or field=Header,…' }))
    .addOption(
      new Option(
        '--encoding <encoding>',
        say({ vi: 'bảng mã (mặc định: tự nhận)', en: 'encoding (default: found out)' }),
      ).choices(Object.values(TextEncoding)),
    )
    .option('--header-line <n>', say({ vi: 'dòng tiêu đề', en: 'line of the header' }), wholeNumber)
    .option('--sheet <name>', say({ vi: 'trang tính', en: 'sheet' }))
    .option('--watch', say({ vi: 'hiện tiến độ', en: 'show progress' }))
    .option('--json', say({ vi: 'chỉ in một đối tượng JSON', en: 'print one JSON object only' }))
    .option('--url <url>', say({ vi: 'địa chỉ hub', en: "the hub's address" }))
    .option('--key <key>', say({ vi: 'khóa API', en: 'API key' }));
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new Failure(ExitCode.USAGE, {
    vi: '--header-line cần một số từ 1.',
    en: '--header-line takes a number from 1.',
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

/** What every command that brings a file in needs: the hub, the words, how to read the file. */
export async function prepareFileWork(flags: FileFlags) {
  /* eslint-disable @typescript-eslint/no-require-imports -- loaded by the commands that need them */
  const { findHub } = require('../hub/find-hub') as typeof HubFinder;
  const { readColumnMap } = require('../verify/column-map') as typeof ColumnMapReader;
  const { openProgressLine } = require('../verify/progress-line') as typeof ProgressRoom;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const language = findLanguage() ?? 'vi';
  const { encoding, headerLine, sheet } = flags;
  const said = Object.entries({ encoding, headerLine, sheet }).filter(([, value]) => value !== undefined);
  return {
    hub: await findHub(readConfig(), flags),
    name: flags.name,
    columnMap: flags.map === undefined ? undefined : readColumnMap(flags.map),
    ...(said.length > 0 ? { reading: Object.fromEntries(said) } : {}),
    language,
    progress: openProgressLine(process.stderr, language, flags.watch ?? process.stdout.isTTY === true),
    json: flags.json === true,
    print: (text: string) => void process.stdout.write(text),
  };
}
