/** Proves each rule by its own example, and that the list of rules is in order. */
import { Field } from '../table/column-mapping';
import { NO_FACTS } from './batch-facts';
import { CELL_RULES, RULES } from './catalogue';
import { type CellContext, type CellRule, type Finding } from './rule';

const TODAY = { year: 2026, month: 11, day: 23 };
/** What must be true of a whole file for the example to happen in it. */
const FACTS: Readonly<Record<string, object>> = {
  D02: { monthFirst: true },
  D07: { januaryHeaped: true },
  X06: { cutAt: { name: 'Nguyễn Hoàng Phương T'.length } },
};

function judge(rule: CellRule): readonly Finding[] {
  const { before, row = {} } = rule.example;
  const field = rule.fields[0]!;
  const context: CellContext = {
    row: { ...row, [field]: before },
    facts: { ...NO_FACTS, ...FACTS[rule.id] },
    today: TODAY,
  };
  const found = rule.apply(before, context, field);
  return found === null ? [] : [found].flat();
}

test.each(CELL_RULES.map((rule) => [rule.id, rule] as const))('%s does what its example says', (_, rule) => {
  const found = judge(rule);
  expect(found.map(({ after }) => after)).toContain(rule.example.after);
  expect(rule.title.vi).not.toBe('');
  expect(rule.title.en).not.toBe('');
});

test('ids are unique and follow the groups of the catalogue', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[ETNDIPAX]\d\d$/);
});

test('no rule is applied by itself unless it loses nothing', () => {
  for (const rule of RULES)
    if (rule.mode === 'AUTO') expect([rule.id, rule.lossless]).toEqual([rule.id, true]);
});

test('every field has rules', () => {
  for (const field of Object.values(Field))
    expect(CELL_RULES.some(({ fields }) => fields.includes(field))).toBe(true);
});
