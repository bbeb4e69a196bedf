/** The head of a file tells what it is, or why it cannot be read. */
import { readCsvFormat } from './csv-format';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readCsvFormat', () => {
  it.each([
    ['comma', 'Họ và tên,Ngày sinh\nx,y\n', ',', '\n'],
    ['semicolon and BOM', '\uFEFFHọ và tên;Ngày sinh\r\nx;y\r\n', ';', '\n'],
    ['tab and CR', 'Họ và tên\tNgày sinh\rx\ty\r', '\t', '\r'],
    ['quoted header with commas inside', '"Họ và tên";"Ngày sinh"\n', ';', '\n'],
  ])('reads %s', (_, text, delimiter, newline) => {
    expect(readCsvFormat(bytes(text))).toEqual({ delimiter, newline, headers: ['Họ và tên', 'Ngày sinh'] });
  });

  it('takes a head that ends in the middle of a character', () => {
    const whole = bytes('a,b\nễ');
    expect(readCsvFormat(whole.slice(0, whole.length - 1))).toMatchObject({ headers: ['a', 'b'] });
  });

  it('takes a file with a damaged row, and refuses one that is damaged all over', () => {
    const rows = (damaged: number) =>
      Uint8Array.of(
        ...bytes('a,b\n'),
        ...Array.from({ length: 10 }, (_, i) => [i < damaged ? 0xd4 : 0x41, 0x2c, 0x0a]).flat(),
      );
    expect(readCsvFormat(rows(1))).toMatchObject({ headers: ['a', 'b'] });
    expect(readCsvFormat(rows(8))).toBe('UNSUPPORTED_FORMAT');
  });

  it('refuses what is not UTF-8 and what has no header', () => {
    expect(readCsvFormat(Uint8Array.of(0x4e, 0xd4, 0x4e, 0x0a))).toBe('UNSUPPORTED_FORMAT');
    expect(readCsvFormat(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toBe('UNSUPPORTED_FORMAT');
    expect(readCsvFormat(bytes(''))).toBe('EMPTY_FILE');
    expect(readCsvFormat(bytes('\n1,2\n'))).toBe('EMPTY_FILE');
  });
});
