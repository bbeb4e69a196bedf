/** Answers for files whose words stand in another encoding: C01 TCVN3, C02 VNI, C03 UTF-8 read wrongly, C04 entities. */
import { type Draws } from './draws';
import { type RateName } from './rates';
import { mark, type NoiseContext, type Row, strikeFile } from './row';

/** Bytes of TCVN 5712 VN3 as the signs that ISO 8859-1 shows for them; capitals but these seven were small letters in a font of capitals. */
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđ'.split('').map((letter, at) => [letter, 0xa1 + at] as const);
const TCVN3_TONED: readonly (readonly [string, number])[] = [
  ...([
    ['à', 0xb5],
    ['ả', 0xb6],
    ['ã', 0xb7],
    ['á', 0xb8],
    ['ạ', 0xb9],
  ] as const),
  ...([
    ['ằ', 0xbb],
    ['ẳ', 0xbc],
    ['ẵ', 0xbd],
    ['ắ', 0xbe],
    ['ặ', 0xc6],
  ] as const),
  ...([
    ['ầ', 0xc7],
    ['ẩ', 0xc8],
    ['ẫ', 0xc9],
    ['ấ', 0xca],
    ['ậ', 0xcb],
  ] as const),
  ...([
    ['è', 0xcc],
    ['ẻ', 0xce],
    ['ẽ', 0xcf],
    ['é', 0xd0],
    ['ẹ', 0xd1],
  ] as const),
  ...([
    ['ề', 0xd2],
    ['ể', 0xd3],
    ['ễ', 0xd4],
    ['ế', 0xd5],
    ['ệ', 0xd6],
  ] as const),
  ...([
    ['ì', 0xd7],
    ['ỉ', 0xd8],
    ['ĩ', 0xdc],
    ['í', 0xdd],
    ['ị', 0xde],
  ] as const),
  ...([
    ['ò', 0xdf],
    ['ỏ', 0xe1],
    ['õ', 0xe2],
    ['ó', 0xe3],
    ['ọ', 0xe4],
  ] as const),
  ...([
    ['ồ', 0xe5],
    ['ổ', 0xe6],
    ['ỗ', 0xe7],
    ['ố', 0xe8],
    ['ộ', 0xe9],
  ] as const),
  ...([
    ['ờ', 0xea],
    ['ở', 0xeb],
    ['ỡ', 0xec],
    ['ớ', 0xed],
    ['ợ', 0xee],
  ] as const),
  ...([
    ['ù', 0xef],
    ['ủ', 0xf1],
    ['ũ', 0xf2],
    ['ú', 0xf3],
    ['ụ', 0xf4],
  ] as const),
  ...([
    ['ừ', 0xf5],
    ['ử', 0xf6],
    ['ữ', 0xf7],
    ['ứ', 0xf8],
    ['ự', 0xf9],
  ] as const),
  ...([
    ['ỳ', 0xfa],
    ['ỷ', 0xfb],
    ['ỹ', 0xfc],
    ['ý', 0xfd],
    ['ỵ', 0xfe],
  ] as const),
];
const TCVN3 = new Map(
  [...TCVN3_LETTERS, ...TCVN3_TONED].map(([letter, byte]) => [letter, String.fromCharCode(byte)]),
);

function inTcvn3(text: string): string {
  return Array.from(text, (letter) => TCVN3.get(letter) ?? TCVN3.get(letter.toLowerCase()) ?? letter).join(
    '',
  );
}

/** VNI-Windows: the letter, then one sign for its shape and tone together; grave, acute, hook, tilde, dot in this order. */
const VNI_TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const VNI_AFTER: Readonly<Record<string, string>> = { '': 'øùûõï', '\u0302': 'àáåãä', '\u0306': 'èéúüë' };
const VNI_SHAPE: Readonly<Record<string, string>> = { '\u0302': 'â', '\u0306': 'ê' };
const VNI_HORNED: Readonly<Record<string, string>> = { o: 'ô', u: 'ö', O: 'Ô', U: 'Ö' };
const VNI_WHOLE: Readonly<Record<string, string>> = {
  ...{ đ: 'ñ', ì: 'ì', í: 'í', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' },
  ...{ Đ: 'Ñ', Ì: 'Ì', Í: 'Í', Ỉ: 'Æ', Ĩ: 'Ó', Ị: 'Ò', Ỵ: 'Î' },
};

function inVni(text: string): string {
  return Array.from(text, (letter) => {
    const whole = VNI_WHOLE[letter];
    if (whole !== undefined) return whole;
    const [base = '', ...marks] = letter.normalize('NFD');
    const tone = VNI_TONES.findIndex((sign) => marks.includes(sign));
    const shape = marks.find((sign) => sign in VNI_SHAPE) ?? '';
    const shown = marks.includes('\u031b') ? (VNI_HORNED[base] ?? base) : base;
    const after = tone >= 0 ? (VNI_AFTER[shape] as string)[tone] : VNI_SHAPE[shape];
    if (after === undefined) return shown;
    return shown + (base === base.toUpperCase() ? after.toUpperCase() : after);
  }).join('');
}

/** Signs of windows-1252 for the bytes 80 … 9F; TextDecoder of some Node versions takes them for controls. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const UTF8 = new TextEncoder();

function asWindows(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

function misread(text: string, draws: Draws): string {
  const once = asWindows(UTF8.encode(text));
  return draws.next() < 0.7 ? once : asWindows(UTF8.encode(once));
}

const BEYOND_ASCII = /[\u0080-\uffff]/g;
const asEntity = (letter: string) => `&#${letter.codePointAt(0) as number};`;

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\u00d0': 'Đ',
  '\u00f0': 'đ',
  '\u0189': 'Đ',
  '\u0430': 'a',
  '\u0435': 'e',
  '\u043e': 'o',
};

/** Unseen signs and letters of other alphabets (C06, C07) have no place in an encoding of one byte a sign. */
function inOneByte(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\u00d0\u00f0\u0189\u0430\u0435\u043e]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
}

type Encode = (text: string, draws: Draws) => string;
const ENCODINGS: readonly (readonly [code: string, rate: RateName, encode: Encode])[] = [
  ['C01', 'C01 file', (text) => inTcvn3(inOneByte(text))],
  ['C02', 'C02 file', (text) => inVni(inOneByte(text))],
  ['C03', 'C03 file', misread],
  ['C04', 'C04 file', (text) => text.replace(BEYOND_ASCII, asEntity)],
];

/** Names and addresses of a file were written by one program: the first class that strikes it encodes them all. */
export function applyEncoding(row: Row, context: NoiseContext): void {
  for (const [code, rate, encode] of ENCODINGS) {
    const draws = strikeFile(context, rate);
    if (draws === null) continue;
    const [name, address] = [row.name, row.address].map((text) => encode(text.normalize('NFC'), draws)) as [
      string,
      string,
    ];
    if (name === row.name && address === row.address) return;
    row.name = name;
    row.address = address;
    mark(row, code);
    return;
  }
}
