/** Reads personal identification numbers and old card numbers: what a cell holds, what the number says, and how to show it. */
import { rememberLast } from '../remember';
import { IDENTITY_PROVINCES } from './identity-province';
import { RuleId } from '../verdict/rule-id';
import { Sex } from './sex';
import { ReasonCode } from '../verdict/verdict';

/** What kind of number a cell holds. */
export const NumberKind = {
  /** 12 digits: số định danh cá nhân, which is also the number of the CCCD and of the 12-digit CMND. */
  PERSONAL: 'PERSONAL',
  /** 9 digits: the old identity card (CMND). */
  OLD_CARD: 'OLD_CARD',
  /** 11 digits, or 10: a personal number whose leading zeros a spreadsheet may have eaten. `value` is the suggestion. */
  ZEROS_LOST: 'ZEROS_LOST',
  INVALID: 'INVALID',
} as const;
export type NumberKind = (typeof NumberKind)[keyof typeof NumberKind];

export interface NumberCell {
  kind: NumberKind;
  /** The digits, after the lossless clean-up; for ZEROS_LOST the 12 digits suggested; "" for INVALID. */
  value: string;
  rules: readonly RuleId[];
}

const NO_RULES: readonly RuleId[] = [];
const CLEANED: readonly RuleId[] = [RuleId.I01];
const RESTORED: readonly RuleId[] = [RuleId.I02];
const INVALID_SHAPE: NumberCell = { kind: NumberKind.INVALID, value: '', rules: [RuleId.I03] };
const INVALID_CONSTANT: NumberCell = { kind: NumberKind.INVALID, value: '', rules: [RuleId.I06] };

const LONGEST_CELL = 64;
/** Spaces of any kind, zero-width signs, dots, hyphens, quotes and the "=" of a spreadsheet's text formula. */
const SEPARATORS = /[\s\u00A0\u200B-\u200D\u2060\uFEFF.\-'’‘`´"“”=]/g;

/**
 * Classifies a number cell. Lossless clean-up (I01): separators and quotes go, full-width digits become digits, the letters O, I
 * and l – which no number contains – become 0 and 1. Scientific notation has lost digits and is INVALID, as is any other length
 * and a number of one repeated digit (I06).
 */
export const readNumberCell: (text: string) => NumberCell = rememberLast(readShape);

function readShape(text: string): NumberCell {
  if (text.length > LONGEST_CELL) return INVALID_SHAPE;
  let digits = text;
  if (!isDigits(text)) {
    const plain = text.normalize('NFKC').replace(SEPARATORS, '');
    digits = plain.replace(/[OoIl]/g, (letter) => (letter === 'O' || letter === 'o' ? '0' : '1'));
    if (!/^[\dOoIl]+$/.test(plain) || !/\d/.test(plain)) return INVALID_SHAPE;
  }
  const rules = digits === text ? NO_RULES : CLEANED;
  if (digits.length > 8 && isConstant(digits)) return INVALID_CONSTANT;
  if (digits.length === 12) return { kind: NumberKind.PERSONAL, value: digits, rules };
  if (digits.length === 9) return { kind: NumberKind.OLD_CARD, value: digits, rules };
  if ((digits.length === 11 || digits.length === 10) && digits[0] !== '0') {
    return { kind: NumberKind.ZEROS_LOST, value: digits.padStart(12, '0'), rules: [...rules, ...RESTORED] };
  }
  return INVALID_SHAPE;
}

/** ASCII digits, and at least one. */
export function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

function isConstant(digits: string): boolean {
  for (let index = 1; index < digits.length; index++) if (digits[index] !== digits[0]) return false;
  return true;
}

export interface PersonalNumberParts {
  /** Three digits: place of birth registration. */
  placeCode: string;
  /** Name of the place, or null when the code is in none of the 63 (births registered abroad have codes of their own). */
  placeName: string | null;
  sex: Sex;
  /** 1900–2399. */
  birthYear: number;
  /** Six digits. There is no check digit. */
  serial: string;
}

/**
 * Splits a 12-digit personal number: place (3), century and sex (1: even male, odd female, two digits a century from 1900), year (2),
 * serial (6). Structure of Decree 137/2015 art. 13, still followed. Throws RangeError unless given 12 digits.
 */
export function parsePersonalNumber(number: string): PersonalNumberParts {
  if (number.length !== 12 || !isDigits(number)) throw new RangeError('a personal number has 12 digits');
  const placeCode = number.slice(0, 3);
  return {
    placeCode,
    placeName: IDENTITY_PROVINCES.get(placeCode) ?? null,
    sex: sexOf(number),
    birthYear: birthYearOf(number),
    serial: number.slice(6),
  };
}

/** What its fourth digit says; of 12 digits. */
export function sexOf(number: string): Sex {
  return digitAt(number, 3) % 2 === 0 ? Sex.MALE : Sex.FEMALE;
}

/** Of 12 digits: 1900–2399. */
export function birthYearOf(number: string): number {
  return 1900 + 100 * (digitAt(number, 3) >> 1) + 10 * digitAt(number, 4) + digitAt(number, 5);
}

/** By the number that the three digits make. */
const KNOWN_PLACES = new Uint8Array(1_000);
for (const code of IDENTITY_PROVINCES.keys()) KNOWN_PLACES[Number(code)] = 1;

/** Whether the place is one of the 63; of 12 digits. */
export function hasKnownPlace(number: string): boolean {
  return KNOWN_PLACES[100 * digitAt(number, 0) + 10 * digitAt(number, 1) + digitAt(number, 2)] === 1;
}

const digitAt = (text: string, at: number) => text.charCodeAt(at) - 48;

/**
 * Compares what a 12-digit number says with the rest of its row. All findings are warnings about either side: sex and birth year can
 * be corrected by law, and unknown places exist. A `sex` of UNKNOWN or a `birthYear` of null is not compared.
 */
export function numberFindings(number: string, sex: Sex, birthYear: number | null): ReasonCode[] {
  const findings: ReasonCode[] = [];
  if (!hasKnownPlace(number)) findings.push(ReasonCode.ID_PROVINCE_UNKNOWN);
  if (sex !== Sex.UNKNOWN && sex !== sexOf(number)) findings.push(ReasonCode.ID_SEX_CONFLICT);
  if (birthYear !== null && birthYear !== birthYearOf(number)) findings.push(ReasonCode.ID_YEAR_CONFLICT);
  return findings;
}

/**
 * Tells whether a number with restored zeros may be taken (rule I02): its place is one of the 63, and its sex and birth year are
 * those of the row, which must state both. Anything less stays a suggestion.
 */
export function confirmsRestoredNumber(number: string, sex: Sex, birthYear: number | null): boolean {
  if (sex === Sex.UNKNOWN || birthYear === null) return false;
  return numberFindings(number, sex, birthYear).length === 0;
}

/**
 * Shows a number to people without the right to see it: 12 digits as `079*****1234`, any other text with at most its last three
 * signs (`******789`). The mask is for screens; it does not make the number anonymous.
 */
export function maskNumber(number: string): string {
  if (number.length === 12) return `${number.slice(0, 3)}*****${number.slice(8)}`;
  const shown = number.length >= 8 ? 3 : 0;
  return '*'.repeat(number.length - shown) + number.slice(number.length - shown);
}
