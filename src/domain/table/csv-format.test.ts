/** The head of a file tells what it is, or why it cannot be read. */
import { readCsvFormat } from './csv-format';

const bytes = (text: string) => new TextEncoder().encode(text);

function headOf(head: Uint8Array) {
  const format = readCsvFormat(head);
  if (typeof format === 'string') return format;
  return { delimiter: format.delimiter, newline: format.newline, headers: format.rows[0]?.cells };
}

describe('readCsvFormat', () => {
  it.each([
    ['comma', 'Họ và tên,Ngày sinh\nx,y\n', ',', '\n'],
    ['semicolon and BOM', '\uFEFFHọ và tên;Ngày sinh\r\nx;y\r\n', ';', '\n'],
    ['tab and CR', 'Họ và tên\tNgày sinh\rx\ty\r', '\t', '\r'],
    ['quoted header with commas inside', '"Họ và tên";"Ngày sinh"\n', ';', '\n'],
  ])('reads %s', (_, text, delimiter, newline) => {
    expect(headOf(bytes(text))).toEqual({ delimiter, newline, headers: ['Họ và tên', 'Ngày sinh'] });
  });

  it('takes a head that ends in the middle of a character', () => {
    const whole = bytes('a,b\nx,y\nễ');
    expect(headOf(whole.slice(0, whole.length - 1))).toMatchObject({ headers: ['a', 'b'] });
  });

  it('takes a file with a damaged row, and one that is damaged all over for single bytes', () => {
    const rows = (damaged: number) =>
      Uint8Array.of(
        ...bytes('a,b\n'),
        ...Array.from({ length: 10 }, (_, i) => [i < damaged ? 0xd4 : 0x41, 0x2c, 0x0a]).flat(),
      );
    expect(readCsvFormat(rows(1))).toMatchObject({ fileEncoding: 'UTF8' });
    expect(readCsvFormat(rows(8))).toMatchObject({ fileEncoding: 'SINGLE_BYTE' });
  });

  it.each([
    [
      'UTF16LE',
      Uint8Array.of(
        0xff,
        0xfe,
        ...new Uint8Array(new Uint16Array([...'Tên,b\n1,2\n'].map((c) => c.charCodeAt(0))).buffer),
      ),
    ],
    ['SINGLE_BYTE', Uint8Array.of(0x54, 0xaa, 0x6e, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32, 0x0a)],
  ])('tells %s', (fileEncoding, head) =>
    expect(readCsvFormat(head)).toMatchObject({ fileEncoding, delimiter: ',' }),
  );

  it('chooses the delimiter by the table and not by the title above it', () => {
    expect(readCsvFormat(bytes('DANH SÁCH CƯ DÂN\n\nHọ tên;Ngày sinh;CCCD\n'))).toMatchObject({
      delimiter: ';',
    });
  });

  it('refuses what is no text and what has no header', () => {
    expect(readCsvFormat(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toBe(
      'UNSUPPORTED_FORMAT',
    );
    expect(readCsvFormat(bytes(''))).toBe('EMPTY_FILE');
    expect(readCsvFormat(bytes(' , \n1,2\n'))).toBe('EMPTY_FILE');
  });
});
