/** Proves that headers are found where official sheets have them, and that uncertain encodings are refused. */
import { encodeText } from '../encoding/text-encoding';
import { decodeCells, readTable, type TableReading } from './table-reading';
import { findTableHead } from './table-head';

const lined = (rows: readonly (readonly string[])[]) =>
  rows.map((cells, index) => ({ line: index + 1, cells }));
const HEADER = ['Họ và tên', 'Ngày sinh', 'Số CCCD'];
const NAMES = ['Nguyễn Thị Hoà', 'Trần Văn Dũng', 'Lê Hữu Phước', 'Đặng Quốc Việt', 'Bùi Thuỳ Hương'];
const people = (count: number, recode = (text: string) => text) =>
  Array.from({ length: count }, (_, index) => [recode(NAMES[index % NAMES.length]!), '01/02/1990', '']);

describe('findTableHead', () => {
  it('takes the first row when it names the fields', () => {
    expect(findTableHead(lined([HEADER, ...people(2)]))).toEqual({
      headerLine: 1,
      firstLine: 2,
      headers: HEADER,
    });
  });

  it('passes titles above the header and column numbers below it', () => {
    const sheet = lined([
      ['UBND XÃ THỬ NGHIỆM', '', ''],
      ['', '', ''],
      ['DANH SÁCH CƯ DÂN', '', ''],
      ['Họ và\ntên', 'Ngày sinh', 'Số CCCD'],
      ['(1)', '(2)', '(3)'],
      ...people(2),
    ]);
    expect(findTableHead(sheet)).toEqual({ headerLine: 4, firstLine: 6, headers: HEADER });
  });

  it('joins two rows whose cells are merged, under titles and over a row of column numbers', () => {
    const sheet = lined([
      ['UBND XÃ THỬ NGHIỆM', '', '', '', '', '', ''],
      ['DANH SÁCH CƯ DÂN', '', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Giấy tờ tùy thân', '', 'Nhân khẩu', ''],
      ['', '', '', 'Số CCCD', 'Số CMND', 'Nam', 'Nữ'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      ['1', 'Nguyễn Thị Hoà', '01/02/1990', '', '', '', 'x'],
    ]);
    const headers = [
      'STT',
      'Họ và tên',
      'Ngày sinh',
      'Số CCCD',
      'Số CMND',
      'Nhân khẩu – Nam',
      'Nhân khẩu – Nữ',
    ];
    expect(findTableHead(sheet)).toEqual({ headerLine: 4, firstLine: 7, headers });
    expect(findTableHead(sheet, 4)).toEqual({ headerLine: 4, firstLine: 7, headers });
    // Only the lower row says by what people are looked up.
    const split = lined([
      ['STT', 'Công dân', '', 'Ghi chú'],
      ['', 'Họ và tên', 'Số CCCD', ''],
      ['1', 'Nguyễn Thị Hoà', '', ''],
    ]);
    expect(findTableHead(split)).toEqual({
      headerLine: 1,
      firstLine: 3,
      headers: ['STT', 'Họ và tên', 'Số CCCD', 'Ghi chú'],
    });
  });

  it('takes no row of data for the lower half of a header', () => {
    const header = ['Họ và tên', 'Ngày sinh', 'Số CCCD', ''];
    const sparse = ['Nguyễn Thị Hoà', '', '', 'chuyển đến'];
    expect(findTableHead(lined([header, sparse]))).toEqual({ headerLine: 1, firstLine: 2, headers: header });
  });

  it('goes by the line that it is given', () => {
    expect(findTableHead(lined([HEADER, ['A', 'B', 'C'], ...people(1)]), 2)).toMatchObject({
      headers: ['A', 'B', 'C'],
    });
    expect(findTableHead(lined([HEADER]), 9)).toBeNull();
  });
});

describe('readTable', () => {
  const inTcvn3 = (text: string) => encodeText(text, 'TCVN3');

  it('finds the encoding of a column and of the headers', () => {
    const rows = lined([HEADER.map(inTcvn3), ...people(100, inTcvn3)]);
    const table = readTable(rows, true, {}) as TableReading;
    expect(table.headers).toEqual(HEADER);
    expect(table.encodings.map(({ encoding }) => encoding)).toEqual(['TCVN3', 'UNICODE', 'UNICODE']);
    expect(decodeCells([inTcvn3('Đỗ Thị Yến'), '1', ''], table.encodings)).toEqual(['Đỗ Thị Yến', '1', '']);
  });

  it('refuses a column with too little evidence, and takes the word of a person', () => {
    const rows = lined([HEADER, ...people(3, inTcvn3)]);
    expect(readTable(rows, false, {})).toEqual({ problem: 'ENCODING_UNCERTAIN', headers: ['Họ và tên'] });
    expect(readTable(rows, false, { encoding: 'TCVN3' })).toMatchObject({
      encodings: [{ encoding: 'TCVN3', confidence: 1 }, {}, {}],
    });
  });

  it('does not take letters of a single-byte file for granted', () => {
    const rows = lined([HEADER, ['José', '1', '2']]);
    expect(readTable(rows, true, {})).toMatchObject({ problem: 'ENCODING_UNCERTAIN' });
    expect(readTable(rows, false, {})).toMatchObject({ mapping: { name: 0 } });
  });

  it('lets cells be that are not in the encoding of their column', () => {
    expect(decodeCells(['Nguyễn Thị Hoà'], [{ encoding: 'VNI' }])).toEqual(['Nguyễn Thị Hoà']);
  });
});
