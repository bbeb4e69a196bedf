/** Checks which names are two faults apart, by example, and that order and accents never add one by themselves. */
import fc from 'fast-check';
import { foldAccents } from '../resident/syllable';
import { countNameFaults } from './name-faults';

describe('countNameFaults', () => {
  it.each([
    ['NGUYỄN PHƯƠNT', 'NGUYỄN PHƯƠNG THÙY', 2, 1],
    ['NGUY?N LONG', 'NGUYỄN BÁ LONG', 1, 2],
    ['NGUU?N HUY QU?C', 'NGUYỄN HUY QUỐC', 1, 2],
    ['VIF HƯƠNG', 'VÌ THỊ HƯƠNG', 2, 1],
    ['NGUY?N DI?U HUWOWNG', 'NGUYỄN DIỆU HƯƠNG', 2, 2],
    ['TRI?U TH?M', 'TRIỆU THU THƠM', 1, 2],
    ['LÊ PHẠM LANG', 'LÊ PHẠM LINH LAN', 2, 2],
    ['VŨ VĂN THỊ NGỌT LIÊN', 'VŨ THỊ NGỌC LIÊN', 2, 3],
    ['GIANG TR?N PH??NG', 'TRẦN PHƯƠNG GIANG', 1, 3],
    ['GIANG PHAN', 'PHAN HỒNG GIANG', 2, 2],
    ['NGUYỄN VĂN BÌNH A', 'NGUYỄN VĂN BÌNH', 1, 3],
  ])('%s is %s with %i, %i words the same', (typed, known, faults, sameWords) => {
    expect(countNameFaults(typed, known)).toMatchObject({ faults, sameWords });
  });

  it.each([
    // A question mark stands for a letter beyond ASCII and for no other.
    ['?????? V?? ????', 'NGUYEN VAN BANG'],
    ['NGUYỄN THỊ HOA', 'NGUYỄN THỊ LAN'],
    ['NGUYỄN HOA', 'NGUYỄN THỊ MỸ HOA'],
    ['HOA', 'HOÀNG'],
    ['VĂN NGUYỄN BÌNH AN', 'AN BÌNH NGUYỄN VĂN'],
    ['NGUYỄN MINH ANH', 'TRẦN ANH MINH'],
    ['N'.repeat(5_000) + ' A', 'N'.repeat(5_000) + ' B'],
    ['A '.repeat(5_000), 'A '.repeat(5_000)],
  ])('%.20s is not %.20s', (typed, known) => {
    expect(countNameFaults(typed, known)).toBeNull();
  });

  it('finds any two faults of a name, and none in the same name', () => {
    const name = fc.shuffledSubarray(['NGUYỄN', 'HOÀNG', 'THỊ', 'BÍCH', 'PHƯỢNG'], { minLength: 3 });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (words, left, moved) => {
        const known = words.join(' ');
        expect(countNameFaults(foldAccents(known), known)).toMatchObject({ faults: 0, wordForWord: true });
        const typed = words.filter((_, at) => at !== left % words.length);
        typed.unshift(...typed.splice(moved % typed.length, 1));
        expect(countNameFaults(typed.join(' '), known)?.faults).toBeLessThanOrEqual(2);
      }),
    );
  });
});
