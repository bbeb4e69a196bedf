/** Proves what a person reads at the end of a run. */
import { wordOutcome } from './word-outcome';

const run = {
  id: '17',
  state: 'SUCCEEDED_WITH_ISSUES',
  progress: { done: 1_200, total: 1_200, rowsPerSecond: 900, etaSeconds: null },
  counts: [
    { verdict: 'MISMATCH', count: 12 },
    { verdict: 'VERIFIED', count: 1_180 },
    { verdict: 'REVIEW', count: 0 },
    { verdict: 'LATER_INVENTED', count: 8 },
  ],
  retryAt: null,
  timeline: [],
  artifacts: [{ name: 'verdicts.csv', url: '/exports/5', bytes: 10, sha256: 'abc' }],
  feedsCells: [{ item: { path: 'B.1.1' }, column: { code: 'BENEFIT_GOVERNMENT' } }],
};
const dataset = {
  id: '3',
  state: 'READY',
  rows: { physical: 1_203, accepted: 1_200, rejected: 3 },
  rejections: {
    totalCount: 3,
    nodes: [
      {
        line: 9,
        code: 'RAGGED_ROW',
        reason: { vi: 'Số ô khác với dòng tiêu đề', en: 'More or fewer cells' },
      },
    ],
  },
};

test('rows, verdicts in their order, result, cells, and that it is simulated', () => {
  const text = wordOutcome({ run, dataset, out: 'verdicts.csv', url: 'http://localhost:4000' }, 'vi');
  expect(text).toContain('MÔ PHỎNG');
  expect(text).toContain('Dòng trong tệp 1.203: nhận 1.200, loại 3');
  expect(text).toContain('dòng 9: Số ô khác với dòng tiêu đề (RAGGED_ROW)');
  expect(text).toContain('…');
  expect(text).toContain('1.180  Đã xác thực (VERIFIED)');
  expect(text.indexOf('VERIFIED')).toBeLessThan(text.indexOf('MISMATCH'));
  expect(text).toContain('LATER_INVENTED');
  expect(text).not.toContain('REVIEW');
  expect(text).toContain('SHA-256: abc');
  expect(text).toContain('B.1.1/BENEFIT_GOVERNMENT');
});

test('without --out it says where the result lies', () => {
  const text = wordOutcome({ run, dataset: null, out: null, url: 'http://localhost:4000' }, 'en');
  expect(text).toContain('Result: http://localhost:4000/exports/5');
});

test('a failed run says what happened last', () => {
  const failed = {
    ...run,
    state: 'FAILED_CONFIG',
    timeline: [{ at: '', event: 'FAILED', detail: { code: 'NO_LICENCE' } }],
  };
  expect(wordOutcome({ run: failed, dataset: null, out: null, url: 'http://x' }, 'en')).toContain(
    'FAILED {"code":"NO_LICENCE"}',
  );
});
