/** A dash is a claim, nothing is none, and prose stays word for word. */
import fc from 'fast-check';
import { readClaim, writeClaim } from './cell-claim';
import { findUnclear, isOverdue } from './commitment';
import { readHalfYear } from './half-year';

describe('readClaim', () => {
  it('tells a dash from nothing and from prose', () => {
    expect(readClaim(' – ')).toEqual({ textState: 'DASH', text: null });
    expect(readClaim('  ')).toEqual({ textState: 'EMPTY', text: null });
    expect(readClaim('- Nâng cao hiệu quả\r\n- Cải cách')).toEqual({
      textState: 'TEXT',
      text: '- Nâng cao hiệu quả\n- Cải cách',
    });
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const claim = readClaim(written);
        expect(readClaim(writeClaim(claim))).toEqual(claim);
      }),
    );
  });
});

describe('a commitment', () => {
  const terms = {
    person: null,
    action: 'Kết nối IOC',
    dueOn: null,
    leadCode: 'BCA',
    product: ' ',
    authority: 'x',
  };

  it('says which of the six is not clear', () => {
    expect(findUnclear(terms)).toEqual(['PERSON', 'TIME', 'PRODUCT']);
  });

  it('is overdue from the day after, while it is open', () => {
    const due = { dueOn: '2025-12-31', state: 'PLANNED' } as const;
    expect([isOverdue(due, '2025-12-31'), isOverdue(due, '2026-01-01')]).toEqual([false, true]);
    expect(isOverdue({ ...due, state: 'DONE' }, '2026-01-01')).toBe(false);
  });
});

describe('readHalfYear', () => {
  it('knows half-years and nothing else', () => {
    expect(readHalfYear('2026-H1')).toMatchObject({ start: '2026-01-01', end: '2026-06-30' });
    expect(readHalfYear('2025-H2')?.label.vi).toBe('06 tháng cuối năm 2025');
    expect(['2024-H2', '2025-Q1', '2025-H3', ''].map(readHalfYear)).toEqual([null, null, null, null]);
  });
});
