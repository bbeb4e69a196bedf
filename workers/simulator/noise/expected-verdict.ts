/** Answers for the verdict that the verdict rules imply for a row, written independently of the product so that it can judge it. */
import { type NameSearch, type RowFacts } from './facts';

export const EXPECTED_VERDICTS = [
  'VERIFIED',
  'PROBABLE',
  'REVIEW',
  'MISMATCH',
  'AMBIGUOUS',
  'NOT_FOUND',
  'STATUS_ALERT',
  'INSUFFICIENT',
] as const;
export type ExpectedVerdict = (typeof EXPECTED_VERDICTS)[number];

/**
 * Where the rules leave two verdicts open, the more cautious one is expected:
 * - a cancelled number: STATUS_ALERT ("ID cancelled"), not PROBABLE;
 * - name and birth alone, one candidate: REVIEW, not PROBABLE (they do not identify a person);
 * - another person's number where the name agrees or nearly so: REVIEW, never PROBABLE.
 * Rule 9 (weight alone) is expected where it follows from any sensible weights: the own number with the name, the birth date blank;
 * the own card with a close name and the full birth date; a number with one slip that nobody has, or one without its zeros, where name
 * and full birth date lead to its owner.
 * The address settles what name, birth or number alone leave open, where it is the registered one; it never speaks against a row.
 * One is expected as the rule says although a batch may decide otherwise: 1 January for an unknown day (C32) is PROBABLE,
 * because at the default rate the batch shows enough of them to be read as year-only.
 */
export function expectedVerdict(facts: RowFacts, search: () => NameSearch): ExpectedVerdict {
  switch (facts.id) {
    case 'NONE':
    case 'NOBODY':
      return byNameAndBirth(facts, search);
    case 'SLIP':
    case 'ZEROS':
      return bySlippedNumber(facts, search);
    case 'CANCELLED':
    case 'OTHER_ALERT':
      return 'STATUS_ALERT';
    case 'OTHER':
      return facts.name === 'DIFFERENT' || facts.name === 'FAR' ? 'MISMATCH' : 'REVIEW';
    case 'CARD':
      return facts.alert ? 'STATUS_ALERT' : byCard(facts);
    case 'OWN':
      return facts.alert ? 'STATUS_ALERT' : byNumber(facts);
  }
}

/** No number leads to anybody, so name and birth are asked; without both there is no key (or nobody, if the number had a good form). */
function byNameAndBirth(facts: RowFacts, search: () => NameSearch): ExpectedVerdict {
  if (facts.name === 'MISSING' || facts.birth === 'MISSING')
    return facts.id === 'NOBODY' ? 'NOT_FOUND' : 'INSUFFICIENT';
  const { candidates, alert } = search();
  if (candidates === 0) return 'NOT_FOUND';
  if (facts.id !== 'NOBODY' && isSettledByAddress(facts)) return facts.alert ? 'STATUS_ALERT' : 'PROBABLE';
  if (candidates > 1) return 'AMBIGUOUS';
  return alert ? 'STATUS_ALERT' : 'REVIEW';
}

/** Without a number: name and whole birth date lead to the person, and the address tells the person from namesakes. */
function isSettledByAddress({ name, birth, sex, address, toTheDay }: RowFacts): boolean {
  const nameHolds = name === 'EQUIV' || name === 'FOLD' || name === 'FORMER';
  return address === 'HOME' && nameHolds && birth === 'EQUAL' && toTheDay && sex !== 'DIFFERENT';
}

/**
 * A number with a slip, or without its zeros, still tells its owner from namesakes of the same birth. The old card beside it is asked
 * for when name and birth lead to nobody, and speaks for its owner when they do.
 */
function bySlippedNumber(facts: RowFacts, search: () => NameSearch): ExpectedVerdict {
  // Only a number of good form was a key.
  const verdict = byNameAndBirth({ ...facts, id: facts.id === 'SLIP' ? 'NOBODY' : 'NONE' }, search);
  if (verdict === 'NOT_FOUND' && facts.cardBeside) return facts.alert ? 'STATUS_ALERT' : byCard(facts);
  if (verdict !== 'REVIEW' && verdict !== 'AMBIGUOUS') return verdict;
  const holds = facts.name === 'EQUIV' && facts.birth === 'EQUAL' && facts.sex !== 'DIFFERENT';
  const cardHolds = facts.cardBeside && byCard(facts) === 'PROBABLE';
  return holds || cardHolds || isSettledByAddress(facts) ? 'PROBABLE' : 'REVIEW';
}

/** The own old card: as good as the number when name and birth agree (rule 8), else somebody has to look. */
function byCard({ name, birth, sex, address, toTheDay }: RowFacts): ExpectedVerdict {
  const nameAgrees = name === 'EQUIV' || name === 'FOLD' || name === 'FORMER';
  if (nameAgrees && (birth === 'EQUAL' || birth === 'YEAR')) return 'PROBABLE';
  if (name === 'CLOSE' && birth === 'EQUAL' && sex !== 'DIFFERENT') return 'PROBABLE';
  const halfHolds = name === 'MISSING' ? birth === 'EQUAL' && toTheDay : nameAgrees && birth === 'MISSING';
  return address === 'HOME' && halfHolds && sex !== 'DIFFERENT' ? 'PROBABLE' : 'REVIEW';
}

/** The own number (rules 6–12). */
function byNumber(facts: RowFacts): ExpectedVerdict {
  const { name, birth, sex } = facts;
  if (name === 'DIFFERENT') return 'MISMATCH';
  const nameHolds = name === 'EQUIV' || name === 'FOLD';
  if (nameHolds && birth === 'MISSING' && sex !== 'DIFFERENT') return 'PROBABLE';
  if (addressMakesUp(facts)) return 'PROBABLE';
  if (name === 'FAR' || name === 'MISSING' || birth === 'MISSING' || birth === 'DIFFERENT') return 'REVIEW';
  if (name === 'EQUIV' && birth === 'EQUAL') return sex === 'DIFFERENT' ? 'PROBABLE' : 'VERIFIED';
  return name === 'CLOSE' && birth === 'CLOSE' ? 'REVIEW' : 'PROBABLE';
}

/** The number with the whole birth date needs no name beside the address, and with a close name no birth date. */
function addressMakesUp({ name, birth, address, toTheDay }: RowFacts): boolean {
  if (address !== 'HOME') return false;
  if (birth === 'EQUAL') return toTheDay && (name === 'MISSING' || name === 'FAR');
  return birth === 'MISSING' && name === 'CLOSE';
}
