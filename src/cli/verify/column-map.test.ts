/** Proves how --map is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Failure } from '../failure';
import { readColumnMap } from './column-map';

test('pairs, whose headers may hold commas, spaces and equals signs', () => {
  expect(readColumnMap('name=Họ, chữ đệm và tên, birthDate=Ngày=sinh,number=CCCD')).toEqual({
    name: 'Họ, chữ đệm và tên',
    birthDate: 'Ngày=sinh',
    number: 'CCCD',
  });
});

test('a JSON file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-map-'));
  const file = join(folder, 'mapping.json');
  writeFileSync(file, '{"name":"Họ tên"}');
  expect(readColumnMap(file)).toEqual({ name: 'Họ tên' });
  rmSync(folder, { recursive: true });
});

test.each(['nothing.json', 'surname=Họ', 'name=', '', 'name'])('%j is wrong usage', (given) => {
  expect(() => readColumnMap(given)).toThrow(expect.objectContaining({ exitCode: 64 }) as Failure);
});
