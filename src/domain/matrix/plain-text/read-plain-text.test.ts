/** Rows and cells out of a text without a table: what is sure, what is doubted, and what is said of the rest. */
import { readPlainText } from './read-plain-text';

const column = (code: string, vi: string, question: string) => ({
  code,
  band: { vi: '' },
  title: { vi },
  question,
  printed: null,
});
const item = (path: string, printedNo: string, vi: string) => ({
  groupCode: path.slice(0, 1),
  path,
  printedNo,
  title: { vi },
});
const FORM = {
  columns: [
    column('WHO', 'AI', 'Ai được hưởng lợi'),
    column('WHY', 'VÌ SAO', 'Vì sao chưa được'),
    column('WHEN', 'BAO GIỜ', 'Lộ trình nửa năm'),
  ],
  groups: [{ code: 'A', title: { vi: 'NHÓM MỘT' } }],
  items: [item('A.1', '1', 'Đường sá'), item('A.2', '2', 'Cầu qua sông lớn'), item('A.3', '', '')],
};

/** What is said of each cell, `?` where it is doubtful; cells that stay empty are left out. */
function read(lines: readonly string[], present: Readonly<Record<string, string>> = {}) {
  const textAt = (path: string, code: string) => present[`${path} ${code}`] ?? '';
  const { cells, doubts } = readPlainText(FORM, lines.join('\n'), textAt);
  const said = cells
    .map(({ itemPath, columnCode, claim, doubtful }) => {
      const text = claim.textState === 'DASH' ? '-' : (claim.text ?? '');
      return [`${itemPath} ${columnCode}`, doubtful ? `${text}?` : text] as const;
    })
    .filter(([place, text]) => text !== '?' || place in present);
  return { ...Object.fromEntries(said), doubts: doubts.map(({ code, place }) => `${code} ${place}`) };
}

const BRIDGE = ['2 Cầu qua ', 'sông lớn    '];

it('counts blanks as empty cells, and joins the lines of a cell', () => {
  const text = ['A NHÓM MỘT ', '1 Đường sá -  Xong trong ', 'tháng 12 ', ...BRIDGE];
  expect(read(text)).toEqual({ 'A.1 WHO': '-', 'A.1 WHEN': 'Xong trong tháng 12', doubts: [] });
});

it('doubts neighbours without a blank between them, and proposes to part them at paragraphs', () => {
  const text = ['A NHÓM MỘT ', '1 Đường sá Người đi ', 'đường. ', 'Chưa có tiền ', 'để làm ', ...BRIDGE];
  expect(read(text)).toMatchObject({ 'A.1 WHO': 'Người đi đường.?', 'A.1 WHY': 'Chưa có tiền để làm?' });
});

it('is sure of neighbours again when they say nearly what the cells say today', () => {
  const present = { 'A.1 WHY': 'Tỉnh chưa có đủ tiền để làm', 'A.1 WHEN': 'Xong trong tháng 12 năm nay' };
  const text = [
    'A NHÓM MỘT ',
    '1 Đường sá Tỉnh chưa có ',
    'đủ tiền làm ',
    'Xong trong tháng 11 ',
    'năm nay ',
    ...BRIDGE,
  ];
  expect(read(text, present)).toEqual({
    'A.1 WHY': 'Tỉnh chưa có đủ tiền làm',
    'A.1 WHEN': 'Xong trong tháng 11 năm nay',
    doubts: [],
  });
});

it('carries on behind a page break, whose header is no text of a cell', () => {
  const page = ['2 ', 'TT NỘI DUNG ', 'AI (Ai được hưởng ', 'lợi) VÌ SAO ', 'BAO GIỜ (Lộ trình nửa năm) '];
  const text = ['A NHÓM MỘT ', '1 Đường sá   Xong trong ', ...page, 'tháng 12 ', ...BRIDGE];
  expect(read(text, { 'A.1 WHEN': 'Xong trong tháng 12' })).toEqual({
    'A.1 WHEN': 'Xong trong tháng 12',
    doubts: [],
  });
  expect(read(text)).toMatchObject({ 'A.1 WHEN': 'Xong trong tháng 12?' });
});

it('never empties a cell without a person', () => {
  const text = ['A NHÓM MỘT ', '1 Đường sá    ', ...BRIDGE];
  expect(read(text, { 'A.1 WHO': 'Người đi đường' })).toEqual({ 'A.1 WHO': '?', doubts: [] });
});

it('says which titles it did not find, or found changed', () => {
  const text = ['A NHÓM MỘT ', '2 Cầu lớn qua sông -   ', '9 Chuyện khác '];
  expect(read(text)).toMatchObject({ doubts: ['TITLE_CHANGED A.2', 'ITEM_MISSING A.1'] });
  expect(read(['không phải ma trận'])).toEqual({ doubts: ['ITEM_MISSING A.1', 'ITEM_MISSING A.2'] });
});
