/** Excel workbooks go the whole way: previewed, imported with every row accounted for, verified; broken ones are refused. */
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator } from '../../workers/simulator';
import { announceUpload } from '../../src/services/datasets/announce-upload';
import { previewUpload } from '../../src/services/datasets/preview-upload';
import { receiveUpload } from '../../src/services/datasets/receive-upload';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const ROOT = join(__dirname, '..', '..');
const FOREIGN = join(ROOT, 'test', 'fixtures', 'residents-by-exceljs.xlsx');
const SAMPLES = join(ROOT, 'samples');

describe('a workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-workbooks-'));
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: 1_000_000, seed: 6 });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config);
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const preview = async (file: string, sheet?: string) => {
    const { size } = await stat(file);
    const { id } = await announceUpload(hub.db, hub.actor, { filename: 'a.xlsx', bytes: size });
    accepted(await receiveUpload(hub.db, { uploadId: id, body: createReadStream(file), maxBytes: 1e9 }));
    return previewUpload(hub.db, hub.actor, { uploadId: id, ...(sheet === undefined ? {} : { sheet }) });
  };
  const settled = (datasetId: string) =>
    waitFor(
      async () => {
        const [row] = await hub.db.query<Record<string, unknown>[]>(
          `select state, format, sheet, header_line as "headerLine", physical_rows as physical, accepted_rows as accepted,
             rejected_rows as rejected from dataset where id = $1`,
          [datasetId],
        );
        return row?.state === 'IMPORTING' ? null : row;
      },
      { what: 'the import' },
    );

  it('is previewed: sheets, header below the titles, and what the spreadsheet did to numbers', async () => {
    const view = accepted(await preview(FOREIGN));
    expect(view).toMatchObject({
      format: 'XLSX',
      sheets: ['Ghi chú', 'Nhân khẩu'],
      sheet: 'Nhân khẩu',
      headerLine: 6,
      firstLine: 8,
      problem: null,
    });
    expect(view.columns.find(({ field }) => field === 'number')?.signs).toEqual([
      { sign: 'ZEROS_LOST', rows: 1 },
    ]);
    expect(await preview(FOREIGN, 'Nháp')).toEqual({ refused: 'SHEET_NOT_FOUND' });
  });

  it('is imported with every row of the table accounted for', async () => {
    const datasetId = await hub.bringIn(FOREIGN);
    expect(await settled(datasetId)).toEqual({
      state: 'READY',
      format: 'XLSX',
      sheet: 'Nhân khẩu',
      headerLine: 6,
      physical: 6,
      accepted: 4,
      rejected: 2,
    });
    const rejected = await hub.db.query<object[]>(
      'select line, code from rejected_row where dataset_id = $1 order by line',
      [datasetId],
    );
    expect(rejected).toEqual([
      { line: 11, code: 'BLANK_ROW' },
      { line: 13, code: 'RAGGED_ROW' },
    ]);
  });

  it('is told the same verdicts as the same people in a text file', async () => {
    const runs = [];
    for (const file of ['residents.xlsx', 'residents-dirty.csv']) {
      const runId = await hub.verify(await hub.bringIn(join(SAMPLES, file)));
      expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
      runs.push(await hub.hashVerdicts(runId));
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]?.rows).toBe(300);
  });

  it('is refused with a reason when it is broken, old or under a password', async () => {
    const broken = join(folder, 'broken.xlsx');
    writeFileSync(broken, readFileSync(FOREIGN).subarray(0, 5_000));
    expect(await preview(broken)).toEqual({ refused: 'WORKBOOK_DAMAGED' });
    const old = join(folder, 'old.xls');
    writeFileSync(old, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
    expect(await preview(old)).toEqual({ refused: 'WORKBOOK_OLD_OR_LOCKED' });
  });
});
