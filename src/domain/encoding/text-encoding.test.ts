/** Proves that every encoding carries all 134 Vietnamese letters there and back, and agrees with independent converters. */
import fc from 'fast-check';
import { decode as iconvDecode } from 'iconv-lite';
import { bytesToText, fitsCodePage, signOfByte, textToBytes } from './code-page';
import { raiseFontCapitals } from './tcvn3';
import { decodeText, encodeText, LEGACY_ENCODINGS } from './text-encoding';
import { misreadUtf8, repairMisreadUtf8 } from './utf8-misread';
import { CAPITAL_LETTERS, SMALL_LETTERS } from './vietnamese-letters';

const LETTERS = [...SMALL_LETTERS, ...CAPITAL_LETTERS];
const name = fc
  .array(fc.array(fc.constantFrom(...LETTERS, ...'aeghinotuyABCHNTĐ'), { minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.map((word) => word.join('')).join(' '));

test('there are 134 letters', () => expect(new Set(LETTERS).size).toBe(134));

describe.each(LEGACY_ENCODINGS.filter((encoding) => encoding !== 'TCVN3'))('%s', (encoding) => {
  test.each(LETTERS)('carries %s', (letter) => {
    const text = `H${letter}n`;
    const encoded = encodeText(text, encoding);
    expect(fitsCodePage(encoded)).toBe(true);
    expect(decodeText(encoded, encoding)).toBe(text);
  });

  it('carries any name', () => {
    fc.assert(fc.property(name, (text) => decodeText(encodeText(text, encoding), encoding) === text));
  });
});

describe('TCVN3', () => {
  const own = [...SMALL_LETTERS, ...'ĂÂÊÔƠƯĐ'];

  test.each(own)('carries %s', (letter) => {
    expect(decodeText(encodeText(letter, 'TCVN3'), 'TCVN3')).toBe(letter);
  });

  test.each(CAPITAL_LETTERS)('carries %s in a name of capitals: the font made them', (letter) => {
    const shown = `NG${letter}N TH${letter}`;
    const typed = [...shown].map((sign) => (own.includes(sign) ? sign : sign.toLowerCase())).join('');
    const stored = encodeText(
      typed.replaceAll(/[a-z]/g, (sign) => sign.toUpperCase()),
      'TCVN3',
    );
    expect(raiseFontCapitals(decodeText(stored, 'TCVN3') ?? '')).toBe(shown);
  });

  it.each([
    ['NguyÔn ThÞ Hoµ', 'Nguyễn Thị Hoà'],
    ['§ç V¨n H­ng', 'Đỗ Văn Hưng'],
    ['Hoµng §×nh B¸u', 'Hoàng Đình Báu'],
  ])('%s is %s', (stored, meant) => expect(decodeText(stored, 'TCVN3')).toBe(meant));

  it.each([
    ['NGUYễN THị HOà', 'NGUYỄN THỊ HOÀ'],
    ['Lê Vũ', 'Lê Vũ'],
    ['NGÔ Lý', 'NGÔ Lý'],
    ['THÒ A Sử', 'THÒ A Sử'],
    ['hà', 'hà'],
  ])('capitals of the font: %s is %s', (decoded, shown) => expect(raiseFontCapitals(decoded)).toBe(shown));
});

describe('VNI', () => {
  it.each([
    ['Nguyeãn Ñöùc', 'Nguyễn Đức'],
    ['Traàn Thò Höông', 'Trần Thị Hương'],
    ['LEÂ VAÊN HUØNG', 'LÊ VĂN HÙNG'],
    ['Phaïm Nguyeät Aùnh', null],
  ])('%s is %s', (stored, meant) => expect(decodeText(stored, 'VNI')).toBe(meant));
});

describe.each([
  ['TCVN3', 'tcvn', 0xa1],
  ['VISCII', 'viscii', 0x80],
] as const)('%s beside iconv-lite', (encoding, peer, first) => {
  it('reads each byte of its upper half alike', () => {
    for (let byte = first; byte <= 0xff; byte++) {
      const theirs = iconvDecode(Buffer.from([byte]), peer).normalize('NFC');
      // TCVN 5712 VN1, which iconv-lite reads, gives bytes to capitals that VN3 leaves to the font.
      const fontCapital = encoding === 'TCVN3' && byte > 0xa7 && CAPITAL_LETTERS.includes(theirs);
      if (!LETTERS.includes(theirs) || fontCapital) continue;
      expect([byte, decodeText(signOfByte(byte), encoding)]).toEqual([byte, theirs]);
    }
  });
});

it('reads windows-1258 as iconv-lite does', () => {
  fc.assert(
    fc.property(name, (text) => {
      const bytes = textToBytes(encodeText(text, 'WINDOWS_1258'));
      return bytes !== null && iconvDecode(Buffer.from(bytes), 'win1258').normalize('NFC') === text;
    }),
  );
});

it('shows any bytes as text and gives the same bytes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(textToBytes(bytesToText(bytes))).toEqual(bytes);
    }),
  );
});

describe('misread UTF-8', () => {
  it('is repaired through one and two layers', () => {
    fc.assert(
      fc.property(name, fc.constantFrom(1 as const, 2 as const), (text, layers) => {
        if (!/[^ -~]/.test(text)) return;
        expect(repairMisreadUtf8(misreadUtf8(text, layers))).toBe(text);
      }),
    );
  });

  it('is not seen where there is none', () => {
    fc.assert(fc.property(name, (text) => repairMisreadUtf8(text) === text));
  });
});

it('never touches a cell that already has letters of Unicode', () => {
  for (const encoding of LEGACY_ENCODINGS) expect(decodeText('Nguyễn ThÞ', encoding)).toBeNull();
});
