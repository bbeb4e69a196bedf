/** Answers for writing one person as `CongDan`, with the groups of fields that a licence covers. */
import { attributesOf } from '../../register/attributes';
import { formerAddress, todaysAddress } from '../../register/contact';
import { type Relation } from '../../register/households';
import { type Place } from '../../register/place';
import { type Person } from '../../register/person';
import { type Register } from '../../register/register';
import { type Family, familyOf } from '../family';
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
  else if (grants.includes('RESIDENCE')) parts.push(residence(familyOf(register, person, relation)));
  parts.push(element('TrangThai', STATUS_CODES[person.status]));
  return element('CongDan', parts.join(''));
}

function kin(register: Register, person: Person, known: Relation | undefined): string {
  const family = familyOf(register, person, known);
  const home =
    element('MaTinhThanh', family.birthProvince.code) + text('ChiTiet', family.birthProvince.name) + VIETNAM;
  return (
    element('TinhTrangHonNhan', family.maritalStatus) +
    element('NoiDangKyKhaiSinh', home) +
    element('QueQuan', home) +
    residence(family) +
    relative('Cha', family.father) +
    relative('Me', family.mother) +
    relative('VoChong', family.spouse) +
    headOf(family.head, family.relation) +
    element('SoSoHoKhau', family.fileNumber)
  );
}

const residence = ({ permanent, current }: Family): string =>
  place('ThuongTru', permanent) + place('NoiOHienTai', current);

const VIETNAM = element('QuocGia', 'VN');

function place(name: string, where: Place): string {
  const units = element('MaTinhThanh', where.unit.code) + element('MaPhuongXa', where.commune.code);
  const words = text('ChiTiet', todaysAddress(where)) + text('ChiTietCu', formerAddress(where));
  return element(name, units + words + VIETNAM);
}

function relative(name: string, person: Person | null): string {
  if (person === null) return '';
  const { number, oldCard, name: called } = person;
  return element(
    name,
    element('SoDinhDanh', number) +
      element('SoCMND', oldCard) +
      element('QuocTich', 'VN') +
      fullName(called.upper),
  );
}

function headOf({ number, oldCard, name }: Person, relation: Relation): string {
  return element(
    'ChuHo',
    fullName(name.upper) +
      element('SoDinhDanh', number) +
      element('SoCMND', oldCard) +
      element('QuanHe', relation),
  );
}
