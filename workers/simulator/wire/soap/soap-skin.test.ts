/** Proves the SOAP skin as a caller from the field meets it, over HTTP. */
import { attributesOf } from '../../register/attributes';
import { createRegister, type Register } from '../../register/register';
import { type Person } from '../../register/person';
import { ask as askAt, type Asked } from '../../__fixtures__/soap-caller';
import { type RunningSimulator, startSimulator } from '../../server';
import { type XmlElement } from './xml-reader';

const people = 50_000;
const seed = 6;
const register: Register = createRegister({ people, seed });
let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, people, seed, controlApi: true });
});
afterAll(() => simulator.close());

const ask = (asked: Asked) => askAt(simulator.url, asked);

/** Text at a path of element names below the SOAP body. */
function at(root: XmlElement, ...path: string[]): string | undefined {
  let here: XmlElement | undefined = root.children[0];
  for (const name of path) here = here?.children.find((child) => child.name === name);
  return here?.text;
}
const citizensIn = (root: XmlElement): XmlElement[] =>
  root.children[0]?.children[0]?.children.filter(({ name }) => name === 'CongDan') ?? [];
const faultCode = (root: XmlElement): string | undefined => at(root, 'Fault', 'detail', 'Loi', 'MaLoi');
const numberField = (number: string): string => `<dan:SoDinhDanh>${number}</dan:SoDinhDanh>`;
const birthField = (person: Person): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const inner =
    person.month === 0
      ? `<dan:Nam>${person.year}</dan:Nam>`
      : `<dan:NgayThangNam>${person.year}${two(person.month)}${two(person.day)}</dan:NgayThangNam>`;
  return `<dan:NgayThangNamSinh>${inner}</dan:NgayThangNamSinh>`;
};
const nameField = (name: string): string => `<dan:HoVaTen>${name.replaceAll("'", '&apos;')}</dan:HoVaTen>`;

test('look-up by number: one person, name in Ten in capitals, in the namespace of the field', async () => {
  const person = register.person(12_345);
  const { status, root, text } = await ask({ fields: numberField(person.number) });
  expect(status).toBe(200);
  expect(root.children[0]?.children[0]).toMatchObject({
    name: 'CongdanCollection',
    namespace: 'http://www.mic.gov.vn/dancu/1.0',
  });
  expect(at(root, 'CongdanCollection', 'CongDan', 'SoDinhDanh')).toBe(person.number);
  expect(at(root, 'CongdanCollection', 'CongDan', 'HoVaTen', 'Ten')).toBe(person.name.upper);
  expect(text).toContain('MÔ PHỎNG');
});

test('nobody, and inputs that disagree, are both an empty collection', async () => {
  const person = register.person(12_345);
  for (const fields of [
    numberField('000000000000'),
    numberField(person.number) + nameField('NGUYEN VAN SIM'),
    numberField(person.number) + '<dan:NgayThangNamSinh><dan:Nam>1901</dan:Nam></dan:NgayThangNamSinh>',
  ]) {
    const { status, root, text } = await ask({ fields });
    expect([status, citizensIn(root).length]).toEqual([200, 0]);
    expect(text).toContain('SoCongDan="0"');
  }
});

test('verification is one boolean', async () => {
  const person = register.person(4321);
  const exists = async (name: string): Promise<string | undefined> => {
    const fields = numberField(person.number) + nameField(name) + birthField(person);
    const { root } = await ask({ operation: 'XacThucThongTinCongDan', integration: '033', fields });
    return at(root, 'KetQuaXacThuc', 'TonTai');
  };
  expect(await exists(person.name.fold)).toBe('true');
  expect(await exists('NGUYEN VAN SIM')).toBe('false');
});

test('without a key, name and birth give every candidate', async () => {
  const person = Array.from({ length: 100 }, (_, i) => register.person(i * 499)).find(
    ({ month }) => month > 0,
  ) as Person;
  const { root } = await ask({ fields: nameField(person.name.upper) + birthField(person) });
  const numbers = citizensIn(root).map((one) => one.children.find(({ name }) => name === 'SoDinhDanh')?.text);
  expect(numbers).toContain(person.number);
});

test('a household: head first, everybody related, all at one address', async () => {
  const households = register.households();
  const index = Array.from({ length: 500 }, (_, i) => i * 97).find(
    (one) => households.membersOf(households.anchorOf(one)).length >= 4,
  ) as number;
  const fields = numberField(register.person(index).number);
  const { root } = await ask({ operation: 'CungCapThongTinHoGiaDinh', fields });
  const members = citizensIn(root);
  const under = (one: XmlElement, ...path: string[]) => at({ ...root, children: [one] }, ...path);
  expect(members.length).toBeGreaterThanOrEqual(4);
  expect(under(members[0] as XmlElement, 'ChuHo', 'QuanHe')).toBe('CHU_HO');
  expect(new Set(members.map((one) => under(one, 'ThuongTru', 'ChiTiet'))).size).toBe(1);
  expect(new Set(members.map((one) => under(one, 'SoSoHoKhau'))).size).toBe(1);
  const head = await ask({ operation: 'XacMinhThongTinChuHo', fields });
  expect(citizensIn(head.root)).toHaveLength(1);
});

test('who was moved by an event lives in the other unit', async () => {
  const { number } = register.person(31);
  const places = async () => {
    const { text } = await ask({ fields: numberField(number) });
    const plain = text.replaceAll(/<(\/?)\w+:/g, '<$1');
    return ['ThuongTru', 'NoiOHienTai'].map(
      (place) => new RegExp(`<${place}><MaTinhThanh>(\\d\\d)<`).exec(plain)?.[1],
    );
  };
  const events = (method: string, body?: object) =>
    fetch(`${simulator.url}/control/events`, { method, body: body ? JSON.stringify(body) : null });
  const before = await places();
  const unit = before.includes('79') ? '01' : '79';
  expect((await events('POST', { type: 'MOVED', number, unit })).status).toBe(200);
  expect(await places()).toEqual([unit, unit]);
  await events('DELETE');
  expect(await places()).toEqual(before);
  expect(before[0]).toMatch(/^\d\d$/);
});

test('a licence decides which groups of fields are shown', async () => {
  const fields = numberField(register.person(777).number);
  const shown = async (purpose: string) => (await ask({ purpose, fields })).text;
  expect(await shown('XYZ')).not.toMatch(/ThuongTru|DanToc|TinhTrangHonNhan/);
  expect(await shown('DOI_SOAT')).toMatch(/ThuongTru.*ChiTietCu/);
  expect(await shown('DOI_SOAT')).not.toMatch(/TinhTrangHonNhan|ChuHo/);
  expect(await shown('G15-TP110')).toMatch(/ThuongTru/);
  expect(await shown('G15-TP110')).not.toMatch(/DanToc|TonGiao|NhomMau/);
  expect(await shown('DAC-BIET-1')).toMatch(/DanToc.*TonGiao.*NhomMau/);
});

test('lists page through everybody once', async () => {
  const seen = new Set<string>();
  let total = Infinity;
  for (let page = 1; seen.size < total; page += 1) {
    const { root, text } = await ask({
      operation: 'CungCapDanhSachTheoDoTuoi',
      purpose: 'DAC-BIET-1',
      fields: `<dan:MaTinhThanh>04</dan:MaTinhThanh><dan:TuTuoi>20</dan:TuTuoi><dan:DenTuoi>29</dan:DenTuoi><dan:Trang>${page}</dan:Trang><dan:SoBanGhi>20</dan:SoBanGhi>`,
    });
    total = Number(/SoCongDan="(\d+)"/.exec(text)?.[1]);
    const before = seen.size;
    for (const one of citizensIn(root)) seen.add(one.children[0]?.text ?? '');
    expect(seen.size).toBeGreaterThan(before);
  }
  expect(seen.size).toBe(total);
  expect([...seen].every((number) => number.startsWith('004'))).toBe(true);
});

test('a list by attribute goes on from position to position until the register ends, and misses nobody', async () => {
  const sharers = Array.from({ length: people }, (_, index) => index).filter(
    (index) => attributesOf(register, index).religion === '05',
  );
  const seen: string[] = [];
  let next: string | undefined = '0';
  for (let answers = 1; next !== undefined; answers += 1) {
    expect(answers).toBeLessThan(100);
    const { root, text } = await ask({
      operation: 'CungCapDanhSachTheoTonGiao',
      purpose: 'DAC-BIET-1',
      fields: `<dan:TonGiao>05</dan:TonGiao><dan:SoBanGhi>50</dan:SoBanGhi><dan:TuViTri>${next}</dan:TuViTri>`,
    });
    seen.push(...citizensIn(root).map((one) => one.children[0]?.text ?? ''));
    next = /TiepTheo="(\d+)"/.exec(text)?.[1];
  }
  expect(seen).toEqual(sharers.map((index) => register.person(index).number));
});

test.each<[string, Asked, number, string]>([
  [
    'a purpose without licence',
    { purpose: 'CHUA-CAP-PHEP-1', fields: numberField('000000000000') },
    500,
    '004',
  ],
  [
    'a family question without licence',
    { operation: 'CungCapThongTinHoGiaDinh', purpose: 'XYZ' },
    500,
    '004',
  ],
  ['an officer without right', { officer: 'khong-quyen.1', fields: numberField('000000000000') }, 500, '005'],
  ['a wrong digest', { secret: 'guessed' }, 401, 'AUTH_FAILED'],
  ['a stale timestamp', { timestamp: 1_600_000_000_000 }, 401, 'STALE_TIMESTAMP'],
  ['no key', {}, 500, 'INVALID_INPUT'],
  ['a short number', { fields: numberField('123') }, 500, 'INVALID_INPUT'],
  ['a wrong integration code', { integration: '999' }, 500, 'INVALID_INPUT'],
  [
    'pages of a list that nobody has counted',
    {
      operation: 'CungCapDanhSachTheoDanToc',
      purpose: 'DAC-BIET-1',
      fields: '<dan:DanToc>01</dan:DanToc><dan:Trang>2</dan:Trang>',
    },
    500,
    'INVALID_INPUT',
  ],
  ['an unknown operation', { operation: 'XoaCongDan' }, 500, 'INVALID_INPUT'],
  [
    'a document type',
    { body: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' },
    500,
    'INVALID_INPUT',
  ],
])('refuses %s', async (_, asked, status, code) => {
  const reply = await ask(asked);
  expect([reply.status, faultCode(reply.root)]).toEqual([status, code]);
});

test('a request id is answered once', async () => {
  const asked = { requestId: 'SIM-1', fields: numberField('000000000000') };
  expect((await ask(asked)).status).toBe(200);
  const again = await ask(asked);
  expect([again.status, faultCode(again.root)]).toEqual([500, 'DUPLICATE_REQUEST_ID']);
});

test('the WSDL is XML, names every operation, and the address at which it was asked', async () => {
  const text = await (await fetch(`${simulator.url}/soap/dancu?wsdl`)).text();
  expect(text).toContain(`location="${simulator.url}/soap/dancu"`);
  for (const name of ['TraCuuThongTinCongDan', 'XacThucThongTinCongDan', 'CungCapDanhSachTheoTonGiao'])
    expect(text).toContain(`<wsdl:operation name="${name}">`);
});
