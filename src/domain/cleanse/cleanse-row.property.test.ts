/** Proves for any text: cleansing twice changes nothing more, the log leads back and forth exactly, and hostile text costs no time. */
import fc from 'fast-check';
import { encodeText, LEGACY_ENCODINGS } from '../encoding/text-encoding';
import { NO_FACTS } from './batch-facts';
import { CELL_RULES } from './catalogue';
import { replay, undo } from './change-log';
import { cleanseRow } from './cleanse-row';
import { WHOLE_CATALOGUE } from './rule-pack';
import { type Cells } from './rule';

const CONTEXT = { facts: NO_FACTS, today: { year: 2026, month: 11, day: 23 } };

const syllable = fc.constantFrom(
  ...'Nguyễn nguyễn TRẦN Thị Hoà Hòa Qúy hòan Dũng An Ngu yễn NguyễnVăn Nguyeenx Hu71 Tra^`n Ðỗ V4n Ng. Nguy?n N&#7877;m'.split(
    ' ',
  ),
);
const legacy = fc
  .tuple(fc.constantFrom('Nguyễn Thị Hoà', 'Đỗ Văn Dũng', 'LÊ THỊ HUỆ'), fc.constantFrom(...LEGACY_ENCODINGS))
  .map(([text, encoding]) => encodeText(text, encoding));
const odd = fc.constantFrom(
  '\u200B',
  '\u00A0',
  '  ',
  '\u0301',
  '\uFEFF',
  '-',
  "'",
  '="',
  '"',
  '&amp;',
  '&lt;',
  '\\u1EC5',
  '?',
  '\t',
  ',',
  '.',
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  legacy,
);
const name = fc.array(fc.oneof(syllable, odd, syllable), { maxLength: 6 }).map((parts) => parts.join(' '));
const date = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('/', '-', '.', ' / '),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 2100 }),
    )
    .map(([d, s, m, y]) => `${d}${s}${m}${s}${y}`),
  fc.constantFrom(
    '32933',
    '1950',
    '--/05/1950',
    '00/00/1950',
    '1990-03-12',
    '12/04/51',
    '01/01/1950',
    '19900312',
    '1990-25-03',
    '31/02/1980',
  ),
);
const digits = fc.stringMatching(/^['=+]?[0-9OI .]{0,13}$/);
const sex = fc.constantFrom('Nam', 'nữ', 'F', '0', '1', 'x', 'khác', 'NAM', 'không rõ');
const address = fc
  .array(
    fc.constantFrom(
      'P. Phúc Xá',
      'Q1',
      'P.05',
      'TP HCM',
      'TPHCM',
      'T. Sơn La',
      'tỉnh Bình Phước',
      'số 5 đ. Lê Lợi',
      'X. Hải Mai',
      'H. An Phú',
      'BR-VT',
      'KP 3',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(', '));

const row: fc.Arbitrary<Cells> = fc.record({
  name: fc.oneof(name, anything),
  birthDate: fc.oneof(date, anything),
  sex: fc.oneof(sex, anything),
  number: fc.oneof(digits, anything),
  oldCardNumber: fc.oneof(digits, fc.constant('')),
  address: fc.oneof(address, anything),
  phone: fc.oneof(
    digits,
    digits.map((one) => `${one} / 0912345678`),
    anything,
  ),
});

const appliedIn = (cells: Cells) =>
  cleanseRow(cells, WHOLE_CATALOGUE, CONTEXT).changes.filter(({ mode }) => mode === 'AUTO');

it('is idempotent', () => {
  fc.assert(
    fc.property(row, (raw) => {
      const { cells } = cleanseRow(raw, WHOLE_CATALOGUE, CONTEXT);
      expect(appliedIn(cells)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it('leads back to the raw row and forth to the clean one, by the log alone', () => {
  fc.assert(
    fc.property(row, (raw) => {
      const { cells, changes } = cleanseRow(raw, WHOLE_CATALOGUE, CONTEXT);
      expect(undo(cells, changes)).toEqual(raw);
      expect(replay(raw, changes)).toEqual(cells);
    }),
    { numRuns: 1_000 },
  );
});

const REPEATED = [
  'a',
  'A',
  ' ',
  "'",
  '="',
  '&amp;',
  '&#38;',
  '&',
  'ÃÂ',
  '\u00C3',
  'aa',
  '?',
  'Ng ',
  'aA',
  '0',
  '1/',
  ', ',
  'P. ',
  '\u0301',
  '^',
  "a'",
  '-',
  '.',
  '(',
  '=“',
];

/** Time is not measured: work that grows with the square of the length would run for minutes here. */
it.each(CELL_RULES.map((rule) => [rule.id, rule] as const))('%s stays linear on hostile text', (_, rule) => {
  for (const piece of REPEATED) {
    const text = piece.repeat(Math.ceil(4_096 / piece.length));
    for (const field of rule.fields) rule.apply(text, { ...CONTEXT, row: { [field]: text } }, field);
  }
});
