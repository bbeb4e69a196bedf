/** Checks the closed lists of the verdict model against its published wording, and the order of reasons. */
import fc from 'fast-check';
import { FieldClass } from './field-outcome';
import { ReasonCode, sortReasons, Verdict } from './verdict';

describe('the closed lists', () => {
  it('hold the field classes of the model, in its order', () => {
    expect(Object.values(FieldClass).join(' ')).toBe(
      'EXACT EQUIV FOLD PARTIAL HISTORIC CLOSE DIFFERENT MISSING_INPUT MISSING_REGISTER INVALID_INPUT NOT_COMPARED',
    );
  });

  it('hold the verdicts of the model', () => {
    expect(Object.values(Verdict).sort().join(' ')).toBe(
      'AMBIGUOUS INSUFFICIENT MISMATCH NOT_FOUND PROBABLE REVIEW STATUS_ALERT UNAVAILABLE VERIFIED',
    );
  });

  it('hold the reason codes of the model, in its order', () => {
    expect(Object.values(ReasonCode).join(' ')).toBe(
      'ID_FORMAT ID_PROVINCE_UNKNOWN ID_SEX_CONFLICT ID_YEAR_CONFLICT ID_OLD_CMND ID_BELONGS_TO_OTHER ID_SHARED_IN_BATCH ' +
        'NAME_ACCENT_LOST NAME_TONE_STYLE NAME_TYPO NAME_ORDER NAME_TOKEN_MISSING NAME_FORMER DOB_YEAR_ONLY DOB_SWAP ' +
        'DOB_PLACEHOLDER DOB_DIGIT DOB_REGISTER_PRECISION SEX_CONFLICT ADDR_OLD_UNIT ADDR_SPLIT_UNIT ADDR_OTHER_WARD ' +
        'REG_DECEASED REG_CANCELLED REG_UNAVAILABLE POLICY_WITHHELD DUP_IN_BATCH',
    );
  });

  it('spell every key like its value', () => {
    for (const list of [FieldClass, Verdict, ReasonCode]) {
      for (const [key, value] of Object.entries(list)) expect(key).toBe(value);
    }
  });
});

describe('sortReasons', () => {
  const order = Object.values(ReasonCode);

  it('returns distinct codes in the order of the list, whatever the order given', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...order)), (reasons) => {
        const sorted = sortReasons(reasons);
        expect(sorted).toEqual(order.filter((code) => reasons.includes(code)));
      }),
    );
  });
});
