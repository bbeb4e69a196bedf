/** Files in the encodings of twenty years go in and stand in Unicode, or are refused with a word on what to do. */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textToBytes } from '../../src/domain/encoding/code-page';
import { encodeText, type LegacyEncoding } from '../../src/domain/encoding/text-encoding';
import { previewUpload } from '../../src/services/datasets/preview-upload';
import { announceUpload } from '../../src/services/datasets/announce-upload';
import { receiveUpload } from '../../src/services/datasets/receive-upload';
import { runWorker, type RunningWorker } from '../../workers/main';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const SURNAMES = ['Nguyễn', 'Trần', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Hồ'];
const GIVEN = ['Hoà', 'Hương', 'Tuấn', 'Dũng', 'Phượng', 'Yến', 'Quỳnh', 'Tý'];
const NAMES = SURNAMES.flatMap((surname) => GIVEN.map((given) => `${surname} Thị ${given}`));
const TITLES = ['Danh sách cư dân thử nghiệm;;', ';;', 'Họ và tên;Ngày sinh;Số CCCD', '(1);(2);(3)'];

describe('a file in an old encoding', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-encodings-'));
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    hub = await openTestHub({ databaseUrl: (await cloneDatabase()).url });
    worker = await runWorker(hub.config);
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const textOf = (names: readonly string[]) =>
    [...TITLES, ...names.map((name) => `${name};01/02/1990;`)].join('\r\n');
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const cellsOf = async (datasetId: string) => {
    await waitFor(async () => (await stateOf(datasetId)) === 'READY', { what: 'the import' });
    const rows = await hub.db.query<{ cells: string[] }[]>(
      'select cells from dataset_row where dataset_id = $1 order by seq',
      [datasetId],
    );
    return rows.map(({ cells }) => cells[0]);
  };
  const stateOf = async (datasetId: string) => {
    const [row] = await hub.db.query<{ state: string }[]>('select state from dataset where id = $1', [
      datasetId,
    ]);
    return row?.state;
  };

  it.each<[string, LegacyEncoding, boolean]>([
    ['TCVN3, one byte a letter', 'TCVN3', true],
    ['VNI, one byte a sign', 'VNI', true],
    ['VISCII', 'VISCII', true],
    ['windows-1258', 'WINDOWS_1258', true],
    ['TCVN3 signs kept in UTF-8', 'TCVN3', false],
    ['UTF-8 read wrongly and saved again', 'UTF8_MISREAD', false],
  ])('%s', async (_, encoding, bytewise) => {
    const text = encodeText(textOf(NAMES), encoding);
    const path = write(`${encoding}.csv`, bytewise ? textToBytes(text)! : Buffer.from(text));
    const datasetId = await hub.bringIn(path);
    expect(await cellsOf(datasetId)).toEqual(NAMES);
    const [read] = await hub.db.query<object[]>(
      'select header_line, first_line, accepted_rows, rejected_rows, physical_rows from dataset where id = $1',
      [datasetId],
    );
    expect(read).toEqual({
      header_line: 3,
      first_line: 5,
      accepted_rows: 64,
      rejected_rows: 0,
      physical_rows: 64,
    });
  });

  it('UTF-16 with its mark', async () => {
    const path = write('utf16.csv', Buffer.from(`\uFEFF${textOf(NAMES)}`, 'utf16le'));
    expect(await cellsOf(await hub.bringIn(path))).toEqual(NAMES);
  });

  it('is refused when a few names do not prove it, shown with samples, and taken when a person says it', async () => {
    const text = encodeText(textOf(NAMES.slice(0, 3)), 'TCVN3');
    const path = write('few.csv', Buffer.from(text));
    await expect(hub.bringIn(path)).rejects.toThrow('ENCODING_UNCERTAIN');
    const upload = await announceUpload(hub.db, hub.actor, { filename: 'few.csv', bytes: text.length });
    accepted(
      await receiveUpload(hub.db, { uploadId: upload.id, body: createReadStream(path), maxBytes: 1e6 }),
    );
    const view = accepted(await previewUpload(hub.db, hub.actor, { uploadId: upload.id }));
    expect(view).toMatchObject({ headerLine: 3, problem: 'ENCODING_UNCERTAIN' });
    expect(view.columns[0]).toMatchObject({ encoding: 'TCVN3', field: 'name' });
    expect(view.columns[0]?.samples[0]).toEqual({ before: encodeText(NAMES[0]!, 'TCVN3'), after: NAMES[0] });
    expect(await cellsOf(await hub.bringIn(path, { encoding: 'TCVN3' }))).toEqual(NAMES.slice(0, 3));
  });
});
