/** VISCII 1.1 (RFC 1456): one byte a letter; six capitals stand at control characters. */
import { signOfByte } from './code-page';
import { createLetterTable } from './letter-table';

/** Bytes 0x80 … 0xFF in order. */
const UPPER_HALF =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';
const AT_CONTROLS: readonly (readonly [letter: string, byte: number])[] = [
  ...[['Ẳ', 0x02] as const, ['Ẵ', 0x05] as const, ['Ẫ', 0x06] as const],
  ...[['Ỷ', 0x14] as const, ['Ỹ', 0x19] as const, ['Ỵ', 0x1e] as const],
];

export const VISCII = createLetterTable([
  ...[...UPPER_HALF].map((letter, index) => [letter, signOfByte(0x80 + index)] as const),
  ...AT_CONTROLS.map(([letter, byte]) => [letter, signOfByte(byte)] as const),
]);
