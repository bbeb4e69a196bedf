/** Proves which log lines reach the terminal. */
import { makeNewsFilter, readTrouble } from './part-log';

test.each([
  ['{"level":30,"msg":"ready"}', null],
  ['{"level":40,"msg":"Redis keeps no append-only file"}', 'Redis keeps no append-only file'],
  ['{"level":60,"msg":"could not start","err":{"message":"port taken"}}', 'could not start: port taken'],
  ['{"level":50}', null],
  ['{ not json', null],
  ['    at Object.<anonymous> (/x.js:1:1)', null],
  ['Error: Cannot find module', 'Error: Cannot find module'],
  ['TypeError [ERR_X]: wrong', 'TypeError [ERR_X]: wrong'],
])('%s → %s', (line, shown) => {
  expect(readTrouble(line)).toBe(shown);
});

test('the same trouble is told once in ten seconds, another at once', () => {
  const isNews = makeNewsFilter();
  expect([isNews('away', 0), isNews('away', 9_999), isNews('other', 5), isNews('away', 10_000)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
