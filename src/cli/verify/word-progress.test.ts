/** Proves the line of progress: its words, its numbers, and that it never wraps. */
import fc from 'fast-check';
import { type RunSnapshot } from '../hub/hub-answers';
import { openProgressLine } from './progress-line';
import { wordDuration, wordProgress } from './word-progress';

const snapshot = (
  done: number,
  total: number | null,
  rate: number | null = null,
  eta: number | null = null,
): RunSnapshot => ({
  id: '1',
  state: 'RUNNING',
  progress: { done, total, rowsPerSecond: rate, etaSeconds: eta },
  counts: [],
});

test('half-way, in both languages', () => {
  const half = snapshot(50_000, 100_000, 25_000.4, 65);
  expect(wordProgress(half, 'vi', 120)).toBe(
    `[${'█'.repeat(15)}${'░'.repeat(15)}] 50% · 50.000/100.000 dòng · 25.000 dòng/giây · còn 1:05`,
  );
  expect(wordProgress(half, 'en', 120)).toContain('50% · 50,000/100,000 rows · 25,000 rows/s · left 1:05');
});

test('while the file is imported nothing is promised', () => {
  expect(wordProgress(snapshot(0, null), 'vi', 80)).toBe('Hub đang nhập tệp …');
});

test('it never claims 100% early, and never wraps', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.integer({ min: 1, max: 200 }), (a, b, columns) => {
      const [done, total] = [Math.min(a, b), Math.max(a, b)];
      const line = wordProgress(snapshot(done, total, 12_345, 3_600), 'vi', columns);
      expect(line.length).toBeLessThanOrEqual(columns);
      if (done < total) expect(line).not.toContain('100%');
    }),
  );
});

test.each([
  [0, '0:00'],
  [65, '1:05'],
  [3_723, '1:02:03'],
])('%d s is %s', (seconds, text) => expect(wordDuration(seconds)).toBe(text));

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, write: (text: string) => written.push(text), written };
}

test('a terminal gets one line that changes; a file gets at most a line per tenth and no control codes', () => {
  const [terminal, file, silent] = [screen(true), screen(false), screen(false)];
  const lines = [
    openProgressLine(terminal, 'vi', true),
    openProgressLine(file, 'vi', true),
    openProgressLine(silent, 'vi', false),
  ];
  for (let done = 0; done <= 1_000; done += 1) for (const line of lines) line.show(snapshot(done, 1_000));
  for (const line of lines) line.end();
  expect(terminal.written.every((text) => text.startsWith('\r\u001b[2K'))).toBe(true);
  expect(terminal.written.at(-1)).toBe('\r\u001b[2K');
  expect(file.written).toHaveLength(11);
  expect(file.written.join('')).not.toContain('\u001b');
  expect(silent.written).toEqual([]);
});
