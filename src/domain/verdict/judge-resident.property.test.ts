/** Proves over generated rows and registers what no verdict may break: above all, what VERIFIED implies. */
import fc from 'fast-check';
import { precisionOf, type PartialDate } from '../resident/birth-date';
import { isLosslesslyEqual } from './field-outcome';
import { judgeResident } from './judge-resident';
import { firstLookup, nextLookup } from './lookup-key';
import { normalizeName } from '../resident/person-name';
import { prepareResident } from './prepare-resident';
import { type LookupKey, type RegisterPerson, type ResidentRecord } from '../resident/resident';
import { type Sex } from '../resident/sex';
import { posteriorOf, waterfallOf } from './weights';

/** Small pools in which one person prevails, so that generated rows and people agree, nearly agree and clash often. */
const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(usual) },
    { weight: 3, arbitrary: fc.constantFrom(usual, ...others) },
  );
const name = often(
  'Nguyễn Thị Hoà',
  ...[
    'NGUYỄN THỊ HÒA',
    'Nguyen Thi Hoa',
    'Nguyễn Thị Hóa',
    'Hòa Nguyễn Thị',
    'Nguyễn Hòa',
    'NGUYỄN THỊ HÒAN',
  ],
  ...['Trần Văn Vy', 'TRẦN VĂN VI', ' nguyễn\u00A0thị hòa', 'Lê Sim'],
);
const number = often(
  '079185000123',
  ...['079185000124', '079185000132', '079.185.000.123', '79185000123', '023456789', '12345', '001085000001'],
);
const date = often(
  '04/03/1985',
  '03/04/1985',
  '1985-03-04',
  '1985',
  '03/1985',
  '05/03/1985',
  '31/02/1985',
  '4.3.86',
);
const birth = often<PartialDate>(
  { year: 1985, month: 3, day: 4 },
  ...[
    { year: 1985, month: 4, day: 3 },
    { year: 1985 },
    { year: 1985, month: 3 },
    { year: 1986, month: 3, day: 4 },
  ],
);
const cell = (values: fc.Arbitrary<string>) => fc.option(values, { nil: null, freq: 8 });

const record: fc.Arbitrary<ResidentRecord> = fc.record({
  name: cell(name),
  birthDate: cell(date),
  sex: cell(often('Nữ', 'Nam', '2', '?')),
  number: cell(number),
  oldCardNumber: cell(fc.constantFrom('023456789', '023456780')),
  address: fc.constant(null),
  phone: fc.constant(null),
});
const registerNumber = often('079185000123', '079185000124', '001085000001', '079085777777');
const person: fc.Arbitrary<RegisterPerson> = fc.record({
  number: registerNumber,
  oldCardNumber: fc.constantFrom(null, '023456789', '023456780'),
  formerNumbers: often<string[]>([], ['079185000123']),
  name: name.map((text) => text.toUpperCase()),
  formerNames: fc.array(name, { maxLength: 1 }),
  sex: often<Sex>('FEMALE', 'MALE', 'UNKNOWN'),
  birth,
  status: often<RegisterPerson['status']>('ACTIVE', 'DECEASED', 'MISSING'),
});
/** A register holds each number once. */
const people = fc.uniqueArray(person, { maxLength: 3, selector: ({ number: own }) => own });

function judge(row: ResidentRecord, candidates: RegisterPerson[]) {
  const prepared = prepareResident(row);
  const answered = firstLookup(prepared);
  return { prepared, answered, verification: judgeResident(prepared, answered, candidates) };
}

const RUNS = { numRuns: 1000 };

describe('every verdict', () => {
  it('VERIFIED implies number, name and birth date equal without loss, or a register that knows no full date', () => {
    let verified = 0;
    fc.assert(
      fc.property(record, people, (row, candidates) => {
        const { verification, prepared } = judge(row, candidates);
        if (verification.verdict !== 'VERIFIED' && verification.underlying !== 'VERIFIED') return;
        verified++;
        const { fields } = verification;
        expect(isLosslesslyEqual(fields.number) && isLosslesslyEqual(fields.name)).toBe(true);
        expect(fields.sex.class).not.toBe('DIFFERENT');
        const same = candidates.find((candidate) => candidate.number === prepared.number.value);
        expect(normalizeName(same!.name).normal).toBe(prepared.name.value!.normal);
        if (isLosslesslyEqual(fields.birthDate)) expect(same!.birth).toEqual(prepared.birth.value);
        else {
          expect(fields.birthDate.class).toBe('PARTIAL');
          expect(precisionOf(same!.birth)).not.toBe('DAY');
          expect(verification.reasons).toContain('DOB_REGISTER_PRECISION');
        }
      }),
      { numRuns: 3000 },
    );
    expect(verified).toBeGreaterThan(50);
  });

  it('is explained by parts that make its weight and its confidence', () => {
    fc.assert(
      fc.property(record, people, (row, candidates) => {
        const { verification } = judge(row, candidates);
        const parts = waterfallOf(verification);
        const tenths = parts.reduce((sum, { bits }) => sum + Math.round(bits * 10), 0);
        expect(tenths / 10).toBe(verification.weightBits);
        expect(posteriorOf(verification.weightBits)).toBe(verification.confidence);
        for (const { bits } of parts.slice(1)) {
          expect(bits).toBeGreaterThanOrEqual(-12);
          expect(bits).toBeLessThanOrEqual(24);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which the register lists its candidates', () => {
    fc.assert(
      fc.property(record, people, (row, candidates) => {
        const forward = judge(row, candidates).verification;
        expect(judge(row, [...candidates].reverse()).verification).toEqual(forward);
      }),
      RUNS,
    );
  });

  it('has an underlying verdict exactly when it is a STATUS_ALERT, and its rule tells the same story', () => {
    fc.assert(
      fc.property(record, people, (row, candidates) => {
        const { verification, answered } = judge(row, candidates);
        expect(verification.underlying !== undefined).toBe(verification.verdict === 'STATUS_ALERT');
        expect(verification.verdict === 'STATUS_ALERT').toBe(verification.rule === 5);
        expect(verification.verdict === 'INSUFFICIENT').toBe(answered === null);
        expect(verification.reasons).toEqual([...new Set(verification.reasons)]);
      }),
      RUNS,
    );
  });

  it('without a number is never above REVIEW', () => {
    fc.assert(
      fc.property(record, people, (row, candidates) => {
        const { verification } = judge({ ...row, number: null, oldCardNumber: null }, candidates);
        expect(['VERIFIED', 'PROBABLE']).not.toContain(verification.verdict);
      }),
      RUNS,
    );
  });
});

describe('looking up', () => {
  it('comes to an end after three questions at most, none of them twice', () => {
    fc.assert(
      fc.property(record, (row) => {
        const prepared = prepareResident(row);
        const asked: LookupKey[] = [];
        let key = firstLookup(prepared);
        while (key !== null && asked.length < 5) {
          asked.push(key);
          key = nextLookup(prepared, key);
        }
        expect(asked.length).toBeLessThanOrEqual(3);
        expect(new Set(asked.map(({ by }) => by)).size).toBe(asked.length);
      }),
      RUNS,
    );
  });
});
