/** Shows that what is remembered is what the work gives, and that memory stays bounded. */
import { remember, rememberLast } from './remember';

test('works each text out once while it is remembered, and anew when too many came between', () => {
  const asked: string[] = [];
  const shout = remember((text) => {
    asked.push(text);
    return text.toUpperCase();
  }, 2);
  expect(['a', 'b', 'a', 'c', 'a'].map(shout)).toEqual(['A', 'B', 'A', 'C', 'A']);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('does not keep long texts', () => {
  let asked = 0;
  const count = remember(() => ++asked);
  count('x'.repeat(61));
  expect(count('x'.repeat(61))).toBe(2);
});

test('remembers the last text only, the empty one too', () => {
  const asked: string[] = [];
  const length = rememberLast((text) => {
    asked.push(text);
    return text.length;
  });
  expect(['', '', 'ab', 'ab', ''].map(length)).toEqual([0, 0, 2, 2, 0]);
  expect(asked).toEqual(['', 'ab', '']);
});
