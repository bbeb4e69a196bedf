/** Proves that counts are exact and that what is hidden cannot be worked out from the sums that remain. */
import fc from 'fast-check';
import { bandName, countLiving, suppressed } from './aggregates';
import { OLD_PROVINCES } from './provinces';
import { createRegister } from './register';

test('counts are those of the people one by one', () => {
  const register = createRegister({ people: 30_000, seed: 6 });
  const expected = new Map<string, number>();
  const unitOf = new Map(OLD_PROVINCES.map(({ code, unit }) => [code, unit]));
  for (let index = 0; index < register.people; index += 1) {
    const { number, formerNumbers, sex, year, status } = register.person(index);
    if (status !== 'ACTIVE' || formerNumbers.length > 9) continue;
    const band = bandName(Math.min(17, Math.floor((2025 - year) / 5)));
    const key = `${unitOf.get(number.slice(0, 3)) as string} ${band} ${sex}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  let hidden = 0;
  for (const { unit, band, sex, people } of countLiving(register, null)) {
    if (people === null) hidden += 1;
    else
      expect([unit, band, sex, people]).toEqual([
        unit,
        band,
        sex,
        expected.get(`${unit} ${band} ${sex}`) ?? 0,
      ]);
  }
  expect(hidden).toBeGreaterThan(10);
}, 30_000);

test('a hundred million people are counted from the cells, at once', () => {
  const counts = countLiving(createRegister({ people: 100_000_000, seed: 6 }), null);
  const total = counts.reduce((sum, { people }) => sum + (people ?? 0), 0);
  expect(total).toBeGreaterThan(99_000_000);
  expect(total).toBeLessThan(100_000_000);
});

test('no count from 1 to 4 is shown, and no line hides exactly one count unless it has no other to hide', () => {
  const table = fc.array(fc.nat({ max: 30 }), { minLength: 36, maxLength: 36 });
  fc.assert(
    fc.property(table, (row) => {
      const shown = suppressed(row);
      shown.forEach((count, place) => expect(count === null ? row[place] : count).toBe(row[place]));
      expect(shown.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
      const column = (sex: number) => shown.flatMap((_, place) => (place % 2 === sex ? [place] : []));
      const lines = [
        ...Array.from({ length: 18 }, (_, band) => [band * 2, band * 2 + 1]),
        column(0),
        column(1),
      ];
      for (const line of lines) {
        const hidden = line.filter((place) => shown[place] === null);
        const others = line.filter((place) => (shown[place] ?? 0) > 0);
        expect(hidden.length === 1 && others.length > 0).toBe(false);
      }
    }),
  );
});
