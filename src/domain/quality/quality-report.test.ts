/** Checks that a report counts what it says, tells what holds as well as what fails, and says what has not been measured. */
import { shareOf } from '../share';
import { maskCell } from './mask-cell';
import { assessQuality, type QualityFigures } from './quality-report';

const NOTHING: QualityFigures = {
  rows: { physical: 102, accepted: 100, rejected: 2 },
  rejections: [{ code: 'BLANK_ROW', count: 2 }],
  profile: null,
  cleansing: null,
  verification: null,
  linkage: null,
};
const CLEANSED: QualityFigures = {
  ...NOTHING,
  cleansing: {
    runId: 'c',
    rows: 100,
    rules: [
      { rule: 'X04', rows: 4 },
      { rule: 'N11', rows: 0 },
      { rule: 'A03', rows: 60 },
    ],
  },
};

const heading = (figures: QualityFigures, name: string) =>
  assessQuality(figures).dimensions.find(({ dimension }) => dimension === name)!;

it('says of each heading which run would measure it', () => {
  expect(
    assessQuality(NOTHING).dimensions.map(({ dimension, share, needs }) => [dimension, share, needs]),
  ).toEqual([
    ['COMPLETENESS', null, 'PROFILE'],
    ['VALIDITY', null, 'PROFILE'],
    ['CONSISTENCY', null, 'PROFILE'],
    ['UNIQUENESS', null, 'LINK'],
    ['ACCURACY', null, 'VERIFY'],
    ['TIMELINESS', null, 'CLEANSE'],
  ]);
});

it('tells rules that hold everywhere beside those that do not', () => {
  expect(
    assessQuality(CLEANSED).rules.map(({ rule, evaluated, failed }) => [rule, evaluated, failed]),
  ).toEqual([
    ['BLANK_ROW', 102, 2],
    ['X04', 100, 4],
    ['N11', 100, 0],
    ['A03', 100, 60],
  ]);
});

it('counts people where they were linked, and rows that repeat another where they were not', () => {
  expect(heading(CLEANSED, 'UNIQUENESS').share).toEqual(shareOf(96, 100));
  const linked = { ...CLEANSED, linkage: { runId: 'l', rows: 100, extraRows: 7 } };
  expect(heading(linked, 'UNIQUENESS').measures).toEqual([{ of: 'PEOPLE', share: shareOf(93, 100) }]);
  expect(heading(CLEANSED, 'TIMELINESS').share).toEqual(shareOf(40, 100));
});

it('reckons accuracy among fields that were compared, and acceptance after decisions and policy', () => {
  const equal = { number: 'EXACT', name: 'EQUIV', birthDate: 'EXACT', sex: 'EXACT' } as const;
  const figures: QualityFigures = {
    ...NOTHING,
    verification: {
      runId: 'v',
      acceptsProbable: true,
      verdicts: [
        { verdict: 'VERIFIED', decision: null, count: 90 },
        { verdict: 'PROBABLE', decision: null, count: 4 },
        { verdict: 'PROBABLE', decision: 'OTHER_PERSON', count: 1 },
        { verdict: 'REVIEW', decision: 'SAME_PERSON', count: 2 },
        { verdict: 'NOT_FOUND', decision: null, count: 3 },
      ],
      classes: [
        { ...equal, count: 90 },
        { ...equal, name: 'FOLD', sex: 'MISSING_INPUT', count: 7 },
        {
          number: 'MISSING_REGISTER',
          name: 'MISSING_REGISTER',
          birthDate: 'MISSING_REGISTER',
          sex: 'MISSING_INPUT',
          count: 3,
        },
      ],
      reasons: [{ reason: 'NAME_ACCENT_LOST', count: 7 }],
    },
  };
  const report = assessQuality(figures);
  expect(heading(figures, 'ACCURACY').measures).toEqual([
    { of: 'number', share: shareOf(97, 97) },
    { of: 'name', share: shareOf(90, 97) },
    { of: 'birthDate', share: shareOf(97, 97) },
    { of: 'sex', share: shareOf(90, 90) },
  ]);
  expect(report.rules.find(({ rule }) => rule === 'NAME_ACCENT_LOST')).toMatchObject({
    failed: 7,
    evaluated: 100,
  });
  expect(report.rules.find(({ rule }) => rule === 'DOB_SWAP')).toMatchObject({ failed: 0, evaluated: 100 });
  expect(report.accepted).toEqual(shareOf(96, 100));
  expect(report.verdicts.filter(({ count, effective }) => count !== effective)).toEqual([
    { verdict: 'PROBABLE', count: 5, effective: 6 },
    { verdict: 'REVIEW', count: 2, effective: 0 },
    { verdict: 'MISMATCH', count: 0, effective: 1 },
  ]);
});

it.each([
  ['name', 'Trần Thị Yến', 'T••• T•• Y••'],
  ['birthDate', '5/3/1990', '•/•/1990'],
  ['birthDate', '050390', '••••••'],
  ['number', '001190000001', '001*****0001'],
  ['address', '12 Hàng Bài, Hoàn Kiếm, Hà Nội', '•••, Hà Nội'],
  ['sex', 'Nữ', 'Nữ'],
  ['sex', '001190000001', '0•••'],
  ['number', 'Trần Thị Yến', 'T••• T•• Y••'],
  ['birthDate', 'Trần Thị Yến', 'T••• T•• Y••'],
  ['address', 'Hà Nội, 0912345678', 'H• N••, 0•••'],
] as const)('masks the %s %s as %s', (field, cell, masked) => {
  expect(maskCell(field, cell)).toBe(masked);
});
