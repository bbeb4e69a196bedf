/** Proves the NDOP manner beyond the batch look-up: asynchronous requests, aggregates, versions, signatures. */
import { createHash, createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { createRegister } from '../../register/register';
import { type RunningSimulator, startSimulator } from '../../server';

const people = 20_000;
const seed = 6;
const register = createRegister({ people, seed });
let now = 1_764_000_000_000;
let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, people, seed, controlApi: true, now: () => now });
});
afterAll(() => simulator.close());

interface Answer {
  header: { request_msg_id: string };
  status: { code: string; message: string };
  data: Record<string, unknown> & { DanhSach: Record<string, unknown>[]; MaYeuCau: string };
}

let calls = 0;
const bodyOf = (data: object, header: object = {}): string => {
  calls += 1;
  return JSON.stringify({
    header: {
      version: '1.0',
      sender_id: 'HUB06-0000001',
      msg_id: `n-${calls}`,
      send_datetime: now,
      ...header,
    },
    data: { MaDVC: 'HUB06-TEST', MaTichHop: '037', MaCanBo: 'can-bo', ...data },
  });
};

async function send(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}/ndop/v1/${path}`, { method: 'POST', body, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, answer: JSON.parse(text) as Answer };
}
const ask = (path: string, data: object, header: object = {}) => send(path, bodyOf(data, header));
const wanted = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ IdBanGhi: `r${at}`, SoDinhDanh: register.person(at).number }));

describe('asynchronous requests', () => {
  test('submit, wait, page through the records, take the file, look at the history, delete', async () => {
    const submitted = await ask('yeu-cau/SubmitRequest', { DanhSach: wanted(2500) });
    const { MaYeuCau } = submitted.answer.data;
    expect(submitted.answer.data).toMatchObject({ TrangThai: 'TIEP_NHAN', SoBanGhi: 2500 });
    const early = await ask('yeu-cau/GetResultDetailAsRecords', { MaYeuCau, Trang: 1, SoBanGhi: 1000 });
    expect([early.status, early.answer.status.code, early.headers.get('retry-after')]).toEqual([
      409,
      'CM_NOT_READY',
      '1',
    ]);
    now += 230;
    const working = await ask('yeu-cau/GetRequestStatus', { MaYeuCau });
    expect(working.answer.data['TrangThai']).toBe('DANG_XU_LY');
    now += 1000;
    expect((await ask('yeu-cau/GetRequestStatus', { MaYeuCau })).answer.data).toMatchObject({
      TrangThai: 'HOAN_THANH',
      DaXuLy: 2500,
    });

    const seen: string[] = [];
    for (let Trang = 1; Trang <= 3; Trang += 1) {
      const { answer } = await ask('yeu-cau/GetResultDetailAsRecords', { MaYeuCau, Trang, SoBanGhi: 1000 });
      expect(answer.data).toMatchObject({ Trang, TongSo: 2500, SoTrang: 3 });
      seen.push(...answer.data.DanhSach.map((entry) => entry['IdBanGhi'] as string));
    }
    expect(seen).toEqual(wanted(2500).map(({ IdBanGhi }) => IdBanGhi));

    const result = await ask('yeu-cau/GetRequestResult', { MaYeuCau });
    const tep = result.answer.data['Tep'] as { DuongDanTaiXuong: string; SoByte: number; MaKiemTra: string };
    const file = Buffer.from(await (await fetch(simulator.url + tep.DuongDanTaiXuong)).arrayBuffer());
    expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([
      tep.SoByte,
      tep.MaKiemTra,
    ]);
    const lines = file
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { UngVien: { SoDinhDanh: string }[] });
    expect(lines[77]?.UngVien[0]?.SoDinhDanh).toBe(register.person(77).number);

    const history = await ask('yeu-cau/GetRequestHistory', { MaYeuCau });
    expect(history.answer.data.DanhSach.map((event) => event['SuKien'])).toEqual(['TIEP_NHAN', 'HOAN_THANH']);
    expect((await ask('yeu-cau/DeleteRequest', { MaYeuCau })).answer.data['TrangThai']).toBe('DA_XOA');
    const gone = await ask('yeu-cau/GetRequestStatus', { MaYeuCau });
    expect([gone.status, gone.answer.status.code]).toEqual([404, 'CM_NOT_FOUND']);
    expect((await fetch(simulator.url + tep.DuongDanTaiXuong)).status).toBe(404);
  });

  test('a file of lines asks the same; the same message id gives the same request; others do not see it', async () => {
    const TepDuLieu = wanted(3)
      .map((entry) => JSON.stringify(entry))
      .join('\n');
    const first = await ask('yeu-cau/SubmitRequest', { TepDuLieu }, { msg_id: 'same' });
    const again = await ask('yeu-cau/SubmitRequest', { TepDuLieu }, { msg_id: 'same' });
    expect(again.answer.data.MaYeuCau).toBe(first.answer.data.MaYeuCau);
    const list = await ask('yeu-cau/GetRequests', { Trang: 1, SoBanGhi: 10 });
    expect(list.answer.data.DanhSach.map((one) => one['MaYeuCau'])).toEqual([first.answer.data.MaYeuCau]);
    const other = await ask(
      'yeu-cau/GetRequestStatus',
      { MaYeuCau: first.answer.data.MaYeuCau },
      { sender_id: 'OTHER-AGENCY' },
    );
    expect(other.status).toBe(404);
    const expired = now;
    now += 25 * 3_600_000;
    expect((await ask('yeu-cau/GetRequestStatus', { MaYeuCau: first.answer.data.MaYeuCau })).status).toBe(
      404,
    );
    now = expired;
  });

  test.each([
    ['a broken line', { TepDuLieu: '{"IdBanGhi":"a","SoDinhDanh":"1"}\n{' }],
    ['nothing', {}],
  ])('refuses %s by its place', async (_, data) => {
    const { status, answer } = await ask('yeu-cau/SubmitRequest', data);
    expect([status, answer.status.code]).toEqual([400, 'CM_INVALID_REQUEST']);
  });
});

describe('fields and their licence', () => {
  const fieldsFor = async (MaDVC: string, TruongYeuCau?: readonly unknown[]) => {
    const { status, answer } = await ask('tra-cuu', { DanhSach: wanted(30), MaDVC, TruongYeuCau });
    const people = (answer.data?.DanhSach ?? []).flatMap((entry) => entry['UngVien'] as object[]);
    return { status, code: answer.status.code, message: answer.status.message, people };
  };
  const IDENTITY = [
    ...['SoDinhDanh', 'SoCMND', 'SoDinhDanhCu', 'HoVaTen', 'HoVaTenCu'],
    ...['GioiTinh', 'NgayThangNamSinh', 'TrangThai', 'PhienBan'],
  ];

  test('who names no fields gets identity, however much the purpose covers', async () => {
    for (const purpose of ['DOI-SOAT', 'G15-TP110', 'DAC-BIET-01']) {
      const { people } = await fieldsFor(purpose);
      expect(people.map((person) => Object.keys(person))).toEqual(people.map(() => IDENTITY));
    }
  });

  test('only the named fields travel, with the number and the version', async () => {
    const { people } = await fieldsFor('DOI-SOAT', ['GioiTinh']);
    expect(people).toHaveLength(30);
    for (const person of people) expect(Object.keys(person)).toEqual(['SoDinhDanh', 'GioiTinh', 'PhienBan']);
    const all = await fieldsFor('DAC-BIET-01', [...IDENTITY, 'ThuongTru', 'Cha', 'ChuHo', 'DanToc']);
    expect(Object.keys(all.people[0] as object)).toEqual([
      ...IDENTITY,
      'ThuongTru',
      'Cha',
      'ChuHo',
      'DanToc',
    ]);
    expect(all.people[0]).toMatchObject({
      ThuongTru: { MaTinhThanh: expect.stringMatching(/^\d\d$/) as string },
      ChuHo: { SoDinhDanh: expect.stringMatching(/^\d{12}$/) as string },
    });
  });

  test.each([
    ['DOI-SOAT', ['HoVaTen', 'ThuongTru'], 'ThuongTru'],
    ['DOI_SOAT', ['ThuongTru', 'ChuHo'], 'ChuHo'],
    ['G15-TP110', ['Cha', 'NhomMau'], 'NhomMau'],
  ])('%s may not ask for %j', async (purpose, fields, beyond) => {
    const { status, code, message, people } = await fieldsFor(purpose, fields);
    expect([status, code, people]).toEqual([403, '004', []]);
    expect(message).toContain(beyond);
    const submitted = await ask('yeu-cau/SubmitRequest', {
      DanhSach: wanted(1),
      MaDVC: purpose,
      TruongYeuCau: fields,
    });
    expect(submitted.answer.status.code).toBe('004');
  });

  test('a request that is fetched later keeps its fields', async () => {
    const { answer } = await ask('yeu-cau/SubmitRequest', { DanhSach: wanted(2), TruongYeuCau: ['HoVaTen'] });
    now += 60_000;
    const { MaYeuCau } = answer.data;
    const page = await ask('yeu-cau/GetResultDetailAsRecords', { MaYeuCau });
    const [person] = page.answer.data.DanhSach[0]?.['UngVien'] as [object];
    expect(Object.keys(person)).toEqual(['SoDinhDanh', 'HoVaTen', 'PhienBan']);
    await ask('yeu-cau/DeleteRequest', { MaYeuCau });
  });

  test.each([[[]], ['HoVaTen'], [['HoVaTen', 'KhongCo']]])('%j names no fields', async (fields) => {
    expect((await fieldsFor('DOI-SOAT', fields as string[])).code).toBe('CM_INVALID_REQUEST');
  });
});

test('aggregates: all units, small counts hidden, no person in them', async () => {
  const { answer, text } = await ask('tong-hop', {});
  expect(new Set(answer.data.DanhSach.map((one) => one['MaTinhThanh'])).size).toBe(34);
  expect(
    answer.data.DanhSach.filter(
      ({ SoNguoi }) => SoNguoi !== null && SoNguoi !== 0 && (SoNguoi as number) < 5,
    ),
  ).toEqual([]);
  expect(text).not.toMatch(/SoDinhDanh|HoVaTen/);
  const one = await ask('tong-hop', { MaTinhThanh: ['79'] });
  expect(one.answer.data.DanhSach).toHaveLength(36);
  expect((await ask('tong-hop', { MaTinhThanh: ['99'] })).status).toBe(400);
});

test('a record that comes back needs a growing version', async () => {
  const push = (PhienBan: unknown, IdBanGhi = 'x1') =>
    ask('tiep-nhan', {
      NguonDuLieu: { MaLoaiDuLieu: 'DAT_DAI', IdNguonDuLieu: 'n1' },
      TrangThaiDuLieu: { LoaiSuKien: 'NEW', PhienBan },
      DuLieuTiepNhan: { IdBanGhi },
    });
  expect((await push(2)).status).toBe(200);
  const conflict = await push(2);
  expect([conflict.status, conflict.answer.status.code]).toEqual([409, 'VERSION_CONFLICT']);
  expect((await push(1)).status).toBe(409);
  expect((await push(3)).status).toBe(200);
  expect((await push(1, 'x2')).status).toBe(200);
  expect((await push('3')).status).toBe(400);
});

test('signatures: looked at when sent, demanded from registered senders, answers are signed', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const sign = (body: string): Record<string, string> => ({
    'x-signature': createSign('RSA-SHA256').update(body).sign(privateKey, 'base64'),
  });
  const data = { DanhSach: wanted(2) };
  const unknown = bodyOf(data, { sender_id: 'SIGNER-1' });
  expect((await send('tra-cuu', unknown, sign(unknown))).answer.status.code).toBe('PS_SIGNATURE_INVALID');
  const put = await fetch(`${simulator.url}/control/keys/SIGNER-1`, { method: 'PUT', body: pem });
  expect(put.status).toBe(200);
  const body = bodyOf(data, { sender_id: 'SIGNER-1' });
  const good = await send('tra-cuu', body, sign(body));
  expect(good.status).toBe(200);
  const own = await (await fetch(`${simulator.url}/ndop/v1/khoa-cong-khai`)).text();
  const signature = good.headers.get('x-signature') ?? '';
  expect(createVerify('RSA-SHA256').update(good.text).verify(own, signature, 'base64')).toBe(true);
  const changed = bodyOf(data, { sender_id: 'SIGNER-1' });
  expect((await send('tra-cuu', changed, sign(`${changed} `))).answer.status.code).toBe(
    'PS_SIGNATURE_INVALID',
  );
  expect((await send('tra-cuu', changed)).answer.status.code).toBe('PS_SIGNATURE_INVALID');
  const old = bodyOf(data, { sender_id: 'SIGNER-1', send_datetime: now - 600_000 });
  expect((await send('tra-cuu', old, sign(old))).answer.status.code).toBe('CM_STALE_TIMESTAMP');
});
