/** What every answer must be: about the person asked for, the same however it is asked, and empty only for nobody. */
import { normalizeName } from '../../src/domain/resident/person-name';
import { NOBODY } from '../connectors/contract';
import { demand, NotApplicable, type Bench } from './bench';
import { type ConformanceCase } from './conformance-case';
import { hasEdgeName, type KnownPerson } from './known-people';

const MANY = 50;

const lettersOf = (name: string) => normalizeName(name).fold.replaceAll(/[^A-Z]/g, '');

async function isFound(bench: Bench, person: KnownPerson): Promise<void> {
  const found = await bench.lookupOne({ by: 'NUMBER', number: person.number });
  demand(found.length === 1, `${found.length} candidates for one number`);
  const [one] = found;
  demand(
    one?.number === person.number || one?.formerNumbers.includes(person.number) === true,
    'another number',
  );
  const names = [one.name, ...one.formerNames].map(lettersOf);
  demand(names.includes(lettersOf(person.name)), 'another name');
  demand(one.birth.year === person.birth.year, 'another year of birth');
  demand(one.birth.day === person.birth.day, 'a birth of another precision, or on another day');
}

/** Asks for some of those who fit. @throws NotApplicable when nobody does. */
async function someFound(bench: Bench, fits: (person: KnownPerson) => boolean, who: string): Promise<void> {
  const some = bench.parts.people.filter(fits).slice(0, 10);
  if (some.length === 0) throw new NotApplicable(`the known people hold ${who}`);
  for (const person of some) await isFound(bench, person);
}

const requestsFor = (people: readonly KnownPerson[]) =>
  people.map(({ number }, place) => ({ ref: String(place), key: { by: 'NUMBER', number } as const }));

export const ANSWER_CASES: readonly ConformanceCase[] = [
  {
    id: 'known-people-are-found',
    title: { vi: 'Tìm thấy người đã biết', en: 'Known people are found' },
    run: (bench) => someFound(bench, () => true, 'nobody'),
  },
  {
    id: 'not-found-is-a-value',
    title: { vi: 'Không tìm thấy là một giá trị', en: 'Not found is a value' },
    run: async (bench) => {
      const found = await bench.lookupOne(NOBODY);
      demand(found.length === 0, `${found.length} candidates for a number that nobody can bear`);
    },
  },
  {
    id: 'found-by-name-and-birth',
    title: { vi: 'Tìm theo họ tên và ngày sinh', en: 'Found by name and birth date' },
    run: async (bench) => {
      for (const { number, name, birth } of bench.parts.people.slice(0, 10)) {
        const found = await bench.lookupOne({ by: 'NAME_AND_BIRTH', name, birth });
        const bears = found.some((one) => one.number === number || one.formerNumbers.includes(number));
        demand(bears, 'a known person is not among the candidates');
      }
    },
  },
  {
    id: 'year-only-births',
    title: { vi: 'Người chỉ biết năm sinh', en: 'Births of which only the year is known' },
    run: (bench) => someFound(bench, ({ birth }) => birth.month === undefined, 'no year-only birth'),
  },
  {
    id: 'edge-names',
    title: {
      vi: 'Tên đặc biệt (một từ, dấu nháy, rất dài)',
      en: 'Edge names (one word, apostrophe, very long)',
    },
    run: (bench) => someFound(bench, hasEdgeName, 'no such name'),
  },
  {
    id: 'nine-digit-numbers',
    title: { vi: 'Số CMND 9 số', en: 'Nine-digit card numbers' },
    run: async (bench) => {
      const holders = bench.parts.people.filter(({ oldCard }) => oldCard !== null).slice(0, 10);
      if (holders.length === 0) throw new NotApplicable('the known people hold no such number');
      for (const { number, oldCard } of holders) {
        const found = await bench.lookupOne({ by: 'OLD_CARD', number: oldCard ?? '' });
        demand(
          found.some((one) => one.number === number),
          'the holder is not among the candidates',
        );
      }
    },
  },
  {
    id: 'batch-equals-singles',
    title: { vi: 'Theo lô giống từng người', en: 'A batch is what its singles are' },
    run: async (bench) => {
      const some = bench.parts.people.slice(0, Math.min(MANY, bench.parts.spec.limits.batch));
      if (some.length < 2) throw new NotApplicable('one person a call');
      const batch = await bench.lookup(requestsFor(some));
      for (const [place, { number }] of some.entries()) {
        const single = await bench.lookupOne({ by: 'NUMBER', number });
        demand(JSON.stringify(single) === JSON.stringify(batch.get(String(place))), 'a single differs');
      }
    },
  },
  {
    id: 'largest-batch',
    title: { vi: 'Lô lớn nhất đã khai báo', en: 'The largest batch that it declares' },
    run: async (bench) => {
      const { batch } = bench.parts.spec.limits;
      const { people } = bench.parts;
      const many = Array.from({ length: batch }, (_, at) => people[at % people.length] as KnownPerson);
      const answers = await bench.lookup(requestsFor(many));
      const unfound = [...answers.values()].filter((candidates) => candidates.length === 0);
      demand(unfound.length === 0, `${unfound.length} of ${batch} known people not found`);
    },
  },
  {
    id: 'order-does-not-matter',
    title: { vi: 'Thứ tự không ảnh hưởng', en: 'The order of questions does not matter' },
    run: async (bench) => {
      const some = requestsFor(bench.parts.people.slice(0, Math.min(MANY, bench.parts.spec.limits.batch)));
      if (some.length < 2) throw new NotApplicable('one person a call');
      const [forth, back] = [await bench.lookup(some), await bench.lookup([...some].reverse())];
      for (const { ref } of some) {
        demand(
          JSON.stringify(forth.get(ref)) === JSON.stringify(back.get(ref)),
          'an answer changed with the order',
        );
      }
    },
  },
  {
    id: 'asked-again-is-answered-the-same',
    title: { vi: 'Hỏi lại cho cùng kết quả', en: 'Asked again, it answers the same' },
    run: async (bench) => {
      const [{ number }] = bench.parts.people as [KnownPerson];
      const times = await Promise.all(
        Array.from({ length: 5 }, () => bench.lookupOne({ by: 'NUMBER', number })),
      );
      demand(new Set(times.map((found) => JSON.stringify(found))).size === 1, 'the answers differ');
    },
  },
];
