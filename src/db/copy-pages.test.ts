/** Checks that what people typed is written as COPY reads it, against the same made of strings. */
import fc from 'fast-check';
import { CopyPages } from './copy-pages';
import { copyText } from './copy-text';

it('writes any text as its escaped form in UTF-8, across pages', () => {
  const sign = fc.constantFrom(...'aăế一😀\\\t\n\r\0', '\ud800');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: sign, maxLength: 60 })), fc.nat(70_000), (texts, first) => {
      const pages = new CopyPages();
      const all = ['x'.repeat(first), ...texts];
      for (const text of all) pages.putText(text);
      expect(Buffer.concat(pages.read())).toEqual(
        Buffer.concat(all.map((text) => Buffer.from(copyText(text)))),
      );
    }),
    { numRuns: 200 },
  );
});
