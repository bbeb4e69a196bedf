/** Decides whether the address is worth asking for: only where it can settle a row that the other fields leave open. */
import { type LookupKey, type PreparedResident, type RegisterPerson } from '../resident/resident';
import { isProbableByWeight, judgeResident } from './judge-resident';
import { Verdict } from './verdict';
import { MOST_ADDRESS_BITS } from './weights';

/** Of more people of one name and birth date no address is asked: that would be a search and no verification. */
const MOST_CANDIDATES = 5;

/**
 * True when the row has an address that the purpose covers, its verdict without it is REVIEW or AMBIGUOUS, and the best agreement that
 * an address can show would make it PROBABLE. An address is personal data: it must not travel for a row that it cannot help.
 */
export function addressCouldSettle(
  prepared: PreparedResident,
  answered: LookupKey,
  candidates: readonly RegisterPerson[],
): boolean {
  if (prepared.address === null || answered.withAddress === true) return false;
  if (candidates.length > MOST_CANDIDATES || agreesAtFirstSight(prepared, candidates)) return false;
  const { verdict, underlying, fields, weightBits } = judgeResident(prepared, answered, candidates);
  const open = underlying ?? verdict;
  if (open !== Verdict.REVIEW && open !== Verdict.AMBIGUOUS) return false;
  return isProbableByWeight({ fields, weightBits: weightBits + MOST_ADDRESS_BITS });
}

/** Most rows agree in number, name and birth date: a look at the values spares judging them twice. */
function agreesAtFirstSight(
  { number, name, birth }: PreparedResident,
  [person, another]: readonly RegisterPerson[],
): boolean {
  if (person === undefined || another !== undefined || number.value !== person.number) return false;
  if (name.value === null || name.value.normal !== person.name || birth.value === null) return false;
  const { year, month, day } = birth.value;
  return year === person.birth.year && month === person.birth.month && day === person.birth.day;
}
