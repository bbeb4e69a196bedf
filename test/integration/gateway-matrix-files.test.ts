/** The matrix as a document, both ways: what goes out comes back without a difference, and an edit comes back as one. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packZip, unpackZip } from '../../src/documents/zip';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { sendFile } from '../support/send-file';

const PROSE = 'IOC mới ở giai đoạn thử nghiệm';
const CELL = 'VN.2025-H2/E.1/GAP_UNSERVED';
const MAIN = { docx: 'word/document.xml', xlsx: 'xl/worksheets/sheet1.xml' } as const;
/** The document as its text came out of a PDF: cells without borders, a page break in the middle of one, misprints. */
const PRINTED = readFileSync(resolve(__dirname, '../fixtures/matrix-2025H2.txt'));
type Format = keyof typeof MAIN;
interface Difference {
  readonly cell: { readonly id: string };
  readonly problem: string | null;
  readonly prose: readonly { readonly change: 'SAME' | 'ADDED' | 'REMOVED'; readonly text: string }[];
}
const FORMATS: Format[] = ['docx', 'xlsx'];

describe('files of the matrix', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await openTestGateway();
  });
  afterEach(() => gateway.close());

  const fetchFile = async (id: string, format: string, key = gateway.keys.viewer) => {
    const response = await fetch(`${gateway.url}/matrices/${id}.${format}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const bringIn = async (
    bytes: Buffer,
    options: { assessment?: string; dryRun?: boolean; accept?: string[] } = {},
  ) => {
    const { assessment = 'VN.2025-H2', dryRun = true, accept = [] } = options;
    const key = gateway.keys.operator;
    const uploadId = await sendFile(gateway, key, { name: 'ma-tran.docx', bytes });
    const { data, errors } = await gateway.ask(
      readOperation('import-matrix'),
      { uploadId, assessment, dryRun, accept },
      { key },
    );
    expect(errors).toEqual([]);
    return data.importMatrix;
  };
  /** What an office program does: unpacks, changes the words, packs again. */
  const rewrite = (file: Buffer, part: string, change: (xml: string) => string) =>
    packZip(
      [...unpackZip(file)].map(([name, bytes]) => ({
        name,
        bytes: name === part ? Buffer.from(change(bytes.toString('utf8'))) : bytes,
      })),
    );

  const changesOf = ({ cell, problem, prose }: Difference) => [
    `${cell.id.split('/').slice(1).join(' ')}`,
    problem,
    prose.map(({ change, text }) => ({ SAME: '', ADDED: `+${text}`, REMOVED: `-${text}` })[change]).join(''),
  ];

  it.each(FORMATS)('%s: what goes out comes back without a difference or a doubt', async (format) => {
    const { status, bytes } = await fetchFile('VN.2025-H2', format);
    expect(status).toBe(200);
    expect(await bringIn(bytes)).toEqual({ dryRun: true, applied: 0, differences: [], doubts: [] });
  });

  it.each(FORMATS)('%s: an edit is shown first, then written as a revision of its cell', async (format) => {
    const { bytes } = await fetchFile('VN.2025-H2', format);
    const edited = rewrite(bytes, MAIN[format], (xml) => xml.replace(PROSE, 'IOC đã vận hành & chính thức'));
    const shown = await bringIn(edited);
    expect(shown.differences).toMatchObject([
      {
        cell: { id: CELL },
        before: expect.stringContaining(PROSE),
        after: expect.stringContaining('IOC đã vận hành'),
        problem: null,
      },
    ]);
    const [before] = await gateway.db.query(
      `select version from matrix_cell where (assessment_id, item_path, column_code) = ('VN.2025-H2', 'E.1', 'GAP_UNSERVED')`,
    );
    expect(before).toEqual({ version: 1 });
  });

  it.each(FORMATS)(
    '%s: a file that LibreOffice has edited and written anew is read as well',
    async (format) => {
      const file = readFileSync(resolve(__dirname, `../fixtures/matrix-by-libreoffice.${format}`));
      // It was taken before this database was made, and would be held to be stale.
      const edited = rewrite(file, 'docProps/custom.xml', (xml) =>
        xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, new Date().toISOString()),
      );
      const { differences, doubts } = await bringIn(edited);
      expect(doubts).toEqual([]);
      expect(differences).toMatchObject([
        { cell: { id: 'VN.2025-H2/A.2/GAP_CAUSE' }, after: 'Phần mềm chưa liên thông\nvới cấp xã' },
        { cell: { id: CELL }, after: expect.stringMatching(/^IOC đã vận hành chính thức, chưa kết nối/) },
      ]);
    },
  );

  it('writes an edit, keeps the version before, and does nothing when the file comes a second time', async () => {
    const { bytes } = await fetchFile('VN.2025-H2', 'docx');
    const edited = rewrite(bytes, MAIN.docx, (xml) => xml.replace(PROSE, 'IOC đã vận hành'));
    expect(await bringIn(edited, { dryRun: false })).toMatchObject({ applied: 1, doubts: [] });
    const { cell } = (await gateway.ask(readOperation('cell-history'), { id: CELL })).data;
    expect(cell).toMatchObject({ version: 2, text: expect.stringContaining('IOC đã vận hành') });
    expect(cell.history[1].text).toContain(PROSE);
    expect(await bringIn(edited, { dryRun: false })).toMatchObject({ applied: 0, differences: [] });
  });

  it('never overruns what was changed in the hub after the export', async () => {
    const { bytes } = await fetchFile('VN.2025-H2', 'xlsx');
    await gateway.ask(
      readOperation('update-cell-text'),
      { id: CELL, version: 1, text: 'sửa trên hub' },
      { key: gateway.keys.operator },
    );
    const edited = rewrite(bytes, MAIN.xlsx, (xml) => xml.replace(PROSE, 'sửa trong tệp'));
    const answer = await bringIn(edited, { dryRun: false });
    expect(answer).toMatchObject({
      applied: 0,
      differences: [{ before: 'sửa trên hub', problem: 'CHANGED_SINCE_EXPORT' }],
    });
    expect((await gateway.ask(`{ cell(id: "${CELL}") { text } }`)).data.cell.text).toBe('sửa trên hub');
  });

  it('keeps a dash a dash, lines as lines, and signs that mean something to XML or to a spreadsheet', async () => {
    const texts = ['-', '- một\n- hai', '=1+1', 'a < b & "c" > d', '  giữa   chữ  ', null];
    for (const [index, text] of texts.entries()) {
      const id = `79.2025-H2/${['A.1', 'A.2', 'B.2', 'B.3', 'C.1', 'C.2'][index]}/GAP_CAUSE`;
      await gateway.ask(
        readOperation('update-cell-text'),
        { id, version: 1, text },
        { key: gateway.keys.operator },
      );
    }
    for (const format of FORMATS) {
      const { bytes } = await fetchFile('79.2025-H2', format);
      expect(await bringIn(bytes, { assessment: '79.2025-H2' })).toMatchObject({
        differences: [],
        doubts: [],
      });
    }
  });

  it('reads the text of the printed document: only its misprints differ from the matrix', async () => {
    const { differences, doubts } = await bringIn(PRINTED);
    expect(doubts).toEqual([]);
    expect(differences.map(changesOf)).toEqual([
      ['C.2 BENEFIT_BUSINESS', null, '-vụ '],
      ['D.1 BENEFIT_GOVERNMENT', null, '-Giảm+iảm'],
    ]);
  });

  it('places that text in an empty assessment as far as its blanks tell, and the rest as a person says', async () => {
    const assessment = '79.2025-H2';
    const { differences } = await bringIn(PRINTED, { assessment, dryRun: false });
    const placesOf = (all: readonly Difference[], problem: string | null) =>
      all
        .filter((one) => one.problem === problem)
        .map(({ cell }) => cell.id.slice(assessment.length + 1).replace('/', ' '));
    const DASHES = ['A.1', 'A.2', 'B.1.1', 'B.1.2', 'B.1.3', 'B.2', 'B.3', 'C.1'];
    expect(placesOf(differences, null)).toEqual([
      ...DASHES.map((path) => `${path} BENEFIT_CITIZEN`),
      'C.1 SOLUTION_ROADMAP',
      'E.1 GAP_UNSERVED',
    ]);
    const benefits = ['BENEFIT_CITIZEN', 'BENEFIT_BUSINESS', 'BENEFIT_GOVERNMENT'];
    const doubtful = ['C.2', 'D.1'].flatMap((path) => benefits.map((column) => `${path} ${column}`));
    expect(placesOf(differences, 'PLACE_DOUBTFUL')).toEqual(doubtful);

    const accept = doubtful.map((place) => `${assessment}/${place.replace(' ', '/')}`);
    expect(await bringIn(PRINTED, { assessment, dryRun: false, accept })).toMatchObject({ applied: 6 });
    const [benefit] = await gateway.db.query(
      `select text from matrix_cell where (assessment_id, item_path, column_code) = ($1, 'D.1', 'BENEFIT_GOVERNMENT')`,
      [assessment],
    );
    expect(benefit.text).toMatch(
      /^- Nâng cao [^]+\n- Đẩy mạnh [^]+ không yêu cầu người dân phải nộp nhiều giấy tờ [^]+ hành chính$/,
    );
    expect(await bringIn(PRINTED, { assessment })).toMatchObject({ differences: [], doubts: [] });
  });

  it('says what it cannot place, and refuses what is no matrix of this assessment', async () => {
    const { bytes } = await fetchFile('VN.2025-H2', 'xlsx');
    const renumbered = rewrite(bytes, MAIN.xlsx, (xml) => xml.replace('>1.2<', '>1.9<'));
    const { differences, doubts } = await bringIn(renumbered);
    expect(differences).toEqual([]);
    expect(doubts.map((doubt: { code: string }) => doubt.code)).toEqual(['ROW_NOT_PLACED', 'ITEM_MISSING']);
    expect(await bringIn(bytes, { assessment: '79.2025-H2' })).toMatchObject({
      code: 'MATRIX_OTHER_ASSESSMENT',
    });
    expect(await bringIn(Buffer.from('không phải ma trận'))).toMatchObject({
      code: 'MATRIX_LAYOUT_MISMATCH',
    });
    expect(await bringIn(Buffer.from([0x50, 0x4b, 0, 0xff]))).toMatchObject({
      code: 'MATRIX_FILE_UNREADABLE',
    });
    const bomb = packZip([{ name: 'word/document.xml', bytes: Buffer.alloc(80 * 1024 * 1024) }]);
    expect(await bringIn(bomb)).toMatchObject({ code: 'MATRIX_FILE_UNREADABLE' });
    const entity = rewrite(bytes, MAIN.xlsx, (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'));
    expect(await bringIn(entity)).toMatchObject({ code: 'MATRIX_FILE_UNREADABLE' });
  });

  it('gives data as well, within the scope of the key, and nothing without one', async () => {
    const csv = (await fetchFile('VN.2025-H2', 'csv')).bytes.toString('utf8').split('\r\n');
    expect(csv).toHaveLength(1 + 19 + 1);
    expect(csv[0]).toContain('assessment,item,no,title,BENEFIT_CITIZEN');
    expect(JSON.parse((await fetchFile('VN.2025-H2', 'json')).bytes.toString('utf8')).rows).toHaveLength(
      5 + 19,
    );
    expect((await fetchFile('VN.2025-H2', 'docx', gateway.keys.provincial)).status).toBe(404);
    expect((await fetchFile('VN.2025-H2', 'exe')).status).toBe(404);
    expect((await fetch(`${gateway.url}/matrices/VN.2025-H2.docx`)).status).toBe(401);
    const { data } = await gateway.ask('{ matrix { fileUrl(format: DOCX) } }');
    expect(data.matrix.fileUrl).toMatch(/\/matrices\/VN\.2025-H2\.docx$/);
  });
});
