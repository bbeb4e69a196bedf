/** The law of forms: the rules that a cell's form leaves out have nothing to say about it, so that not asking changes nothing. */
import fc from 'fast-check';
import { RULES_OF_FIELD } from './catalogue';
import { NO_FACTS } from './batch-facts';
import { Field } from '../table/column-mapping';
import { CellForm, formOf, nextRule } from './cell-form';
import { NameState, readNameState } from './sound-name';

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

/** Of the rules that the cell's form leaves out, those that would have found something all the same. */
function missed(field: Field, text: string): readonly string[] {
  const rules = RULES_OF_FIELD[field];
  const form = formOf(field, text);
  return rules.flatMap((rule, at) => {
    if (nextRule(field, form, at) === at) return [];
    return rule.apply(text, { ...context, row: { [field]: text } }, field) === null ? [] : [rule.id];
  });
}

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
      for (const cased of [name, name.toUpperCase(), name.toLowerCase()]) {
        if (readNameState(cased) !== NameState.DOUBTFUL) sound += 1;
        expect([cased, missed('name', cased)]).toEqual([cased, []]);
      }
    }),
    { numRuns: 5_000 },
  );
  expect(sound).toBeGreaterThan(500);
});

it.each([
  ['Nguyễn Thị Yến', 'SOUND'],
  ['Nguyễn Thị Diệu', 'SOUND'],
  ['Nguyen Thi Hoa', 'DOUBTFUL'],
  ['NGUYỄN THỊ YẾN', 'CASED'],
  ['Nguyễn', 'DOUBTFUL'],
  ['', 'DOUBTFUL'],
  ['Nguyễn  Yến', 'DOUBTFUL'],
  ['Nguyễn Văn A', 'DOUBTFUL'],
  ['Dương Văn Yến', 'DOUBTFUL'],
] as const)('%j: %s', (name, state) => {
  expect(readNameState(name)).toBe(NameState[state]);
});

it('holds for cells of every other field', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const date = fc
    .tuple(
      fc.integer({ min: 0, max: 32 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 2100 }),
    )
    .map(([d, m, y]) => [d, m, y].map((part, at) => String(part).padStart(at === 2 ? 4 : 2, '0')).join('/'));
  const cells = fc.oneof(
    digits(12),
    digits(9),
    digits(10),
    date,
    fc.constantFrom('Nam', 'Nữ', '0', 'x', '000000000000'),
  );
  const field = fc.constantFrom(...Object.values(Field));
  let tidy = 0;
  fc.assert(
    fc.property(field, cells, (where, text) => {
      if (formOf(where, text) === CellForm.TIDY) tidy += 1;
      expect([where, text, missed(where, text)]).toEqual([where, text, []]);
    }),
    { numRuns: 3_000 },
  );
  expect(tidy).toBeGreaterThan(100);
});
