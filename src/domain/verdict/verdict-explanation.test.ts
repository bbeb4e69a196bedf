/** Proves that an explanation comes back as it was written, for every outcome there is. */
import fc from 'fast-check';
import { CloseKind, FieldClass, type FieldOutcome } from './field-outcome';
import { judgeUnavailable } from './judge-resident';
import { RuleId } from './rule-id';
import { type Verification } from './verdict';
import { readExplanation, writeExplanation } from './verdict-explanation';

function write(verification: Verification): string {
  let line = '';
  writeExplanation(verification, { put: (text) => (line += text) });
  return line;
}

const outcome: fc.Arbitrary<FieldOutcome> = fc
  .record({
    sub: fc.option(fc.constantFrom(...Object.values(CloseKind)), { nil: undefined }),
    rules: fc.array(fc.constantFrom(...Object.values(RuleId)), { maxLength: 4 }),
    tenths: fc.integer({ min: -120, max: 240 }),
  })
  .map(({ sub, rules, tenths }) => ({
    class: FieldClass.CLOSE,
    ...(sub ? { sub } : {}),
    rules,
    bits: tenths / 10,
  }));

test('what was written is read back', () => {
  const fields = fc.record({ number: outcome, name: outcome, birthDate: outcome, sex: outcome });
  fc.assert(
    fc.property(fields, fc.integer({ min: 1, max: 12 }), (given, rule) => {
      const read = readExplanation(write({ ...judgeUnavailable(), rule, fields: given }));
      expect(read.rule).toBe(rule);
      for (const name of ['number', 'name', 'birthDate', 'sex'] as const) {
        const { sub = null, rules, bits } = given[name];
        expect(read.fields[name]).toEqual({ sub, rules, bits });
      }
    }),
  );
});

test('an address that was compared stands at the end with its class', () => {
  const { fields } = judgeUnavailable();
  const address: FieldOutcome = { class: FieldClass.HISTORIC, rules: [RuleId.SAME_HOUSE], bits: 10 };
  const line = write({ ...judgeUnavailable(), fields: { ...fields, address } });
  expect(line).toBe('1;0;0;0;0;HISTORIC;10+SAME_HOUSE');
  expect(readExplanation(line).fields.address).toEqual({ ...address, sub: null });
  expect(readExplanation(write(judgeUnavailable())).fields.address).toBeNull();
});

test('it needs no escaping in COPY and stays short', () => {
  expect(write(judgeUnavailable())).toBe('1;0;0;0;0');
});

test.each(['', '{}', '6;24;1;2', '6;24;1;2;x'])('%p is no explanation', (line) => {
  expect(() => readExplanation(line)).toThrow('no explanation');
});
