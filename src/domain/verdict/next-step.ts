/** Decides what follows from an answer of the register: the verdict on the row, or one more question. */
import { type LookupKey, type PreparedResident, type RegisterPerson } from '../resident/resident';
import { isProbableByWeight, judgeResident } from './judge-resident';
import { nextLookup } from './lookup-key';
import { Verdict, type Verification } from './verdict';
import { MOST_ADDRESS_BITS } from './weights';

export type NextStep =
  | { readonly question: LookupKey; readonly verification: null }
  | { readonly question: null; readonly verification: Verification };

/** `candidates` are whom the register gave for `answered`. */
export function nextStep(
  prepared: PreparedResident,
  answered: LookupKey,
  candidates: readonly RegisterPerson[],
): NextStep {
  const question = candidates.length === 0 ? nextLookup(prepared, answered) : null;
  if (question !== null) return { question, verification: null };
  const verification = judgeResident(prepared, answered, candidates);
  const wantsAddress =
    answered.withAddress !== true && addressCouldSettle(prepared, candidates.length, verification);
  return wantsAddress
    ? { question: { ...answered, withAddress: true }, verification: null }
    : { question: null, verification };
}

/** Of more people of one name and birth date no address is asked: that would be a search and no verification. */
const MOST_CANDIDATES = 5;

/**
 * True when the row has an address that the purpose covers, its verdict without it is REVIEW or AMBIGUOUS, and the best agreement that
 * an address can show would make it PROBABLE. An address is personal data: it must not travel for a row that it cannot help.
 */
function addressCouldSettle(
  { address }: PreparedResident,
  candidates: number,
  { verdict, underlying, fields, weightBits }: Verification,
): boolean {
  if (address === null || candidates > MOST_CANDIDATES) return false;
  const open = underlying ?? verdict;
  if (open !== Verdict.REVIEW && open !== Verdict.AMBIGUOUS) return false;
  return isProbableByWeight({ fields, weightBits: weightBits + MOST_ADDRESS_BITS });
}
