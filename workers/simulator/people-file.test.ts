/** Proves the files of invented residents: same options same bytes, truth that agrees with the register, every noise counted. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EXPECTED_VERDICTS } from './noise/expected-verdict';
import { PEOPLE_HEADER, TRUTH_HEADER, writePeople, type WritePeopleOptions } from './people-file';
import { createRegister } from './register/register';

const people = 100_000;
const registerSeed = 6;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub06-people-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const file = (name: string): string => join(folder, name);

async function write(name: string, more: Partial<WritePeopleOptions>): Promise<Record<string, string>[]> {
  const options = { count: 1000, sampleSeed: 7, people, registerSeed, out: file(`${name}.csv`), ...more };
  await writePeople(options);
  return parse(readFileSync(options.out), { columns: true });
}

test('columns, rows in order, nobody twice in a clean file', async () => {
  const rows = await write('clean', {});
  expect(readFileSync(file('clean.csv'), 'utf8').split('\n')[0]).toBe(PEOPLE_HEADER);
  expect(rows.map(({ STT }) => Number(STT))).toEqual(rows.map((_, at) => at + 1));
  expect(new Set(rows.map((row) => row['Số định danh'])).size).toBe(1000);
  for (const row of rows) expect(row['Ngày sinh']).toMatch(/^(\d\d\/\d\d\/\d{4}|\d{4})$/);
});

test('the same options give the same bytes, another sample seed gives others', async () => {
  for (const name of ['one', 'two']) await write(name, { dirty: 'L2', truth: file(`${name}.truth.csv`) });
  await write('three', { dirty: 'L2', sampleSeed: 8 });
  expect(sha256(file('one.csv'))).toBe(sha256(file('two.csv')));
  expect(sha256(file('one.truth.csv'))).toBe(sha256(file('two.truth.csv')));
  expect(sha256(file('one.csv'))).not.toBe(sha256(file('three.csv')));
});

describe('truth', () => {
  let rows: Record<string, string>[];
  let truth: Record<string, string>[];
  beforeAll(async () => {
    rows = await write('dirty', { count: 8000, dirty: 'L3', truth: file('dirty.truth.csv') });
    truth = parse(readFileSync(file('dirty.truth.csv')), { columns: true });
  }, 60_000);

  test('says of each row who it is, as the register has it', () => {
    expect(readFileSync(file('dirty.truth.csv'), 'utf8').split('\n')[0]).toBe(TRUTH_HEADER);
    const register = createRegister({ people, seed: registerSeed });
    expect(truth).toHaveLength(rows.length);
    const wrong = truth.filter((line, at) => {
      const number = line['person_number'] as string;
      const person = number === '' ? null : register.findByNumber(number);
      if (line['row'] !== String(at + 1)) return true;
      if (person === null) return number !== '' || !line['noise']?.includes('C85');
      return (
        person.name.title !== line['register_name'] ||
        (person.sex === 1 ? 'Nam' : 'Nữ') !== line['register_sex']
      );
    });
    expect(wrong).toEqual([]);
  });

  test('counts each class of noise, and a row without any is the register word by word', () => {
    const codes = new Map<string, number>();
    for (const { noise } of truth)
      for (const code of (noise as string).split('+').filter(Boolean))
        codes.set(code, (codes.get(code) ?? 0) + 1);
    for (const code of 'C05 C06 C07 C10 C11 C12 C13 C20 C21 C22 C24 C26 C27 C28 C30 C31 C32 C33 C34 C40 C41 C42 C44 C45 C46 C50 C51 C60 C61 C62 C70 C80 C82 C83 C84 C85 C86 C87'.split(
      ' ',
    ))
      expect([code, (codes.get(code) ?? 0) > 0]).toEqual([code, true]);
    const untouched = truth.flatMap((line, at) => (line['noise'] === '' ? [[line, rows[at]]] : []));
    expect(untouched.length).toBeGreaterThan(50);
    for (const [line, row] of untouched) {
      expect(row?.['Họ và tên']).toBe(line?.['register_name']);
      expect(row?.['Số định danh']).toBe(line?.['person_number']);
      expect(['VERIFIED']).toContain(line?.['expected_verdict']);
    }
  });

  test('expects one of the known verdicts, and VERIFIED only under the own number of the person', () => {
    const seen = new Set(truth.map((line) => line['expected_verdict'] as string));
    expect(
      [...seen].filter((verdict) => !(EXPECTED_VERDICTS as readonly string[]).includes(verdict)),
    ).toEqual([]);
    expect(seen.size).toBe(EXPECTED_VERDICTS.length);
    const wrong = truth.filter((line, at) => {
      if (line['expected_verdict'] !== 'VERIFIED') return false;
      // A row whose sex was left out has its number there.
      const cells = ['Số định danh', 'Giới tính'].map((column) =>
        (rows[at]?.[column] as string).padStart(12, '0'),
      );
      return !cells.includes(line['person_number'] as string);
    });
    expect(wrong).toEqual([]);
  });
});

test('more rows than people are refused before anything is written', async () => {
  await expect(write('many', { count: people + 1 })).rejects.toThrow(RangeError);
  await expect(write('many', { count: -1 })).rejects.toThrow(RangeError);
  expect(() => readFileSync(file('many.csv'))).toThrow();
});
