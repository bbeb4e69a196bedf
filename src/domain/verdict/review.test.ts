/** Checks that decisions and policies accept rows, and can never verify one. */
import { acceptsProbable, comparesAddress, findPolicyProblems, Risk } from './purpose-policy';
import { effectiveVerdict, isAccepted, isReviewed, ReviewDecision } from './review';
import { Verdict } from './verdict';

const DECISIONS = [null, ...Object.values(ReviewDecision)];
const title = { vi: 'a', en: 'a' };

describe('a decision', () => {
  it.each([
    ['REVIEW', 'SAME_PERSON', 'PROBABLE'],
    ['REVIEW', 'OTHER_PERSON', 'MISMATCH'],
    ['REVIEW', 'UNDECIDED', 'REVIEW'],
    ['AMBIGUOUS', 'SAME_PERSON', 'PROBABLE'],
    ['AMBIGUOUS', 'OTHER_PERSON', 'NOT_FOUND'],
    ['PROBABLE', 'OTHER_PERSON', 'MISMATCH'],
    ['MISMATCH', 'SAME_PERSON', 'MISMATCH'],
    ['VERIFIED', 'OTHER_PERSON', 'VERIFIED'],
  ] as const)('on %s that says %s makes %s', (verdict, decision, effective) => {
    expect(effectiveVerdict(verdict, decision)).toBe(effective);
  });

  it('never verifies', () => {
    for (const verdict of Object.values(Verdict).filter((one) => one !== 'VERIFIED'))
      for (const decision of DECISIONS) expect(effectiveVerdict(verdict, decision)).not.toBe('VERIFIED');
  });

  it('accepts a row, as a policy does, and outweighs the policy', () => {
    expect(isAccepted('REVIEW', 'SAME_PERSON', false)).toBe(true);
    expect(isAccepted('REVIEW', null, true)).toBe(false);
    expect(isAccepted('PROBABLE', null, true)).toBe(true);
    expect(isAccepted('PROBABLE', null, false)).toBe(false);
    expect(isAccepted('PROBABLE', 'OTHER_PERSON', true)).toBe(false);
    expect(isAccepted('VERIFIED', null, false)).toBe(true);
    expect(isReviewed('STATUS_ALERT')).toBe(false);
  });
});

describe('a book of policies', () => {
  const low = { code: 'LOW', title, risk: Risk.LOW, accepts: [Verdict.PROBABLE], comparesAddress: true };
  const high = { code: 'HIGH', title, risk: Risk.HIGH, accepts: [], comparesAddress: false };

  it('accepts for the purposes that it names and no others', () => {
    const book = { version: '1', purposes: [low, high] };
    expect(findPolicyProblems(book)).toEqual([]);
    expect(['LOW', 'HIGH', 'LOW.1', '', null].map((code) => acceptsProbable(book, code))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('lets addresses be asked for where it says so, and nowhere else', () => {
    const book = { version: '1', purposes: [low, high] };
    expect(['LOW', 'HIGH', '', null].map((code) => comparesAddress(book, code))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('may not accept more than PROBABLE, nor anything where the risk is high', () => {
    expect(
      findPolicyProblems({ version: '1', purposes: [{ ...low, accepts: [Verdict.REVIEW] }] }),
    ).toHaveLength(1);
    expect(findPolicyProblems({ version: '1', purposes: [{ ...low, risk: Risk.HIGH }] })).toHaveLength(1);
    expect(findPolicyProblems({ version: '1', purposes: [low, low] })).toHaveLength(1);
  });
});
