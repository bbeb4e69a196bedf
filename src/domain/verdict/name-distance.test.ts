/** Checks the distances between folded names against a textbook oracle and by example. */
import fc from 'fast-check';
import { isOneEdit, isShortened, isTwoEdits, isWordMissing } from './name-distance';

describe('isOneEdit', () => {
  const text = fc.stringMatching(/^[A-D ]{5,12}$/);

  it('agrees with a plain table of edit distances', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(isOneEdit(a, b)).toBe(editDistance(a, b) === 1);
      }),
    );
  });

  it('finds every single slip', () => {
    fc.assert(
      fc.property(text, fc.nat(11), fc.constantFrom('X', 'A'), (a, position, letter) => {
        const at = position % a.length;
        const slips = [a.slice(0, at) + letter + a.slice(at), a.slice(0, at) + letter + a.slice(at + 1)];
        const swapped = a.slice(0, at) + (a[at + 1] ?? '') + a[at]! + a.slice(at + 2);
        for (const slip of [...slips, swapped]) expect(isOneEdit(a, slip)).toBe(slip !== a);
      }),
    );
  });

  it('does not judge very short texts', () => {
    expect(isOneEdit('AN', 'ANH')).toBe(false);
  });
});

describe('isWordMissing', () => {
  it.each([
    ['A B C', 'A C', true],
    ['A B C D', 'A D', true],
    ['A B C D E', 'A E', false],
    ['A B', 'A', false],
    ['A B C', 'C A', false],
    ['A B', 'A B', false],
    ['A B C', 'A X', false],
  ])('%s and %s: %s', (a, b, missing) => {
    expect(isWordMissing(a, b)).toBe(missing);
    expect(isWordMissing(b, a)).toBe(missing);
  });
});

describe('isTwoEdits', () => {
  it.each([
    ['NGUYEN THI HOA', 'NGUYEM THJ HOA', true],
    ['NGUYEN THI HOA', 'NGYUEM THI HOA', true],
    ['NGUYEN THI HOA', 'NGUYEN THJ HOA', false],
    ['NGUYEN VAN AN', 'NGUYEN VAN BA', false],
    ['NGUYEN THI HOA', 'NGUYEN THI HUE', false],
    ['NGUYEN THI HOA', 'NGUYEN HOA', false],
    ['NGUYEN THI HOA', 'NGUYEM THJ HOB', false],
    ['NGUYEN THI HOA', 'NGUYEN THI HOA', false],
    [`${'A'.repeat(50)} BC`, `${'A'.repeat(48)}XX BC`, false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(isTwoEdits(a, b)).toBe(near);
    expect(isTwoEdits(b, a)).toBe(near);
  });

  it('never reaches further than two edits of the whole', () => {
    const words = fc.array(fc.stringMatching(/^[A-C]{1,6}$/), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [a, b] = [left.join(' '), right.join(' ')];
        if (isTwoEdits(a, b)) expect(editDistance(a, b)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('isShortened', () => {
  it.each([
    ['NGUYEN T HOA', 'NGUYEN THI HOA', true],
    ['NGUYEN TH THU HOA', 'NGUYEN THI THU HOA', true],
    ['NG THI HOA', 'NGUYEN THI HOA', true],
    ['N T HOA', 'NGUYEN THI HOA', false],
    ['NGUYEN THI H', 'NGUYEN THI HOA', false],
    ['NGUYEN V HOA', 'NGUYEN THI HOA', false],
    ['NGUYEN TI HOA', 'NGUYEN TIEN HOA', false],
    ['NGUYEN HOA', 'NGUYEN T HOA', false],
  ])('%s and %s: %s', (a, b, shortened) => {
    expect(isShortened(a, b)).toBe(shortened);
    expect(isShortened(b, a)).toBe(shortened);
  });
});

/** Optimal string alignment by the textbook: the oracle. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i + j),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}
