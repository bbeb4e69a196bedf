/** `hub06 undo`: a clean file and its log of changes in, the rows that came in out. */
import { type Command } from 'commander';
import { ExitCode } from '../exit-codes';
import { say } from '../surroundings';
import type * as UndoRoom from '../cleanse/undo-cleansing';
import type * as SaveRoom from '../save-whole';
import type * as ColumnMapReader from '../verify/column-map';

interface Flags {
  readonly changes: string;
  readonly out: string;
  readonly map?: string;
  readonly json?: boolean;
}

export function addUndo(program: Command): void {
  program
    .command('undo')
    .summary(say({ vi: 'trả tệp về như trước khi làm sạch', en: 'take a cleansing back' }))
    .description(
      say({
        vi: 'Từ tệp đã làm sạch và nhật ký thay đổi, ghi lại đúng các dòng đã đưa vào (dòng bị để riêng lúc nạp không có trong đó). Chạy ngay tại đây, không cần hub.',
        en: 'Makes the rows that came in out of the clean file and its log of changes (rows put aside when the file was read are not among them). Works here, without a hub.',
      }),
    )
    .argument(
      '<clean.csv>',
      say({ vi: 'tệp mà hub06 cleanse --out đã ghi', en: 'what hub06 cleanse --out wrote' }),
    )
    .requiredOption('--changes <file>', say({ vi: 'nhật ký thay đổi', en: 'the log of changes' }))
    .requiredOption('--out <file>', say({ vi: 'ghi các dòng ban đầu', en: 'write the rows that came in' }))
    .option('--map <map>', say({ vi: 'như đã dùng khi làm sạch', en: 'as it was given to the cleansing' }))
    .option('--json', say({ vi: 'chỉ in một đối tượng JSON', en: 'print one JSON object only' }))
    .addHelpText('after', HELP)
    .action(async (clean: string, flags: Flags) => {
      process.exitCode = await undo(clean, flags);
    });
}

const HELP = say({
  vi: `
Ví dụ:
  $ hub06 undo clean.csv --changes changes.csv --out raw.csv

Dấu nháy đơn mà bản xuất thêm trước ô giống công thức được bỏ đi: đừng mở tệp kết quả bằng bảng tính nếu không tin nguồn của nó.

Mã thoát: 0 xong · 4 không đọc được tệp, hoặc hai tệp không khớp nhau · 64 sai cách dùng hoặc cột`,
  en: `
Examples:
  $ hub06 undo clean.csv --changes changes.csv --out raw.csv

The apostrophe that exports put before a cell like a formula is taken away: do not open the result in a spreadsheet unless you trust its source.

Exit codes: 0 done · 4 a file is not readable, or the two do not fit each other · 64 wrong usage or columns`,
});

async function undo(clean: string, { changes, out, map, json }: Flags): Promise<ExitCode> {
  /* eslint-disable @typescript-eslint/no-require-imports -- only this command needs them */
  const { undoCleansing } = require('../cleanse/undo-cleansing') as typeof UndoRoom;
  const { checkWritable } = require('../save-whole') as typeof SaveRoom;
  const { readColumnMap } = require('../verify/column-map') as typeof ColumnMapReader;
  /* eslint-enable @typescript-eslint/no-require-imports */
  checkWritable(out);
  const columnMap = map === undefined ? undefined : readColumnMap(map);
  const { rows, changes: taken } = await undoCleansing({ clean, changes, out, columnMap });
  const words = say({
    vi: `Đã trả lại ${taken} thay đổi ở ${rows} dòng, ghi vào ${out}.`,
    en: `Took back ${taken} changes of ${rows} rows, written to ${out}.`,
  });
  process.stdout.write(
    json === true ? `${JSON.stringify({ rows, changes: taken, file: out })}\n` : `${words}\n`,
  );
  return ExitCode.DONE;
}
