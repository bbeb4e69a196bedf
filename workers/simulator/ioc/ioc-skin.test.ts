/** Proves the IOC nodes and statistics as their callers meet them: the same again from the seed, moved by the scenario, silent when told. */
import { type RunningSimulator, startSimulator } from '../server';
import { offeredBetween } from './feed-log';
import { dateOf, dayOf, startOf } from './reporting-day';

const NOON = Date.parse('2026-11-23T05:00:00Z');
let now = NOON;
let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, people: 10_000, seed: 6, controlApi: true, now: () => now });
});
afterAll(() => simulator.close());

async function read(path: string) {
  const response = await fetch(simulator.url + path, { headers: { 'x-sender-id': 'HUB06-0000001' } });
  const body = (await response.json()) as { status: { code: string }; MoPhong?: boolean; data: never };
  return { ...body, status: response.status };
}

async function control(path: string, body: object) {
  const response = await fetch(simulator.url + path, { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

interface Page {
  DanhSach: { KhoaNhan: string; PhienBan: number; TuSo: number | null }[];
  TiepTheo: string;
  ConNua: boolean;
}

describe('the node of a province', () => {
  test('is on trial as the document describes, until the scenario moves it; and says that it is simulated', async () => {
    const pilot = await read('/ioc/v1/48');
    expect(pilot).toMatchObject({
      MoPhong: true,
      data: { GiaiDoan: 'THI_DIEM', KetNoiTrungTamChinhPhu: false, KetNoiCSDLDC: false, MaTinhThanh: '48' },
    });
    await control('/control/scenario', { name: 'ioc-connected' });
    const connected = await read('/ioc/v1/48');
    expect(connected.data).toMatchObject({ GiaiDoan: 'DA_KET_NOI', KetNoiTrungTamChinhPhu: true });
    expect((connected.data as { NguonCap: object[] }).NguonCap).toHaveLength(6);
  });

  test('is not heard of when it was silenced, alone among all', async () => {
    await control('/control/ioc', { silent: ['48'] });
    expect(await read('/ioc/v1/48')).toMatchObject({ status: 504 });
    expect((await read('/ioc/v1/79')).status).toBe(200);
    await control('/control/ioc', { silent: [] });
    expect((await read('/ioc/v1/48')).status).toBe(200);
    await control('/control/scenario', { name: 'ioc-silent' });
    expect((await read('/ioc/v1/48')).status).toBe(504);
  });

  test('knows no stranger: not a sender, not a province, not a feed', async () => {
    await control('/control/scenario', { name: 'happy' });
    expect((await fetch(`${simulator.url}/ioc/v1/48`)).status).toBe(401);
    expect((await read('/ioc/v1/99')).status).toBe(404);
    expect((await read('/ioc/v1/48/nguon-cap/camera')).status).toBe(404);
  });
});

describe('a feed', () => {
  test('gives the same log however it is cut into pages and moments', async () => {
    const path = '/ioc/v1/79/nguon-cap/so-hoa';
    const whole = (await read(path)).data as Page;
    now = NOON - 20 * 3_600_000;
    const before = (await read(path)).data as Page;
    now = NOON;
    const after = (await read(`${path}?tu=${before.TiepTheo}`)).data as Page;
    const start = whole.DanhSach[0]?.KhoaNhan;
    // A reader that came earlier began a day earlier.
    const both = [...before.DanhSach, ...after.DanhSach].map(({ KhoaNhan }) => KhoaNhan);
    expect(both.slice(both.indexOf(start ?? ''))).toEqual(whole.DanhSach.map(({ KhoaNhan }) => KhoaNhan));
    expect((await read(`${path}?tu=${whole.TiepTheo}`)).data).toMatchObject({ DanhSach: [], ConNua: false });
  });

  test('is late, repeated, overtaken and broken where it is kept badly, and nearly clean where it is not', () => {
    const logOf = (quality: number) =>
      offeredBetween(
        { seed: 6, province: '48', feed: 'y-te', quality, progress: 0.5 },
        NOON - 200 * 86_400_000,
        NOON,
      );
    const flaws = (quality: number) => {
      const log = logOf(quality);
      const seen = new Map<string, number>();
      let [repeated, overtaken] = [0, 0];
      for (const { key, version } of log) {
        const known = seen.get(key) ?? 0;
        if (version === known) repeated += 1;
        if (version < known) overtaken += 1;
        seen.set(key, Math.max(known, version));
      }
      const late = log.filter(({ day, issuedMs }) => dateOf(dayOf(issuedMs)) !== day).length;
      const broken = log.filter(({ numerator }) => numerator === null).length;
      return { repeated, overtaken, late, broken, missing: 200 * 6 - seen.size };
    };
    const [bad, good] = [flaws(0.7), flaws(0.98)];
    for (const kind of ['repeated', 'late', 'broken', 'missing'] as const)
      expect(bad[kind]).toBeGreaterThan(2 * good[kind]);
    expect(good.overtaken).toBeGreaterThan(0);
  });

  test('counts days from cut-off to cut-off in Vietnam', () => {
    const cutOff = Date.parse('2026-11-23T17:00:00+07:00');
    expect([dateOf(dayOf(cutOff - 1)), dateOf(dayOf(cutOff))]).toEqual(['2026-11-23', '2026-11-24']);
    expect(startOf(dayOf(cutOff))).toBe(cutOff);
  });
});

describe('statistics', () => {
  test.each(['dich-vu-cong', 'dinh-danh', 'luu-tru'])('of %s stay within their totals', async (topic) => {
    const first = await read(`/thong-ke/v1/${topic}/48`);
    expect(await read(`/thong-ke/v1/${topic}/48`)).toEqual(first);
    expect(first.data).toMatchObject({ MaTinhThanh: '48', ThoiDiemChot: '2026-11-22T10:00:00.000Z' });
    if (topic === 'dich-vu-cong') {
      const { HoSo } = first.data as { HoSo: Record<string, number> };
      expect(HoSo.TiepNhan).toBe((HoSo.TrucTuyen ?? 0) + (HoSo.TrucTiep ?? 0) + (HoSo.BuuChinh ?? 0));
    }
  });
});
