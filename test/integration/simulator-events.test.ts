/** Proves that life events added to the simulated register survive its restart, in its own schema of PostgreSQL. */
import { startSimulator } from '../../workers/simulator';
import { cloneDatabase } from '../support/database';

test('an event is there after a restart, for the same population only', async () => {
  const database = await cloneDatabase();
  const start = (seed: number) =>
    startSimulator({ port: 0, people: 5000, seed, controlApi: true, databaseUrl: database.url });
  const [first, second] = await Promise.all([start(6), start(6)]);
  const number = await numberOfSomebody(first.url);
  const died = await fetch(`${first.url}/control/events`, {
    method: 'POST',
    body: JSON.stringify({ type: 'DECEASED', number }),
  });
  expect(died.status).toBe(200);
  await Promise.all([first.close(), second.close()]);

  const again = await start(6);
  expect(await statusOf(again.url, number)).toBe('DA_CHET');
  await fetch(`${again.url}/control/events`, { method: 'DELETE' });
  expect(await statusOf(again.url, number)).toBe('BINH_THUONG');
  await again.close();

  const other = await start(7);
  const events = await fetch(`${other.url}/control/events`);
  expect(await events.json()).toEqual({ events: 0 });
  await other.close();
});

test('a database that is not there stops the start', async () => {
  const databaseUrl = 'postgres://nobody:nothing@127.0.0.1:1/none';
  await expect(startSimulator({ port: 0, people: 5000, seed: 6, databaseUrl })).rejects.toThrow();
});

interface Shown {
  SoDinhDanh: string;
  TrangThai: string;
}

let calls = 0;
async function lookUp(url: string, key: object): Promise<Shown[]> {
  calls += 1;
  const response = await fetch(`${url}/ndop/v1/tra-cuu`, {
    method: 'POST',
    body: JSON.stringify({
      header: { sender_id: 'HUB06-0000001', msg_id: `e-${calls}` },
      data: { MaDVC: 'HUB06-TEST', MaCanBo: 'can-bo', DanhSach: [{ IdBanGhi: 'a', ...key }] },
    }),
  });
  const { data } = (await response.json()) as { data: { DanhSach: { UngVien: Shown[] }[] } };
  return data.DanhSach[0]?.UngVien ?? [];
}

async function statusOf(url: string, number: string): Promise<string | undefined> {
  return (await lookUp(url, { SoDinhDanh: number }))[0]?.TrangThai;
}

/** Somebody alive whom the register finds by the commonest name of all. */
async function numberOfSomebody(url: string): Promise<string> {
  for (let year = 1960; year < 2000; year += 1) {
    for (const name of ['NGUYEN THI HUONG', 'NGUYEN VAN HUNG', 'NGUYEN THI LAN', 'NGUYEN VAN NAM']) {
      const found = await lookUp(url, { HoVaTen: name, NgayThangNamSinh: { Nam: String(year) } });
      const alive = found.find(({ TrangThai }) => TrangThai === 'BINH_THUONG');
      if (alive !== undefined) return alive.SoDinhDanh;
    }
  }
  throw new Error('nobody of a common name');
}
