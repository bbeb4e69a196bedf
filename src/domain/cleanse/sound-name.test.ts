/** The law of sound names: no rule that looks at the name alone has anything to say about one, so that not asking changes nothing. */
import fc from 'fast-check';
import { RULES_OF_FIELD } from './catalogue';
import { NO_FACTS } from './batch-facts';
import { isSoundName } from './sound-name';

const WORDS = [
  ...[
    'Nguyễn',
    'Trần',
    'Thị',
    'Văn',
    'Hoà',
    'Hòa',
    'Thuý',
    'Thúy',
    'Quý',
    'Qúy',
    'Yến',
    'An',
    'Ba',
    'Y',
    'Đỗ',
    'Dỗ',
    'Dương',
  ],
  ...[
    'Ông',
    'Bà',
    'Cụ',
    'Không',
    'Rõ',
    'Có',
    'Chưa',
    'Thử',
    'Test',
    'Tên',
    'Ko',
    'No',
    'A',
    'B',
    'Ng',
    'Thi',
    'Hoa',
    'nguyễn',
  ],
  ...[
    'NGUYỄN',
    'NguyễnVăn',
    'yễn',
    'Ngu',
    'Nguyeenx',
    'V4n',
    'T.',
    'Jr',
    '(mất)',
    'Êñuôl',
    "H'Mai",
    'Trống',
    'Gì',
    'Ý',
    'Ỷ',
  ],
];
const context = { facts: NO_FACTS, today: { year: 2026, month: 1, day: 1 } };
const rules = RULES_OF_FIELD.name.filter((rule) => rule.looksBeyond !== true);

it('holds for names of any words', () => {
  const word = fc.oneof(
    {
      weight: 30,
      arbitrary: fc.constantFrom('Nguyễn', 'Trần', 'Thị', 'Hòa', 'Yến', 'An', 'Ba', 'Có', 'Rõ', 'Tên'),
    },
    { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );
  const words = fc.array(word, { maxLength: 5 });
  let sound = 0;
  fc.assert(
    fc.property(words, fc.constantFrom(' ', ' ', ' ', ' ', '  ', ', '), (parts, space) => {
      const name = parts.join(space);
      if (!isSoundName(name)) return;
      sound += 1;
      const found = rules.filter((rule) => rule.apply(name, { ...context, row: { name } }, 'name') !== null);
      expect([name, found.map(({ id }) => id)]).toEqual([name, []]);
    }),
    { numRuns: 5_000 },
  );
  expect(sound).toBeGreaterThan(500);
});

it.each([
  ['Nguyễn Thị Yến', true],
  ['Nguyen Thi Hoa', false],
  ['NGUYỄN THỊ YẾN', false],
  ['Nguyễn', false],
  ['', false],
  ['Nguyễn  Yến', false],
  ['Nguyễn Văn A', false],
  ['Dương Văn Yến', false],
])('%j: %s', (name, sound) => {
  expect(isSoundName(name)).toBe(sound);
});
