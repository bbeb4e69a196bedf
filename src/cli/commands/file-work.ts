/** What every command that brings a file in has in common: its options, and what they are made into. */
import { type Command, Option } from 'commander';
import { readConfig } from '../../config';
import { TextEncoding } from '../../domain/encoding/text-encoding';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { findLanguage, say } from '../surroundings';
import type * as ColumnMapReader from '../verify/column-map';
import type * as HubFinder from '../hub/find-hub';
import type * as ProgressRoom from '../verify/progress-line';

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
    .option(
      '--watch',
      say({
        vi: 'hiện tiến độ (mặc định khi ở cửa sổ dòng lệnh)',
        en: 'show progress (default on a terminal)',
      }),
    )
    .option('--json', say({ vi: 'chỉ in một đối tượng JSON', en: 'print one JSON object only' }))
    .option(
      '--url <url>',
      say({
        vi: 'địa chỉ hub (mặc định: hub chạy trên máy này)',
        en: "the hub's address (default: the one that runs here)",
      }),
    )
    .option(
      '--key <key>',
      say({
        vi: 'khóa API (mặc định: operator trong keys.json)',
        en: 'API key (default: operator of keys.json)',
      }),
    );
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new Failure(ExitCode.USAGE, {
    vi: '--header-line cần một số từ 1.',
    en: '--header-line takes a number from 1.',
  });
}

/** The hub, the words, how to read the file. */
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
