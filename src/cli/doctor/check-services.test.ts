/** Proves how PostgreSQL's version and encoding are judged, and how a finding is shown. */
import { judgeServer } from './check-services';
import { wordFinding } from './finding';

test.each([
  [140_011, 'UTF8', 'WRONG'],
  [150_000, 'UTF8', 'OK'],
  [180_000, 'UTF8', 'OK'],
  [180_000, 'SQL_ASCII', 'WRONG'],
])('version %d with %s is %s', (version, encoding, state) => {
  expect(judgeServer(version, encoding).state).toBe(state);
});

test('what is wrong comes with what to do', () => {
  expect(wordFinding(judgeServer(180_000, 'UTF8'), 'vi')).toBe('✓ PostgreSQL 18, UTF8');
  expect(wordFinding(judgeServer(180_000, 'LATIN1'), 'en')).toMatch(/^✗ PostgreSQL 18, LATIN1\n {4}→ .*UTF8/);
});
