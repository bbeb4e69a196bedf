/** Answers for the fields of a person that a question names: which there are, and which of them its purpose covers. */
import { type Grant, grantsOf } from '../licences';
import { type Refusal, refusal } from '../refusal';
import { type Question } from './envelope';

/** `SoDinhDanh` and `PhienBan` come with every record: whose it is, and how old. */
const GRANT_OF = {
  SoDinhDanh: 'IDENTITY',
  SoCMND: 'IDENTITY',
  SoDinhDanhCu: 'IDENTITY',
  HoVaTen: 'IDENTITY',
  HoVaTenCu: 'IDENTITY',
  GioiTinh: 'IDENTITY',
  NgayThangNamSinh: 'IDENTITY',
  TrangThai: 'IDENTITY',
  PhienBan: 'IDENTITY',
  TinhTrangHonNhan: 'FAMILY',
  NoiDangKyKhaiSinh: 'FAMILY',
  QueQuan: 'FAMILY',
  ThuongTru: 'RESIDENCE',
  NoiOHienTai: 'RESIDENCE',
  Cha: 'FAMILY',
  Me: 'FAMILY',
  VoChong: 'FAMILY',
  ChuHo: 'FAMILY',
  SoSoHoKhau: 'FAMILY',
  DanToc: 'SENSITIVE',
  TonGiao: 'SENSITIVE',
  NhomMau: 'SENSITIVE',
} as const satisfies Record<string, Grant>;
export type Field = keyof typeof GRANT_OF;

const FIELDS = Object.keys(GRANT_OF) as Field[];
/** What a question that names no fields gets: enough to tell who somebody is, and no more, whatever its purpose covers. */
export const IDENTITY_FIELDS: ReadonlySet<Field> = new Set(
  FIELDS.filter((field) => GRANT_OF[field] === 'IDENTITY'),
);
const ALWAYS: readonly Field[] = ['SoDinhDanh', 'PhienBan'];

/** A field that is not covered is refused rather than left out: its absence would look like a register that does not know. */
export function readFields({ data, purpose }: Question): ReadonlySet<Field> | Refusal {
  const named = data['TruongYeuCau'];
  if (named === undefined) return IDENTITY_FIELDS;
  const list = Array.isArray(named) ? (named as unknown[]) : [];
  const known = list.filter((name): name is Field => FIELDS.includes(name as Field));
  if (list.length === 0 || known.length < list.length)
    return refusal('INVALID', `data.TruongYeuCau must name some of: ${FIELDS.join(' ')}`);
  const grants = grantsOf(purpose);
  const beyond = known.find((field) => !grants.includes(GRANT_OF[field]));
  if (beyond !== undefined) return refusal('NO_LICENCE', `MaDVC has no licence for the field ${beyond}`);
  const wanted = new Set<Field>([...ALWAYS, ...known]);
  const isIdentity =
    wanted.size === IDENTITY_FIELDS.size && [...wanted].every((field) => IDENTITY_FIELDS.has(field));
  return isIdentity ? IDENTITY_FIELDS : wanted;
}
