/** Answers for a person written with just the fields that were asked for: the slow way, for questions beyond identity or below it. */
import { attributesOf } from '../../register/attributes';
import { formerAddress, todaysAddress } from '../../register/contact';
import { type Person } from '../../register/person';
import { type Place } from '../../register/place';
import { type Register } from '../../register/register';
import { type Family, familyOf } from '../family';
import { Utf8Text } from '../utf8-text';
import { writePerson } from './people-text';
import { type Field, IDENTITY_FIELDS } from './wanted-fields';

type Write = (person: Person, text: Utf8Text) => void;

export function writerOf(register: Register, fields: ReadonlySet<Field>): Write {
  if (fields === IDENTITY_FIELDS) return writePerson;
  const beyond = Object.entries(BEYOND).filter(([field]) => fields.has(field as Field));
  return (person, text) => {
    const family = familyOf(register, person);
    const shown = [
      ...Object.entries(identityOf(person)).filter(([field]) => fields.has(field as Field)),
      ...beyond.map(([field, find]) => [field, find({ register, person, family })]),
    ];
    text.add(JSON.stringify(Object.fromEntries(shown)));
  };
}

function identityOf(person: Person): object {
  const text = new Utf8Text(1024);
  writePerson(person, text);
  return JSON.parse(text.toBuffer().toString()) as object;
}

interface About {
  readonly register: Register;
  readonly person: Person;
  readonly family: Family;
}

const homeOf = ({ family: { birthProvince } }: About) => ({
  MaTinhThanh: birthProvince.code,
  ChiTiet: birthProvince.name,
  QuocGia: 'VN',
});

/** The fields beyond identity, in their order. */
const BEYOND: Readonly<Partial<Record<Field, (about: About) => unknown>>> = {
  TinhTrangHonNhan: ({ family }) => family.maritalStatus,
  NoiDangKyKhaiSinh: homeOf,
  QueQuan: homeOf,
  ThuongTru: ({ family }) => placeOf(family.permanent),
  NoiOHienTai: ({ family }) => placeOf(family.current),
  Cha: ({ family: { father } }) => father && named(father),
  Me: ({ family: { mother } }) => mother && named(mother),
  VoChong: ({ family: { spouse } }) => spouse && named(spouse),
  ChuHo: ({ family }) => ({ ...named(family.head), QuanHe: family.relation }),
  SoSoHoKhau: ({ family }) => family.fileNumber,
  DanToc: ({ register, person }) => attributesOf(register, person.index).ethnicity,
  TonGiao: ({ register, person }) => attributesOf(register, person.index).religion,
  NhomMau: ({ register, person }) => attributesOf(register, person.index).bloodGroup,
};

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

function named({ number, oldCard, name }: Person): object {
  return { SoDinhDanh: number, SoCMND: oldCard, HoVaTen: { Ho: '', ChuDem: '', Ten: name.upper } };
}
