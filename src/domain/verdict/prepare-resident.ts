/** Normalises one row for verification, once, whatever number of candidates it will be compared with. */
import { isPlausibleAt, parseBirthDate, type PartialDate } from '../resident/birth-date';
import { decodeWords } from '../cleanse/rules/encoding-rules';
import { readCell } from '../resident/cell-text';
import {
  confirmsRestoredNumber,
  NumberKind,
  numberFindings,
  parsePersonalNumber,
  readNumberCell,
  type NumberCell,
} from '../resident/identity-number';
import { decadeOf } from '../resident/january-first';
import { hasLetter, nameRules, normalizeName, type NormalName } from '../resident/person-name';
import { type PreparedField, type PreparedResident, type ResidentRecord } from '../resident/resident';
import { RuleId } from './rule-id';
import { parseSex, Sex } from '../resident/sex';
import { ReasonCode } from './verdict';

export interface PrepareOptions {
  /** The reference day for ages; without it no date is called too early or in the future. */
  today?: Required<PartialDate>;
  /**
   * Decades of birth in which the batch shows 1 January in place of unknown days (`JanuaryFirstCount`). Such a date is compared as it
   * stands, and where that fails as year only (rule D07, reason DOB_PLACEHOLDER). A single row cannot tell, so the default is to believe
   * the date.
   */
  standInDecades?: readonly number[] | 'ALL';
  /** Whether the purpose covers the comparison of addresses; without it they are not looked at. */
  comparesAddress?: boolean;
}

const NOTHING = { state: 'MISSING', value: null, rules: [] } as const;
const PLACEHOLDER = { state: 'MISSING', value: null, rules: [RuleId.T05] } as const;
const NO_OPTIONS: PrepareOptions = {};
const LETTER = /\p{L}/u;

/** Reads the cells of a row. Never throws: whatever cannot be read becomes a field that is INVALID, with the rule it broke. */
export function prepareResident(
  record: ResidentRecord,
  options: PrepareOptions = NO_OPTIONS,
): PreparedResident {
  const findings: ReasonCode[] = [];
  const sex = prepareSex(record.sex);
  const dated = prepareBirth(record.birthDate, options);
  const { number, unconfirmedNumber, oldCard } = prepareNumbers(
    record,
    sex.value ?? Sex.UNKNOWN,
    dated.value?.year ?? null,
    findings,
  );
  const birth = needsYear(dated) ? prepareShortYear(record.birthDate, options, yearInNumber(number)) : dated;
  const birthMayBePlaceholder = mayStandForUnknownDay(birth.value, options);
  const name = prepareName(record.name);
  const address = options.comparesAddress === true ? findAddress(record) : null;
  return { number, unconfirmedNumber, oldCard, name, birth, birthMayBePlaceholder, sex, address, findings };
}

function mayStandForUnknownDay(date: PartialDate | null, { standInDecades = [] }: PrepareOptions): boolean {
  if (date?.month !== 1 || date.day !== 1) return false;
  return standInDecades === 'ALL' || standInDecades.includes(decadeOf(date.year));
}

/** What has a letter may be an address. Where the sex was left out, what follows stands a column too early: the telephone is here. */
function findAddress({ address, oldCardNumber }: ResidentRecord): string | null {
  const [own, before] = [readCell(address ?? null).text, readCell(oldCardNumber).text];
  const isShifted = (own === null || !LETTER.test(own)) && before !== null && LETTER.test(before);
  return isShifted ? before : own;
}

function prepareName(raw: string | null): PreparedField<NormalName> {
  const cell = readCell(raw);
  if (cell.text === null) return cell.placeholder ? PLACEHOLDER : NOTHING;
  const decoded = decodeWords(cell.text);
  const name = normalizeName(decoded.text);
  if (name.normal === '') return NOTHING;
  if (!hasLetter(name)) return { state: 'INVALID', value: null, rules: [RuleId.N05] };
  const rules = nameRules(name);
  return {
    state: 'USABLE',
    value: name,
    rules: decoded.rules.length === 0 ? rules : [...decoded.rules, ...rules],
  };
}

function needsYear(birth: PreparedField<PartialDate>): boolean {
  return birth.state === 'INVALID' && birth.rules.includes(RuleId.D04);
}

function yearInNumber({ value }: PreparedField<string>): number | null {
  return value === null ? null : parsePersonalNumber(value).birthYear;
}

function prepareBirth(
  raw: string | null,
  options: PrepareOptions,
  numberYear: number | null = null,
): PreparedField<PartialDate> {
  const cell = readCell(raw);
  if (cell.text === null) return cell.placeholder ? PLACEHOLDER : NOTHING;
  const parsed = parseBirthDate(cell.text, numberYear);
  if (parsed.date === null) {
    return parsed.blank ? PLACEHOLDER : { state: 'INVALID', value: null, rules: parsed.rules };
  }
  const { date, rules } = parsed;
  if (options.today !== undefined && !isPlausibleAt(date, options.today)) {
    return { state: 'INVALID', value: null, rules: [RuleId.D06] };
  }
  return { state: 'USABLE', value: date, rules };
}

/** A year of two digits: read by the year in the number, else by the one century in which somebody alive can be born. */
function prepareShortYear(
  raw: string | null,
  options: PrepareOptions,
  numberYear: number | null,
): PreparedField<PartialDate> {
  const byNumber = prepareBirth(raw, options, numberYear);
  if (!needsYear(byNumber) || options.today === undefined) return byNumber;
  const parsed = parseBirthDate(readCell(raw).text ?? '');
  const shortYear = parsed.date === null ? (parsed.shortYear ?? 0) : 0;
  const readings = [1900, 2000]
    .map((century) => prepareBirth(raw, options, century + shortYear))
    .filter(({ state }) => state === 'USABLE');
  return readings.length === 1 ? { ...readings[0]!, rules: [RuleId.D04, RuleId.CENTURY] } : byNumber;
}

function prepareSex(raw: string | null): PreparedField<Sex> {
  const cell = readCell(raw);
  if (cell.text === null) return cell.placeholder ? PLACEHOLDER : NOTHING;
  const read = parseSex(cell.text);
  if (read === null) return { state: 'INVALID', value: null, rules: [RuleId.X01] };
  if (read.sex === Sex.UNKNOWN) return NOTHING;
  return { state: 'USABLE', value: read.sex, rules: read.canonical ? [] : [RuleId.X01] };
}

/**
 * Sorts the two number cells by what they hold, not by the column they stand in: nine digits in the number column are an old card
 * number, and twelve digits in the old card's column are a personal number when the number column has none; so are twelve where the
 * sex belongs.
 */
function prepareNumbers(
  record: ResidentRecord,
  sex: Sex,
  birthYear: number | null,
  findings: ReasonCode[],
): Pick<PreparedResident, 'number' | 'unconfirmedNumber' | 'oldCard'> {
  const first = readNumber(record.number, sex, birthYear);
  const second = readNumber(record.oldCardNumber, sex, birthYear);
  const oldCard = pickKind(first, second, NumberKind.OLD_CARD)?.value ?? null;
  const personal = pickKind(first, second, NumberKind.PERSONAL) ?? findShiftedNumber(record);
  if (personal !== null) {
    findings.push(...numberFindings(personal.value, sex, birthYear));
    const number = { state: 'USABLE', value: personal.value, rules: personal.rules } as const;
    return { number, unconfirmedNumber: null, oldCard };
  }
  const unconfirmed = pickKind(first, second, NumberKind.ZEROS_LOST);
  const invalid = pickKind(first, second, NumberKind.INVALID) ?? unconfirmed;
  if (invalid !== null) findings.push(ReasonCode.ID_FORMAT);
  if (oldCard !== null) findings.push(ReasonCode.ID_OLD_CMND);
  return {
    number: invalid === null ? NOTHING : { state: 'INVALID', value: null, rules: invalid.rules },
    unconfirmedNumber: unconfirmed?.value ?? null,
    oldCard,
  };
}

function readNumber(raw: string | null, sex: Sex, birthYear: number | null): NumberCell | null {
  const { text } = readCell(raw);
  if (text === null) return null;
  const cell = readNumberCell(text);
  const confirmed = cell.kind === NumberKind.ZEROS_LOST && confirmsRestoredNumber(cell.value, sex, birthYear);
  return confirmed ? { ...cell, kind: NumberKind.PERSONAL } : cell;
}

/** The sex was left out, and what follows it stands one column too early. */
function findShiftedNumber({ sex }: ResidentRecord): NumberCell | null {
  const cell = readNumber(sex, Sex.UNKNOWN, null);
  return cell?.kind === NumberKind.PERSONAL ? { ...cell, rules: [...cell.rules, RuleId.X03] } : null;
}

function pickKind(first: NumberCell | null, second: NumberCell | null, kind: NumberKind): NumberCell | null {
  if (first?.kind === kind) return first;
  return second?.kind === kind ? second : null;
}
