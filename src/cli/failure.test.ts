/** Proves the exit code and the words of each kind of failure, and that rows quoted by the database are never printed. */
import { ConfigError } from '../config';
import { ExitCode } from './exit-codes';
import { Failure, reportFailure } from './failure';

function report(error: unknown) {
  const lines: string[] = [];
  const code = reportFailure(error, (line) => void lines.push(line));
  return { code, text: lines.join('\n') };
}

test('a failure keeps its own exit code', () => {
  const { code, text } = report(new Failure(ExitCode.TAKEN, { vi: 'Cổng bận', en: 'Port taken' }));
  expect(code).toBe(75);
  expect(text).toMatch(/Cổng bận|Port taken/);
});

test('wrong settings are all named, with exit code 78', () => {
  const { code, text } = report(new ConfigError(['PORT: not a number', 'HUB_MODE: unknown']));
  expect(code).toBe(78);
  expect(text).toContain('PORT: not a number');
  expect(text).toContain('HUB_MODE: unknown');
});

test('of a database error only the code is shown', () => {
  const error = Object.assign(new Error('Key (name)=(Trần Thị Thử) already exists'), { code: '23505' });
  const { code, text } = report(error);
  expect(code).toBe(1);
  expect(text).toContain('23505');
  expect(text).not.toContain('Thử');
});

test.each(['ENOSPC', '53100'])('%s is told as a full disk', (code) => {
  expect(report(Object.assign(new Error('x'), { code })).text).toMatch(/Ổ đĩa đã đầy|disk is full/);
});

test('of several failed addresses the first is told', () => {
  const error = new AggregateError([new Error('connect ECONNREFUSED'), new Error('other')]);
  expect(report(error).text).toBe('connect ECONNREFUSED');
});
