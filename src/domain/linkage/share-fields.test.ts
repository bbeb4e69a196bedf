/** Checks that every field is read by exactly one thread. */
import fc from 'fast-check';
import { shareFields } from './share-fields';

it('gives each field to exactly one share, and fields of one column to the same', () => {
  const field = fc.record({
    name: fc.string(),
    from: fc.constantFrom(['name'], ['address'], ['address', 'phone'], ['phone']),
    reader: fc.constantFrom('digits', 'person-name', 'address-ward', 'text'),
  });
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      const [here, there] = shareFields(fields);
      expect(new Set([...here, ...there])).toEqual(new Set(fields));
      expect(here.length + there.length).toBe(fields.length);
      const columns = new Set(here.map(({ from }) => from[0]));
      expect(there.filter(({ from }) => columns.has(from[0]))).toEqual([]);
    }),
  );
});
