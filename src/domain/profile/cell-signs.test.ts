/** Checks the forms of cells, against the same said by regular expressions. */
import fc from 'fast-check';
import { CellSigns } from './cell-signs';

const signs = new CellSigns();
const patternOf = (text: string) => {
  signs.read(text);
  return signs.pattern;
};

const slowly = (text: string) => {
  const told = text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{Ll}\p{Lo}\p{M}]/gu, 'a')
    .replace(/\p{Nd}/gu, '9')
    .replace(/a+/g, 'a')
    .replace(/A{2,}/g, 'AA')
    .replace(/9{3,}/g, (run) => `9{${run.length}}`);
  return told.length <= 24 ? told : `${told.slice(0, 24)}…`;
};

it.each([
  ['Nguyễn Văn An', 'Aa Aa Aa'],
  ['NGUYỄN', 'AA'],
  ['079085000001', '9{12}'],
  ['5/3/1990', '9/9/9{4}'],
  ['', ''],
  ['-'.repeat(30), `${'-'.repeat(24)}…`],
])('%s has the form %s', (text, pattern) => {
  expect(patternOf(text)).toBe(pattern);
});

it('says the same as regular expressions do', () => {
  const sign = fc.constantFrom(...'aăđÂĐZ09 .-/,\u0301一', 'ß');
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
      expect(patternOf(text)).toBe(slowly(text));
    }),
  );
});
