/** A clean file and its log lead back to the rows that came in, and only those two that belong together do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANGE_COLUMNS } from '../../domain/cleanse/change-csv';
import { csvLine } from '../../domain/table/safe-cell';
import { ExitCode } from '../exit-codes';
import { undoCleansing } from './undo-cleansing';

const folder = mkdtempSync(join(tmpdir(), 'hub06-undo-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [clean, changes, out] = ['clean.csv', 'changes.csv', 'raw.csv'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const HEADERS = ['STT', 'Họ và tên', 'Ngày sinh', 'Số điện thoại'];

function write(path: string, lines: readonly (readonly string[])[]): void {
  writeFileSync(path, lines.map((cells) => `${csvLine(cells)}\n`).join(''));
}

const change = (row: number, field: string, no: number, mode: string, before: string, after: string) => [
  ...[String(row), String(row + 1), field, String(no), 'T03', '1'],
  ...[mode, before, after, 'true', '1'],
];

const undoIt = () => undoCleansing({ clean, changes, out, columnMap: undefined });

beforeEach(() => {
  write(clean, [
    HEADERS,
    ['1', 'Vũ Hà', '01/02/1990', '0912345678'],
    ['', '', '', ''],
    ['3', 'Đỗ "Bé" Mai', '1991', '-'],
  ]);
  write(changes, [
    CHANGE_COLUMNS,
    change(1, 'name', 1, 'AUTO', ' vũ  hà ', 'vũ hà'),
    change(1, 'name', 2, 'AUTO', 'vũ hà', 'Vũ Hà'),
    change(1, 'phone', 1, 'AUTO', '+84912345678', '0912345678'),
    change(2, 'name', 1, 'AUTO', 'không có', ''),
    change(3, 'birthDate', 1, 'SUGGEST', '1991', '01/01/1991'),
  ]);
});

it('gives the rows that came in', async () => {
  expect(await undoIt()).toEqual({ rows: 3, changes: 4 });
  expect(readFileSync(out, 'utf8')).toBe(
    [
      'STT,Họ và tên,Ngày sinh,Số điện thoại',
      '1, vũ  hà ,01/02/1990,+84912345678',
      ',không có,,',
      '3,"Đỗ ""Bé"" Mai",1991,-',
      '',
    ].join('\n'),
  );
});

it.each([
  ['a row was edited', () => write(clean, [HEADERS, ['1', 'Vũ Hạ', '01/02/1990', '0912345678']]), 'row 1'],
  ['rows are missing', () => write(clean, [HEADERS, ['1', 'Vũ Hà', '01/02/1990', '0912345678']]), 'row 2'],
  ['the log is something else', () => write(changes, [HEADERS]), 'not the change log'],
  ['the log breaks off', () => write(changes, [CHANGE_COLUMNS, ['1', '2', 'name']]), 'Line 2'],
  [
    'the log holds an unknown field',
    () => write(changes, [CHANGE_COLUMNS, change(1, 'x', 1, 'AUTO', '', '')]),
    'not the',
  ],
])('refuses when %s, and writes nothing', async (_, spoil, words) => {
  rmSync(out, { force: true });
  spoil();
  await expect(undoIt()).rejects.toMatchObject({
    exitCode: ExitCode.RUN_FAILED,
    message: expect.stringContaining(words) as string,
  });
  expect(() => readFileSync(out)).toThrow();
});
