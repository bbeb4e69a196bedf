/** `hub06 link`: finds the rows of one file, or of two, that are about the same person. */
import { type Command } from 'commander';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import type * as LocalLink from '../link/link-locally';
import type * as HubLink from '../link/link-on-hub';
import type * as ModelReader from '../link/read-model';
import { prepareFileWork } from './file-work';
import { findLanguage, say } from '../surroundings';
import type * as ProgressRoom from '../verify/progress-line';

interface Flags {
  readonly model: string;
  readonly out?: string;
  readonly clusters?: string;
  readonly map: readonly string[];
  readonly mapB: readonly string[];
  readonly train?: boolean;
  readonly saveModel?: string;
  readonly local?: boolean;
  readonly sheet?: string;
  readonly json?: boolean;
  readonly url?: string;
  readonly key?: string;
}

const collect = (value: string, all: readonly string[]): string[] => [...all, value];

export function addLink(program: Command): void {
  program
    .command('link')
    .summary(
      say({
        vi: 'tìm bản ghi trùng trong một hoặc giữa hai tệp',
        en: 'find duplicates within a file or between two',
      }),
    )
    .description(
      say({
        vi: 'Tìm các dòng nói về cùng một người, trong một tệp hoặc giữa hai tệp, theo một mô hình (tệp JSON). Mỗi cặp có trọng số, xác suất và từng phần tạo nên nó.',
        en: 'Finds the rows that are about the same person, within one file or between two, by a model (a JSON file). Each pair comes with its weight, its posterior and the parts that make it.',
      }),
    )
    .argument('<a.csv>', say({ vi: 'tệp CSV hoặc Excel (.xlsx)', en: 'CSV file or workbook (.xlsx)' }))
    .argument('[b.csv]', say({ vi: 'tệp thứ hai, để nối hai tệp', en: 'second file, to link the two' }))
    .option(
      '--model <name>',
      say({ vi: 'mô hình có sẵn hoặc tệp JSON', en: 'a model that ships with the hub, or a JSON file' }),
      'vietnamese-residents',
    )
    .option('--out <file>', say({ vi: 'ghi các cặp ra tệp này', en: 'write the pairs to this file' }))
    .option(
      '--clusters <file>',
      say({ vi: 'ghi cụm của từng dòng ra tệp này', en: "write each row's cluster to this file" }),
    )
    .option(
      '--map <column=Header>',
      say({ vi: 'tên cột trong tệp (lặp lại được)', en: 'header of a column of the model (repeatable)' }),
      collect,
      [],
    )
    .option(
      '--map-b <column=Header>',
      say({ vi: 'như --map, riêng cho tệp thứ hai', en: 'as --map, for the second file only' }),
      collect,
      [],
    )
    .option(
      '--train',
      say({ vi: 'học trọng số từ chính các tệp này trước', en: 'learn the weights from these files first' }),
    )
    .option(
      '--save-model <file>',
      say({ vi: 'ghi mô hình đã dùng ra tệp này', en: 'write the model that was used to this file' }),
    )
    .option('--sheet <name>', say({ vi: 'trang tính của tệp Excel', en: 'sheet of the workbook' }))
    .option('--local', say({ vi: 'chạy ngay tại đây, không cần hub', en: 'work here, without a hub' }))
    .option('--url <url>', say({ vi: 'địa chỉ hub', en: "the hub's address" }))
    .option('--key <key>', say({ vi: 'khóa API', en: 'API key' }))
    .option('--json', say({ vi: 'chỉ in một đối tượng JSON', en: 'print one JSON object only' }))
    .addHelpText('after', HELP)
    .action(async (a: string, b: string | undefined, flags: Flags) => {
      process.exitCode = await link(a, b, flags);
    });
}

const HELP = say({
  vi: `
Ví dụ:
  $ hub06 link people.csv --out pairs.csv --clusters clusters.csv
  $ hub06 link people.csv --local --out pairs.csv --train --save-model mine.json
  $ hub06 link a.csv b.csv --local --out pairs.csv --map "name=Tên đầy đủ"
  $ hub06 link voters.csv --local --model english-names-postcodes --out pairs.csv

Mã thoát: 0 xong · 2 xong nhưng có dòng không đọc được · 3 hub từ chối · 4 không đọc được tệp, hoặc lượt chạy thất bại
          5 không kết nối được hub · 64 sai cách dùng, mô hình hoặc cột`,
  en: `
Examples:
  $ hub06 link people.csv --out pairs.csv --clusters clusters.csv
  $ hub06 link people.csv --local --out pairs.csv --train --save-model mine.json
  $ hub06 link a.csv b.csv --local --out pairs.csv --map "name=Full name"
  $ hub06 link voters.csv --local --model english-names-postcodes --out pairs.csv

Exit codes: 0 done · 2 done, but some rows were not readable · 3 refused by the hub · 4 file not readable, or the run failed
            5 no hub there · 64 wrong usage, model or columns`,
});

async function link(a: string, b: string | undefined, flags: Flags): Promise<ExitCode> {
  if (flags.local !== true) return linkThroughHub(b === undefined ? [a] : [a, b], flags);
  /* eslint-disable @typescript-eslint/no-require-imports -- only this command needs them */
  const { linkLocally } = require('../link/link-locally') as typeof LocalLink;
  const { openProgressLine } = require('../verify/progress-line') as typeof ProgressRoom;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const language = findLanguage() ?? 'vi';
  const progress = openProgressLine(process.stderr, language, process.stdout.isTTY === true);
  const shared = readMap(flags.map);
  const { sheet } = flags;
  const inputs = [{ path: a, columnMap: shared, sheet }];
  if (b !== undefined) inputs.push({ path: b, columnMap: { ...shared, ...readMap(flags.mapB) }, sheet });
  try {
    return await linkLocally({
      inputs,
      model: flags.model,
      out: flags.out,
      clusters: flags.clusters,
      train: flags.train === true,
      saveModel: flags.saveModel,
      json: flags.json === true,
      language,
      progress,
      print: (text) => void process.stdout.write(text),
      now: () => performance.now(),
    });
  } finally {
    progress.end();
  }
}

async function linkThroughHub(paths: readonly string[], flags: Flags): Promise<ExitCode> {
  if (flags.saveModel !== undefined || flags.map.length + flags.mapB.length > 0) throw onlyLocal();
  /* eslint-disable @typescript-eslint/no-require-imports -- only this command needs them */
  const { linkOnHub } = require('../link/link-on-hub') as typeof HubLink;
  const { readModel } = require('../link/read-model') as typeof ModelReader;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const model = readModel(flags.model);
  const { json, url, key } = flags;
  const given = {
    ...(json ? { json } : {}),
    ...(url ? { url } : {}),
    ...(key ? { key } : {}),
    ...(flags.sheet ? { sheet: flags.sheet } : {}),
  };
  const work = await prepareFileWork(given);
  try {
    const { train, out, clusters } = flags;
    return await linkOnHub({ ...work, paths, model, train: train === true, out, clusters });
  } finally {
    work.progress.end();
  }
}

function onlyLocal(): Failure {
  return new Failure(ExitCode.USAGE, {
    vi: '--map, --map-b và --save-model chỉ dùng cùng --local; trên hub, hãy đổi tên cột hoặc thêm tên vào tệp mô hình.',
    en: '--map, --map-b and --save-model go with --local only; on the hub, rename the columns or add their names to the model file.',
  });
}

function readMap(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      throw new Failure(ExitCode.USAGE, {
        vi: `--map cần dạng cột=Tên cột, ví dụ --map "name=Họ tên" (nhận được "${pair}").`,
        en: `--map takes column=Header, for example --map "name=Full name" (got "${pair}").`,
      });
    }),
  );
}
