/** A collection that was damaged on the way, anywhere and anyhow, is told as broken or read as it was: never as "not found", never as another person. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SourceContractBroken } from '../errors';
import { decodeCitizens } from './citizens';

const NUMBER = '097185000123';
const XML = readFileSync(join(__dirname, '__fixtures__', 'collection.xml'), 'utf8');

/** The numbers that were read out of the text, or null when it is told as broken. */
function numbersIn(xml: string): string[] | null {
  try {
    return decodeCitizens(xml, 'REQUEST-ID', { by: 'NUMBER', number: NUMBER }).map(({ number }) => number);
  } catch (error) {
    expect(error).toBeInstanceOf(SourceContractBroken);
    return null;
  }
}

test('reads the collection while it is whole', () => {
  expect(numbersIn(XML)).toEqual([NUMBER]);
});

test('a part that is cut out, doubled or replaced, and an end that is missing', () => {
  const part = fc
    .tuple(fc.nat(XML.length), fc.nat(60))
    .map(([from, length]) => [from, from + length] as const);
  const instead = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('', '<a/>', '</dc:CongDan>', '<dc:CongDan/>', '&', '<!--', '<![CDATA['),
  );
  fc.assert(
    fc.property(part, instead, ([from, to], text) => {
      for (const damaged of [
        XML.slice(0, from) + text + XML.slice(to),
        XML.slice(0, to) + XML.slice(from),
        XML.slice(0, from),
      ])
        expect([null, NUMBER]).toContain(numbersIn(damaged)?.join() ?? null);
    }),
    { numRuns: 500 },
  );
});
