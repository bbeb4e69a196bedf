/** The failures are told by their verdict alone, whatever the cells of the file hold. */
import fc from 'fast-check';
import { csvLine } from '../../domain/table/safe-cell';
import { pickFailures } from './pick-failures';

const row = fc.record({
  cells: fc.array(fc.string({ unit: fc.constantFrom('a', 'ễ', ',', '"', '\n', 'VERIFIED') }), {
    minLength: 1,
    maxLength: 3,
  }),
  verdict: fc.constantFrom('VERIFIED', 'PROBABLE', 'MISMATCH', 'NOT_FOUND'),
});

test.each([true, false])('lines of failed rows and no others, PROBABLE accepted: %s', (acceptsProbable) => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const write = (some: typeof rows) =>
        some.map(({ cells, verdict }) => `${csvLine([...cells, verdict, 'N01|B02', '0.97'])}\n`).join('');
      const accepted = acceptsProbable ? ['VERIFIED', 'PROBABLE'] : ['VERIFIED'];
      const failed = rows.filter(({ verdict }) => !accepted.includes(verdict));
      const header = 'Họ và tên,verdict,reasons,confidence\n';
      const picked = [...pickFailures(Buffer.from(header + write(rows)), 3, acceptsProbable)];
      expect(Buffer.concat(picked).toString()).toBe(header + write(failed));
    }),
  );
});
