/** Answers for a whole dirty row: the families in their fixed order, exact duplicates, and the verdict that is to be expected. */
import { type Register } from '../register/register';
import { applyAccents, applyLostLetters } from './accents';
import { applyContacts } from './contacts';
import { applyDateForm } from './date-form';
import { applyDates } from './dates';
import { Streams } from './draws';
import { applyEncoding } from './encodings';
import { type ExpectedVerdict, expectedVerdict } from './expected-verdict';
import { type NameSearch } from './facts';
import { applyHardNegatives } from './hard-negatives';
import { applyKeystrokes } from './keystrokes';
import { applyLayout } from './layout';
import { applyNameTokens } from './name-tokens';
import { applyBlanks, applyLostZeros, applyNumbers } from './numbers';
import { type Rates } from './rates';
import { applyRegisterSide, unknownPerson } from './register-side';
import { cleanRow, mark, type NoiseContext, type Row } from './row';
import { applyTextForm } from './text-form';
import { applyScanning, applyTyping } from './typing';

export interface FinishedRow {
  readonly row: Row;
  readonly expected: ExpectedVerdict;
}

export type RowMaker = (seq: number) => FinishedRow;

const LONGEST_WAY_BACK = 5;

/**
 * Makes row `seq` (from 1) of a file; `indexOf` names the person of a row. A pure function of its arguments, so a duplicate
 * is made by making the earlier row again: nothing is remembered.
 */
export function createRowMaker(
  register: Register,
  elsewhere: Register,
  seed: number,
  rates: Rates,
  indexOf: (seq: number) => number,
): RowMaker {
  const context: NoiseContext = { register, streams: new Streams(seed), rates };
  return (seq) => {
    const made = changedRow(context, elsewhere, sourceOf(context, seq), indexOf);
    made.facts.toTheDay = made.birth !== null && made.birth.month !== 0 && made.person?.month !== 0;
    made.facts.cardBeside = hasOwnCard(made);
    const expected = expectedVerdict(made.facts, () => searchLike(register, made));
    // Last, and after the register was searched by the name: an encoding hides what stands there and changes nothing of it.
    applyEncoding(made, context);
    const row = { ...made, seq };
    if (made.seq !== seq) mark(row, 'C80');
    return { row, expected };
  };
}

function hasOwnCard({ person, number, oldCard }: Row): boolean {
  const digits = [number, oldCard].map((cell) => cell.replace(/\D/g, ''));
  return person !== null && person.oldCard !== '' && digits.includes(person.oldCard);
}

/** C80: the row that this row repeats, itself when it repeats none; a copy of a copy goes back to the first. */
function sourceOf(context: NoiseContext, seq: number): number {
  let source = seq;
  while (source > 1) {
    const draws = context.streams.strike('C80', source, context.rates.C80);
    if (draws === null) break;
    source = Math.max(1, source - 1 - draws.below(LONGEST_WAY_BACK));
  }
  return source;
}

function changedRow(
  context: NoiseContext,
  elsewhere: Register,
  seq: number,
  indexOf: (seq: number) => number,
): Row {
  const row = unknownPerson(
    cleanRow(context.register, context.register.person(indexOf(seq)), seq),
    context,
    elsewhere,
  );
  applyRegisterSide(row, context);
  applyHardNegatives(row, context);
  applyNumbers(row, context);
  applyContacts(row, context);
  applyDates(row, context);
  applyNameTokens(row, context);
  applyTyping(row, context);
  applyAccents(row, context);
  applyKeystrokes(row, context);
  applyScanning(row, context);
  applyBlanks(row, context);
  applyDateForm(row, context);
  applyLostZeros(row, context);
  applyTextForm(row, context);
  applyLayout(row, context);
  applyLostLetters(row, context);
  return row;
}

/**
 * What a look-up by name and birth finds for the row as it stands. Candidates of another sex, or known less precisely than
 * the best one, are more than three bits behind and do not make it ambiguous.
 */
function searchLike(register: Register, row: Row): NameSearch {
  if (row.birth === null) return { candidates: 0, alert: false };
  const { year, month, day } = row.birth;
  const name = row.name
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[ðÐƉ]/g, 'D')
    .replace(/а/g, 'a')
    .replace(/е/g, 'e')
    .replace(/о/g, 'o');
  const found = register.findByNameAndBirth(name, month === 0 ? { year } : { year, month, day });
  const male = /^(nam|m)$/i.test(row.sex);
  const unknown = row.facts.sex === 'MISSING';
  const sameSex = found.filter((person) => unknown || (person.sex === 1) === male);
  const pool = sameSex.length > 0 ? sameSex : found;
  const precise = pool.filter((person) => person.month !== 0);
  const best = month !== 0 && precise.length > 0 ? precise : pool;
  return { candidates: best.length, alert: best.length === 1 && best[0]?.status !== 'ACTIVE' };
}

/** No noise at all: what the register has, and the verdict that follows from it. */
export function createCleanRowMaker(register: Register, indexOf: (seq: number) => number): RowMaker {
  return (seq) => {
    const row = cleanRow(register, register.person(indexOf(seq)), seq);
    row.noise.length = 0;
    return { row, expected: row.facts.alert ? 'STATUS_ALERT' : 'VERIFIED' };
  };
}
