/** Answers for a person written with just the fields that were asked for: the slow way, for questions beyond identity or below it. */
import { attributesOf } from '../../register/attributes';
import { formerAddress, todaysAddress } from '../../register/contact';
import { type Person } from '../../register/person';
import { type Place } from '../../register/place';
import { type Register } from '../../register/register';
import { type Family, familyOf } from '../family';
import { writePerson } from './people-text';
import { type Field, IDENTITY_FIELDS } from './wanted-fields';

type Write = (person: Person) => string;

export function writerOf(register: Register, fields: ReadonlySet<Field>): Write {
  if (fields === IDENTITY_FIELDS) return writePerson;
  const beyondIdentity = [...fields].some((field) => !IDENTITY_FIELDS.has(field));
  return (person) => {
    const identity = JSON.parse(writePerson(person)) as Record<string, unknown>;
    const whole = beyondIdentity ? { ...identity, ...beyond(register, person) } : identity;
    return JSON.stringify(
      Object.fromEntries(Object.entries(whole).filter(([field]) => fields.has(field as Field))),
    );
  };
}

function beyond(register: Register, person: Person): Record<string, unknown> {
  const { ethnicity, religion, bloodGroup } = attributesOf(register, person.index);
  const family = familyOf(register, person);
  const home = { MaTinhThanh: family.birthProvince.code, ChiTiet: family.birthProvince.name, QuocGia: 'VN' };
  return {
    TinhTrangHonNhan: family.maritalStatus,
    NoiDangKyKhaiSinh: home,
    QueQuan: home,
    ThuongTru: placeOf(family.permanent),
    NoiOHienTai: placeOf(family.current),
    ...relativesOf(family),
    SoSoHoKhau: family.fileNumber,
    DanToc: ethnicity,
    TonGiao: religion,
    NhomMau: bloodGroup,
  };
}

function placeOf(place: Place): object {
  const { unit, commune } = place;
  return {
    MaTinhThanh: unit.code,
    MaPhuongXa: commune.code,
    ChiTiet: todaysAddress(place),
    ChiTietCu: formerAddress(place),
    QuocGia: 'VN',
  };
}

function relativesOf({ father, mother, spouse, head, relation }: Family): object {
  return {
    Cha: father && named(father),
    Me: mother && named(mother),
    VoChong: spouse && named(spouse),
    ChuHo: { ...named(head), QuanHe: relation },
  };
}

function named({ number, oldCard, name }: Person): object {
  return { SoDinhDanh: number, SoCMND: oldCard, HoVaTen: { Ho: '', ChuDem: '', Ten: name.upper } };
}
