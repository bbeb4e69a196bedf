/** An answer that was damaged on the way, anywhere and anyhow, is told as broken or read as it was: never as "not found", never as another person. */
import fc from 'fast-check';
import { SourceContractBroken } from '../errors';
import answer from './__fixtures__/answer.json';
import { decodeList } from './people';

const NUMBER = '097185000123';
const [found] = answer.data.DanhSach;
const TEXT = JSON.stringify({ DanhSach: [found] });
const REQUESTS = [{ ref: '1', key: { by: 'NUMBER', number: NUMBER } }] as const;

/** The numbers that were read out of the text, or null when it is told as broken. */
function numbersIn(text: string): string[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  try {
    return decodeList(data, REQUESTS).flatMap(({ candidates }) => candidates.map(({ number }) => number));
  } catch (error) {
    expect(error).toBeInstanceOf(SourceContractBroken);
    return null;
  }
}

test('reads the answer while it is whole', () => {
  expect(numbersIn(TEXT)).toEqual([NUMBER]);
});

test('a part that is cut out, doubled or replaced', () => {
  const part = fc
    .tuple(fc.nat(TEXT.length), fc.nat(40))
    .map(([from, length]) => [from, from + length] as const);
  fc.assert(
    fc.property(
      part,
      fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '[]', '{}', 'null', '0')),
      ([from, to], instead) => {
        for (const damaged of [
          TEXT.slice(0, from) + instead + TEXT.slice(to),
          TEXT.slice(0, to) + TEXT.slice(from),
          TEXT.slice(0, from),
        ])
          expect([null, NUMBER]).toContain(numbersIn(damaged)?.join() ?? null);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a value of another kind in any place', () => {
  const values = fc.oneof(fc.constantFrom(null, 0, '', [], {}, [null], true), fc.jsonValue());
  const places = [
    [
      'SoDinhDanh',
      'SoCMND',
      'SoDinhDanhCu',
      'HoVaTen',
      'HoVaTenCu',
      'GioiTinh',
      'NgayThangNamSinh',
      'TrangThai',
    ],
    ['IdBanGhi', 'UngVien'],
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...places[0], ...places[1]), values, (place, value) => {
      const damaged = structuredClone(found) as unknown as Record<string, unknown>;
      const person = (damaged['UngVien'] as Record<string, unknown>[])[0] as Record<string, unknown>;
      (place in damaged ? damaged : person)[place] = value;
      // An empty list of candidates is how this source says that it knows nobody: no damage to be told from it.
      const saysNobody = place === 'UngVien' && Array.isArray(value) && value.length === 0;
      expect([null, saysNobody ? '' : NUMBER]).toContain(
        numbersIn(JSON.stringify({ DanhSach: [damaged] }))?.join() ?? null,
      );
    }),
    { numRuns: 1_000 },
  );
});
