/** Reads workbooks that other programs wrote, and refuses those that are made to do harm. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { CsvReader, type CsvRow } from '../../domain/table/csv-reader';
import { SheetTable } from '../../domain/table/sheet-table';
import { findTableHead, type TableRow } from '../../domain/table/table-head';
import { packZip } from '../zip';
import { openFileBytes, type ByteSource } from './byte-source';
import { numberToText } from './cell-format';
import { openWorkbook } from './open-workbook';
import { readSheetHead } from './read-sheet-head';

const ROOT = join(__dirname, '..', '..', '..');
const FOREIGN = join(ROOT, 'test', 'fixtures', 'residents-by-exceljs.xlsx');

async function readAll(source: ByteSource, sheet?: string) {
  const workbook = await openWorkbook(source);
  try {
    const head = await readSheetHead(workbook, sheet);
    const rows: TableRow[] = [];
    for await (const some of workbook.readRows(head.sheet)) rows.push(...some);
    return { ...head, sheets: workbook.sheets, rows };
  } finally {
    workbook.close();
  }
}

function account(rows: readonly TableRow[]) {
  const head = findTableHead(rows)!;
  const told: (string | readonly string[])[] = [];
  const table = new SheetTable(head.headers.length, head.headerLine, {
    row: ({ line, cells }) => told.push([String(line), ...cells]),
    rejected: ({ line, code }) => told.push(`${line} ${code}`),
  });
  for (const row of rows) table.add(row);
  return { head, told };
}

describe('a workbook of another program', () => {
  it('is read as a person sees it: dates by their format, digits with their zeros, rich text as one', async () => {
    const { sheets, sheet, rows } = await readAll(await openFileBytes(FOREIGN));
    expect([sheets, sheet]).toEqual([['Ghi chú', 'Nhân khẩu'], 'Nhân khẩu']);
    const { head, told } = account(rows);
    expect([head.headerLine, head.firstLine]).toEqual([6, 8]);
    expect(told).toEqual([
      ['7', '(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      ['8', '1', 'Trần Thị Yến', '05/03/1990', 'Nữ', '001190000001', '012345678', ''],
      ['9', '2', 'Lê Văn Bình', '1957', 'Nam', '079057000123', '', ''],
      ['10', '3', 'Phạm Văn Cường', '12/1/1988', 'Nam', '79088000456', '', 'xy'],
      '11 BLANK_ROW',
      ['12', '4', 'Nguyễn Văn Đạt', '01/03/1990', 'Nam', '001090000009', '', 'a\r\nb'],
      '13 RAGGED_ROW',
    ]);
  });

  it('has no sheet but those it shows', async () => {
    await expect(readAll(await openFileBytes(FOREIGN), 'Nháp')).rejects.toMatchObject({
      code: 'SHEET_NOT_FOUND',
    });
  });

  it('of ours holds the same people as the text file of the same sample', async () => {
    const { rows } = await readAll(await openFileBytes(join(ROOT, 'samples', 'residents.xlsx')));
    const lines: CsvRow[] = [];
    const reader = new CsvReader(',', '\n', { row: (row) => lines.push(row), rejected: () => {} });
    reader.push(readFileSync(join(ROOT, 'samples', 'residents-dirty.csv'), 'utf8'));
    reader.end();
    const padded = (cells: readonly string[]) => Array.from({ length: 8 }, (_, index) => cells[index] ?? '');
    expect(rows.filter(({ line }) => line > 7).map(({ cells }) => padded(cells))).toEqual(
      lines.slice(1).map(({ cells }) => cells),
    );
  });
});

describe('a number in a cell', () => {
  const day = { kind: 'DATE', shows: 'DAY' } as const;
  it.each([
    ['1', day, false, '01/01/1900'],
    ['59', day, false, '28/02/1900'],
    ['61', day, false, '01/03/1900'],
    ['32933', day, false, '01/03/1990'],
    ['31471', day, true, '01/03/1990'],
    ['32933.75', day, false, '01/03/1990 18:00'],
    ['-1', day, false, '-1'],
    ['7.9095000123E10', { kind: 'NUMBER' } as const, false, '79095000123'],
    ['79095000123', { kind: 'DIGITS', digits: 12 } as const, false, '079095000123'],
    ['1.5', { kind: 'NUMBER' } as const, false, '1.5'],
  ])('%s as %j is read as %s %s', (raw, format, date1904, text) => {
    expect(numberToText(raw, format, date1904)).toBe(text);
  });
});

describe('a workbook that is made to do harm, or broken', () => {
  const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const made = (sheet: string, more: Record<string, string> = {}): ByteSource => {
    const parts: Record<string, string> = {
      'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
      ...more,
    };
    return ofBytes(
      packZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))),
    );
  };
  const ofBytes = (bytes: Buffer): ByteSource => ({
    size: bytes.length,
    read: async function* (start, end) {
      yield await Promise.resolve(bytes.subarray(start, end));
    },
  });
  const rows = (xml: string) => `<worksheet ${MAIN}><sheetData>${xml}</sheetData></worksheet>`;
  const refused = (source: ByteSource) =>
    readAll(source, 'A').then(
      () => 'READ',
      (error: { code?: string }) => error.code,
    );

  it('is refused with a reason, whatever the harm', async () => {
    const fine = rows('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>');
    expect(await refused(made(fine))).toBe('READ');
    expect(await refused(made(rows(`<row r="1"><c><v>${'0'.repeat(8_000_000)}</v></c></row>`)))).toBe(
      'WORKBOOK_TOO_LARGE',
    );
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>${rows('<row><c><v>&a;</v></c></row>')}`;
    expect(await refused(made(bomb))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(made(rows('<row><c><v>&unknown;</v></c></row>')))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(made(rows('<row r="5"/><row r="4"/>')))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(made(rows('<row r="2000000"/>')))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(made(rows('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(made(rows('<row r="1"><c t="s"><v>7</v></c></row>')))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(made(rows('<row r="1"><c><v>1</v></c>').slice(0, 90)))).toBe('WORKBOOK_DAMAGED');
    expect(await refused(ofBytes(Buffer.from('PK\u0003\u0004 and no more')))).toBe('WORKBOOK_DAMAGED');
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`xl/x${index}`, '']));
    expect(await refused(made(fine, many))).toBe('WORKBOOK_TOO_LARGE');
  });

  it('is refused when it is cut anywhere, and never read as less', async () => {
    const whole = readFileSync(FOREIGN);
    for (let cut = 0; cut < whole.length; cut += 997) {
      expect(await refused(ofBytes(whole.subarray(0, cut)))).toBe('WORKBOOK_DAMAGED');
    }
  });
});
