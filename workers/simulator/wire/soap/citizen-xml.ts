/** Answers for writing one person as `CongDan`, with the groups of fields that a licence covers. */
import { attributesOf, maritalStatusOf } from '../../register/attributes';
import { currentPlace, permanentPlace, todaysAddress } from '../../register/contact';
import { type Relation } from '../../register/households';
import { OLD_PROVINCES, provincePosition } from '../../register/provinces';
import { type Place } from '../../register/place';
import { type Person } from '../../register/person';
import { type Register } from '../../register/register';
import { type Grant } from '../licences';
import { escapeXml } from './xml-reader';

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
export const STATUS_CODES = { ACTIVE: 'BINH_THUONG', DECEASED: 'DA_CHET', MISSING: 'MAT_TICH' } as const;

/** An element in the response's namespace; `inner` is XML already. */
export function element(name: string, inner: string): string {
  return inner === '' ? `<dc:${name}/>` : `<dc:${name}>${inner}</dc:${name}>`;
}

const text = (name: string, value: string): string => element(name, escapeXml(value));

/** The whole name stands in `Ten` in capitals, as in the field. */
function fullName(upper: string): string {
  return `<dc:HoVaTen><dc:Ho/><dc:ChuDem/>${text('Ten', upper)}</dc:HoVaTen>`;
}

function birth({ year, month, day }: Person): string {
  const inner =
    month === 0
      ? element('Nam', String(year))
      : element('NgayThangNam', `${year}${TWO[month] as string}${TWO[day] as string}`);
  return element('NgayThangNamSinh', inner);
}

function identity(person: Person): string {
  return (
    element('SoDinhDanh', person.number) +
    element('SoCMND', person.oldCard) +
    person.formerNumbers.map((number) => element('SoDinhDanhCu', number)).join('') +
    fullName(person.name.upper) +
    person.formerNames.map((name) => text('HoVaTenCu', name.upper)).join('') +
    element('GioiTinh', String(person.sex)) +
    birth(person)
  );
}

/** One person; `relation` is the relation to the head of the household when the household was asked for. */
export function writeCitizen(
  register: Register,
  person: Person,
  grants: readonly Grant[],
  relation?: Relation,
): string {
  const parts = [identity(person)];
  if (grants.includes('SENSITIVE')) {
    const { ethnicity, religion, bloodGroup } = attributesOf(register, person.index);
    parts.push(element('DanToc', ethnicity), element('TonGiao', religion), element('NhomMau', bloodGroup));
  }
  parts.push(element('QuocTich', 'VN'));
  if (grants.includes('FAMILY')) parts.push(kin(register, person, relation));
  parts.push(element('TrangThai', STATUS_CODES[person.status]));
  return element('CongDan', parts.join(''));
}

function kin(register: Register, person: Person, known: Relation | undefined): string {
  const households = register.households();
  const { families } = households;
  const anchor = households.anchorOf(person.index);
  const father = families.fatherOf(person.index);
  const mother = father < 0 ? -1 : families.spouseOf(father);
  const head = households.membersOf(anchor)[0]?.index ?? anchor;
  const province = OLD_PROVINCES[provincePosition(Number(person.number.slice(0, 3)))];
  const home = element('MaTinhThanh', province?.unit ?? '') + text('ChiTiet', province?.name ?? '') + VIETNAM;
  return (
    element('TinhTrangHonNhan', maritalStatusOf(register, person.index)) +
    element('NoiDangKyKhaiSinh', home) +
    element('QueQuan', home) +
    place('ThuongTru', person.movedTo ?? permanentPlace(register, anchor)) +
    place('NoiOHienTai', person.movedTo ?? currentPlace(register, anchor)) +
    relative(register, 'Cha', father) +
    relative(register, 'Me', mother) +
    relative(register, 'VoChong', families.spouseOf(person.index)) +
    headOf(register, head, known ?? households.relationOf(person.index, head)) +
    element('SoSoHoKhau', households.fileNumberOf(anchor))
  );
}

const VIETNAM = element('QuocGia', 'VN');

function place(name: string, { unit, commune, ...rest }: Place): string {
  const detail = text('ChiTiet', todaysAddress({ unit, commune, ...rest }));
  return element(
    name,
    element('MaTinhThanh', unit.code) + element('MaPhuongXa', commune.code) + detail + VIETNAM,
  );
}

function relative(register: Register, name: string, index: number): string {
  if (index < 0) return '';
  const { number, oldCard, name: called } = register.person(index);
  return element(
    name,
    element('SoDinhDanh', number) +
      element('SoCMND', oldCard) +
      element('QuocTich', 'VN') +
      fullName(called.upper),
  );
}

function headOf(register: Register, head: number, relation: Relation): string {
  const { number, oldCard, name } = register.person(head);
  return element(
    'ChuHo',
    fullName(name.upper) +
      element('SoDinhDanh', number) +
      element('SoCMND', oldCard) +
      element('QuanHe', relation),
  );
}
