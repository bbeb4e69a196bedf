/** Reads a postal address as far as comparing two of them needs: province of today, district and ward, and the place within the ward. */
import { provinceToday } from '../cleanse/province-names';
import { normalizeName } from './person-name';
import { foldAccents } from './syllable';

/** Words in capitals without the kinds of units ("PHƯỜNG", "ĐƯỜNG"), which are left out, shortened and changed by mergers. */
export interface ResidentAddress {
  /** The province since 1 July 2025, with its kind; null where none is named, or a column was too short for its name. */
  readonly province: string | null;
  /** '' where the address has no such tier. */
  readonly district: string;
  readonly ward: string;
  /** House and street, or hamlet. */
  readonly place: string;
}

/** No dash: it stands in "Bà Rịa - Vũng Tàu". */
const SEPARATOR = /[,;]/;
const WARD = /^(?:PHUONG|XA|THI TRAN|DAC KHU|TT|P|X)(?:\. ?| )(?=\S)|^P\.? ?(?=\d)/;
const DISTRICT = /^(?:QUAN|HUYEN|THI XA|THANH PHO|TP|TX|Q|H)(?:\. ?| )(?=\S)|^Q\.? ?(?=\d)/;
/** Words that say what kind of place follows. */
const KINDS = new Set(
  'SO NHA DUONG D PHO NGO NGACH HEM KIET THON AP XOM BAN BUON LANG SOC KHU KP TDP TO DAN'.split(' '),
);

/** Null when neither a province nor a ward can be made out. */
export function readAddress(text: string): ResidentAddress | null {
  const parts = text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter(Boolean);
  const province = provinceToday(parts.at(-1) ?? '');
  if (province !== null) parts.pop();
  const folded = parts.map((part) => foldAccents(normalizeName(part).normal));
  const ward = wardAmong(folded, province !== null);
  if (province === null && ward < 0) return null;
  const districtParts = ward < 0 ? parts : parts.slice(ward + 1);
  return {
    province,
    district: districtParts.map((part) => nameOf(part, DISTRICT)).join(' '),
    ward: ward < 0 ? '' : nameOf(parts[ward]!, WARD),
    place: parts.slice(0, Math.max(0, ward)).map(placeOf).join(' '),
  };
}

/** The last part that says so; else, before a province, the one before the district, where something stands before it. */
function wardAmong(folded: readonly string[], beforeProvince: boolean): number {
  const said = folded.findLastIndex((part) => WARD.test(part));
  if (said >= 0 || !beforeProvince) return said;
  const district = folded.findLastIndex((part) => DISTRICT.test(part));
  const last = district < 0 ? folded.length - 1 : district - 1;
  return last >= 1 ? last : -1;
}

/** The name of a unit: "Phường 05" and "P.5" are one. */
function nameOf(part: string, kind: RegExp): string {
  const { normal } = normalizeName(part);
  const length = kind.exec(foldAccents(normal))?.[0].length ?? 0;
  return wordsOf(normal.slice(length))
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .join(' ');
}

function placeOf(part: string): string {
  return wordsOf(normalizeName(part).normal)
    .filter((word) => !KINDS.has(foldAccents(word)))
    .join(' ');
}

const wordsOf = (normal: string): string[] => normal.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** House number and street tell a household; "thôn 3" only one of the dozen hamlets of its commune. */
export function isHouse({ place }: ResidentAddress): boolean {
  return /\d/.test(place) && /\p{L}{2}/u.test(place);
}
