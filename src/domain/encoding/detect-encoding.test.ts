/** Proves that a column's encoding is found, and that little evidence gives little confidence. */
import { detectTextEncoding, SURE_ENOUGH } from './detect-encoding';
import { encodeText, TextEncoding } from './text-encoding';

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const MIDDLE = ['Thị', 'Văn', 'Đức', 'Ngọc', 'Hữu', 'Quốc', 'Thuỳ', 'Bảo'];
const GIVEN = ['Hoà', 'Hương', 'Tuấn', 'Dũng', 'Phượng', 'Yến', 'Quỳnh', 'Nga', 'Tý', 'Ánh'];
const NAMES = SURNAMES.flatMap((surname) =>
  MIDDLE.flatMap((middle) => GIVEN.map((given) => `${surname} ${middle} ${given}`)),
);

test.each(Object.values(TextEncoding))('%s', (encoding) => {
  const guess = detectTextEncoding(NAMES.map((name) => encodeText(name, encoding)));
  expect(guess.encoding).toBe(encoding);
  expect(guess.confidence).toBeGreaterThan(SURE_ENOUGH);
});

test('a handful of names makes nobody sure', () => {
  const guess = detectTextEncoding(NAMES.slice(0, 4).map((name) => encodeText(name, 'TCVN3')));
  expect(guess).toEqual({ encoding: 'TCVN3', confidence: expect.any(Number) });
  expect(guess.confidence).toBeLessThan(SURE_ENOUGH);
});

test('text without accents has nothing to decide', () => {
  expect(detectTextEncoding(['Nguyen Van An', '', '1'])).toEqual({ encoding: 'UNICODE', confidence: 1 });
});

test('Western names are not taken for a Vietnamese encoding', () => {
  const guess = detectTextEncoding(
    ['François Müller', 'José Peña', 'Zoë Åström', 'Ángel Núñez'].flatMap((one) =>
      Array<string>(30).fill(one),
    ),
  );
  expect(guess.encoding).toBe('UNICODE');
});

test('a column in which only some rows are legacy stays as it is', () => {
  const mixed = NAMES.map((name, index) => (index % 10 === 0 ? encodeText(name, 'VNI') : name));
  expect(detectTextEncoding(mixed)).toEqual({ encoding: 'UNICODE', confidence: 1 });
});
