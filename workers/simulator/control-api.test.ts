/** Proves that life events added by hand change what every look-up shows, and that impossible ones are refused. */
import { type Person } from './register/person';
import { createRegister } from './register/register';
import { type RunningSimulator, startSimulator } from './server';

const people = 20_000;
const seed = 6;
const register = createRegister({ people, seed });
let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await startSimulator({ port: 0, people, seed, controlApi: true });
});
afterEach(() => simulator.close());

async function control(method: string, event?: object) {
  const body = event === undefined ? {} : { body: JSON.stringify(event) };
  const response = await fetch(`${simulator.url}/control/events`, { method, ...body });
  return {
    status: response.status,
    body: (await response.json()) as { number: string; events: number; status: { message: string } },
  };
}

let calls = 0;
async function lookUp(key: object): Promise<Record<string, unknown>[]> {
  calls += 1;
  const response = await fetch(`${simulator.url}/ndop/v1/tra-cuu`, {
    method: 'POST',
    body: JSON.stringify({
      header: { sender_id: 'HUB06-0000001', msg_id: `c-${calls}` },
      data: { MaDVC: 'HUB06-TEST', MaCanBo: 'can-bo', DanhSach: [{ IdBanGhi: 'a', ...key }] },
    }),
  });
  const { data } = (await response.json()) as {
    data: { DanhSach: { UngVien: Record<string, unknown>[] }[] };
  };
  return data.DanhSach[0]?.UngVien ?? [];
}

const plain = (at: number): Person =>
  Array.from({ length: 200 }, (_, i) => register.person(at + i)).find(
    ({ status, month, formerNumbers, oldCard }) =>
      status === 'ACTIVE' && month > 0 && formerNumbers.length === 0 && oldCard !== '',
  ) as Person;

test('death and return', async () => {
  const { number } = plain(100);
  await control('POST', { type: 'DECEASED', number });
  expect((await lookUp({ SoDinhDanh: number }))[0]).toMatchObject({ TrangThai: 'DA_CHET' });
  await control('POST', { type: 'ALIVE', number });
  expect((await lookUp({ SoDinhDanh: number }))[0]).toMatchObject({ TrangThai: 'BINH_THUONG' });
});

test('renamed: found under the new name and the old one, by number and by card', async () => {
  const person = plain(300);
  const { status } = await control('POST', {
    type: 'RENAMED',
    number: person.number,
    name: 'Nguyễn Thị Mô Phỏng',
  });
  expect(status).toBe(200);
  const birth = { NgayThangNamSinh: { Nam: String(person.year) } };
  const shown = { SoDinhDanh: person.number, HoVaTenCu: [person.name.upper] };
  expect((await lookUp({ SoDinhDanh: person.number }))[0]).toMatchObject({
    ...shown,
    HoVaTen: { Ten: 'NGUYỄN THỊ MÔ PHỎNG' },
  });
  expect(await lookUp({ SoCMND: person.oldCard })).toEqual([expect.objectContaining(shown)]);
  for (const name of ['nguyen thi mo phong', person.name.upper])
    expect(await lookUp({ HoVaTen: name, ...birth })).toContainEqual(expect.objectContaining(shown));
});

test('sex and birth year corrected: another number, the old one leads to it and is nobody else’s', async () => {
  const person = plain(500);
  const first = await control('POST', { type: 'SEX_CORRECTED', number: person.number });
  expect(first.body.number).not.toBe(person.number);
  expect(Number(first.body.number[3]) % 2).not.toBe(Number(person.number[3]) % 2);
  const second = await control('POST', {
    type: 'BIRTH_CORRECTED',
    number: person.number,
    birth: '1971-02-03',
  });
  expect(second.body.number.slice(4, 6)).toBe('71');
  for (const number of [person.number, first.body.number, second.body.number]) {
    const [shown] = await lookUp({ SoDinhDanh: number });
    expect(shown).toMatchObject({
      SoDinhDanh: second.body.number,
      SoDinhDanhCu: [first.body.number, person.number],
      NgayThangNamSinh: { NgayThangNam: '19710203' },
    });
  }
  const byName = await lookUp({ HoVaTen: person.name.upper, NgayThangNamSinh: { NgayThangNam: '19710203' } });
  expect(byName).toHaveLength(1);
});

test('merged: both numbers lead to one person', async () => {
  const [wrong, right] = [plain(700), plain(9000)];
  await control('POST', { type: 'MERGED', number: wrong.number, into: right.number });
  const [shown] = await lookUp({ SoDinhDanh: wrong.number });
  expect(shown).toMatchObject({ SoDinhDanh: right.number, SoDinhDanhCu: [wrong.number] });
  expect(await lookUp({ SoCMND: wrong.oldCard })).not.toContainEqual(
    expect.objectContaining({ SoDinhDanh: wrong.number }),
  );
});

test('cleared: the register is as it was', async () => {
  const { number } = plain(100);
  await control('POST', { type: 'MISSING', number });
  expect((await control('GET')).body.events).toBe(1);
  expect((await control('DELETE')).body.events).toBe(0);
  expect((await lookUp({ SoDinhDanh: number }))[0]).toMatchObject({ TrangThai: 'BINH_THUONG' });
});

test.each([
  ['a number that nobody holds', { type: 'DECEASED', number: '000000000000' }, /nobody/],
  ['an unknown kind', { type: 'CLONED', number: '000000000000' }, /type/],
  ['a name that is none', { type: 'RENAMED', number: '000000000000', name: '"},{"' }, /letters/],
  [
    'a day that does not exist',
    { type: 'BIRTH_CORRECTED', number: plain(100).number, birth: '1990-02-31' },
    /calendar/,
  ],
  [
    'a year before the register',
    { type: 'BIRTH_CORRECTED', number: plain(100).number, birth: '1820' },
    /year/,
  ],
  ['a merger with oneself', { type: 'MERGED', number: plain(100).number, into: plain(100).number }, /itself/],
])('refuses %s', async (_, event, sentence) => {
  const { status, body } = await control('POST', event);
  expect([status, body.status.message]).toEqual([400, expect.stringMatching(sentence)]);
  expect((await control('GET')).body.events).toBe(0);
});
