/** Checks what an address adds to a verdict, and what it may never do. */
import fc from 'fast-check';
import { prepareResident } from './prepare-resident';
import { type RegisterPerson, type ResidentRecord } from '../resident/resident';
import { compareAddress } from './compare-address';
import { judgeResident } from './judge-resident';
import { firstLookup } from './lookup-key';
import { nextStep } from './next-step';
import { addBits, MOST_ADDRESS_BITS, posteriorOf, waterfallOf } from './weights';

const HOME = {
  text: 'số 12 đường Lê Lợi, phường Tân Sim, thành phố Đồng Nai',
  formerText: 'số 12 đường Lê Lợi, phường Cũ Sim, thành phố Đồng Xoài, tỉnh Bình Phước',
};
const HAMLET = { text: 'thôn 3, xã Tân Sim, tỉnh Phú Thọ', formerText: null };

describe('the outcome', () => {
  it.each([
    [HOME.text, HOME, 'EXACT', ['SAME_HOUSE'], 14],
    ['Số 12 Lê Lợi, P. Tân Sim, TP Đồng Nai', HOME, 'EQUIV', ['SAME_HOUSE'], 14],
    ['so 12 Le Loi, phuong Tan Sim, tinh Binh Phuoc', HOME, 'FOLD', ['SAME_HOUSE'], 14],
    ['số 99 đường Lê Lợi, phường Tân Sim, tỉnh Đồng Nai', HOME, 'PARTIAL', ['AT_WARD'], 8],
    ['12 Lê Lợi, P. Cũ Sim, TP Đồng Xoài, T. Bình Phước', HOME, 'HISTORIC', ['SAME_HOUSE'], 14],
    ['12 Lê Lợi, P. Cũ Sim, T. Bình Phước', HOME, 'HISTORIC', ['SAME_HOUSE'], 14],
    ['12 Lê Lợi, P. Cũ Sim, huyện Khác, T. Bình Phước', HOME, 'PARTIAL', ['AT_PROVINCE', 'SAME_HOUSE'], 10],
    ['thôn 3, xã Khác, tỉnh Đồng Nai', HOME, 'PARTIAL', ['AT_PROVINCE'], 4],
    ['tỉnh Đồng Nai', HOME, 'PARTIAL', ['AT_PROVINCE'], 4],
    [HOME.text.replace('Đồng Nai', 'Huế'), HOME, 'DIFFERENT', [], -1],
    ['Thôn 3, xã Tân Sim, Phú Thọ', HAMLET, 'EQUIV', ['SAME_HAMLET'], 11],
    ['thôn 3, xã Khác, tỉnh Phú Thọ', HAMLET, 'PARTIAL', ['AT_PROVINCE'], 4],
    ['thôn 3, xã Tân Sim, tỉn', HAMLET, 'PARTIAL', ['A02', 'AT_WARD'], 7],
    ['12 Lê Lợi, P. Cũ Sim', HOME, 'PARTIAL', ['A02', 'AT_WARD'], 10],
    ['thôn 3, xã Khác', HAMLET, 'INVALID_INPUT', ['A02'], 0],
    ['S? 12 L? L?i, P. T?n Sim, TP ??ng Nai', HOME, 'FOLD', ['E08', 'SAME_HOUSE'], 14],
    ['12 ?. L? L?i, ph??ng C? Sim, t?nh B?nh Ph??c', HOME, 'HISTORIC', ['E08', 'SAME_HOUSE'], 14],
    ['s? 12 L? L?i, ph??ng X? Sim, t?nh ??ng Nai', HOME, 'PARTIAL', ['E08', 'AT_PROVINCE', 'SAME_HOUSE'], 10],
    ['s? 12 L? L?i, P. T?n Sim, TP H? N?i', HOME, 'PARTIAL', ['E08', 'A02', 'AT_WARD'], 10],
    ['0912345678', HOME, 'INVALID_INPUT', ['A02'], 0],
    [HOME.text, null, 'MISSING_REGISTER', [], 0],
  ])('of %s', (text, register, fieldClass, rules, bits) => {
    expect(compareAddress(text, register, false)).toEqual({ class: fieldClass, rules, bits });
    const known = compareAddress(text, register, true).bits;
    expect(known).toBe(bits > 0 && !(rules as string[]).includes('A02') ? bits - 4 : bits);
  });

  it('is never worth more than is reckoned with', () => {
    expect(compareAddress(HOME.text, HOME, false).bits).toBe(MOST_ADDRESS_BITS);
  });
});

const PERSON: RegisterPerson = {
  number: '079185000123',
  oldCardNumber: null,
  formerNumbers: [],
  name: 'TRẦN THỊ MỸ SIM',
  formerNames: [],
  sex: 'FEMALE',
  birth: { year: 1985, month: 3, day: 17 },
  status: 'ACTIVE',
  address: HOME,
};
const ROW: ResidentRecord = {
  name: 'Trần Thị Mỹ Sim',
  birthDate: '17/03/1985',
  sex: 'Nữ',
  number: PERSON.number,
  oldCardNumber: null,
  address: HOME.text,
};

/** Asks as a run does: first without addresses, and with them where they can settle the row. */
function judge(cells: Partial<ResidentRecord>, people: RegisterPerson[] = [PERSON], comparesAddress = true) {
  const prepared = prepareResident({ ...ROW, ...cells }, { comparesAddress });
  const known = people.map((person) => {
    const rest = { ...person };
    delete rest.address;
    return rest;
  });
  const first = firstLookup(prepared)!;
  const without = judgeResident(prepared, first, known);
  const { question, verification } = nextStep(prepared, first, known);
  if (question === null) return { asked: false, verification, without };
  expect(question.withAddress).toBe(true);
  const last = nextStep(prepared, question, people).verification;
  if (last === null) throw new Error('nothing is asked for after the address');
  return { asked: true, verification: last, without };
}

const NAMESAKE: RegisterPerson = {
  ...PERSON,
  number: '001185000777',
  address: { text: 'thôn 1, xã Sim, tỉnh Cà Mau', formerText: null },
};

describe('a row that is left open', () => {
  it.each<[string, Partial<ResidentRecord>, RegisterPerson[], string]>([
    ['number and birth date without a name', { name: null }, [PERSON], 'REVIEW'],
    ['name and birth date without a number', { number: null }, [PERSON], 'REVIEW'],
    ['one of two namesakes born on one day', { number: null }, [NAMESAKE, PERSON], 'AMBIGUOUS'],
  ])('is settled: %s', (_, cells, people, before) => {
    const { asked, verification, without } = judge(cells, people);
    expect([without.verdict, asked, verification.verdict]).toEqual([before, true, 'PROBABLE']);
    expect(verification.fields.address?.class).toBe('EXACT');
    expect(verification.reasons.filter((code) => code.startsWith('ADDR'))).toEqual([]);
  });

  it('says that a unit or a ward is another one', () => {
    const { verification } = judge({ name: null, address: HOME.formerText });
    expect(verification).toMatchObject({ verdict: 'PROBABLE', reasons: ['ADDR_OLD_UNIT'] });
    const moved = judge({ name: null, address: 'thôn 3, xã Khác, tỉnh Cà Mau' }).verification;
    expect(moved).toMatchObject({ verdict: 'REVIEW', reasons: ['ADDR_OTHER_WARD'] });
  });

  it('stays open where name and year are all there is, in one house as well', () => {
    const rare = { name: 'Ksor H’Bhlơ Êban', number: null, birthDate: '1985' };
    const { asked, verification } = judge(rare, [{ ...PERSON, name: "KSOR H'BHLƠ ÊBAN" }]);
    expect([asked, verification.verdict]).toEqual([false, 'REVIEW']);
  });

  it.each<[string, Partial<ResidentRecord>, RegisterPerson[], boolean]>([
    ['nothing is open', {}, [PERSON], true],
    ['the birth date contradicts', { birthDate: '20/11/1999' }, [PERSON], true],
    ['the number is somebody else’s', { name: 'Lê Văn Khác' }, [PERSON], true],
    ['the row has none', { name: null, address: ' ' }, [PERSON], true],
    ['the purpose does not cover it', { name: null }, [PERSON], false],
    [
      'it would be a search',
      { number: null },
      Array.from({ length: 6 }, (_, at) => ({ ...PERSON, number: `07918500012${at}` })),
      true,
    ],
  ])('asks for no address when %s', (_, cells, people, comparesAddress) => {
    const { asked, verification, without } = judge(cells, people, comparesAddress);
    expect(asked).toBe(false);
    expect(verification).toEqual(without);
    expect(verification.fields).not.toHaveProperty('address');
  });
});

/** Rows and people that clash and agree in every way, each with some address or none. */
const cell = (...values: string[]) => fc.constantFrom(null, ...values);
const rows = fc.record({
  name: cell('Trần Thị Mỹ Sim', 'Tran Thi My Sim', 'Trần Mỹ Sim', 'Lê Khác'),
  birthDate: cell('17/03/1985', '18/03/1985', '1985', '17/03/1999'),
  sex: cell('Nữ', 'Nam'),
  number: cell(PERSON.number, '079185000124', '12345'),
  oldCardNumber: fc.constant(null),
  address: cell(HOME.text, HOME.formerText, 'thôn 1, xã Sim, tỉnh Cà Mau', '?'),
});
const people = fc.constantFrom<RegisterPerson[]>([PERSON], [PERSON, NAMESAKE], [NAMESAKE]);

it('an address adds up with the rest, verifies nobody, and speaks against nobody', () => {
  let settled = 0;
  fc.assert(
    fc.property(rows, people, (row, candidates) => {
      fc.pre(firstLookup(prepareResident(row)) !== null);
      const { asked, verification, without } = judge(row, candidates);
      const { verdict, weightBits, confidence } = verification;
      expect(
        addBits(
          waterfallOf(verification)
            .slice(1)
            .map(({ bits }) => bits),
        ),
      ).toBeCloseTo(weightBits, 9);
      expect(confidence).toBe(posteriorOf(weightBits));
      if (asked) {
        settled += verdict === 'PROBABLE' ? 1 : 0;
        expect(['PROBABLE', 'REVIEW', 'AMBIGUOUS']).toContain(verdict);
      } else expect(verdict).toBe(without.verdict);
    }),
    { numRuns: 1500 },
  );
  expect(settled).toBeGreaterThan(20);
});
