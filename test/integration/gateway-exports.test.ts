/** Files out of the gateway: who may fetch the result of a run, what comes with it, and what becomes of a reader who leaves. */
import { createHash, randomUUID } from 'node:crypto';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeRun, writeVerdicts } from '../support/run-rows';
import { waitFor } from '../support/wait-for';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

describe('exports of the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('streams the file with its checksum to whoever may see the run', async () => {
    const { id, content } = await writeArtifact('VN');
    const response = await fetch(`${gateway.url}/exports/${id}`, { headers: withKey(gateway.keys.viewer) });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="verdicts.csv"',
      'content-length': String(Buffer.byteLength(content)),
      'x-content-sha256': sha256(content),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(sha256(await response.text())).toBe(sha256(content));
  });

  it('is offered by its run under the address that works', async () => {
    const { id, runId } = await writeArtifact('VN');
    const { data } = await gateway.ask(
      'query ($id: ID!) { run(id: $id) { artifacts { name url bytes sha256 } } }',
      { id: runId },
    );
    expect(data.run.artifacts).toEqual([
      {
        name: 'verdicts.csv',
        url: `${gateway.url}/exports/${id}`,
        bytes: expect.any(Number),
        sha256: expect.stringMatching(/^[\da-f]{64}$/),
      },
    ]);
  });

  it('is closed without a key, for another province, and for an id that is none', async () => {
    const { id } = await writeArtifact('01');
    const status = async (path: string, headers = {}) =>
      (await fetch(`${gateway.url}/exports/${path}`, { headers })).status;
    expect(await status(id)).toBe(401);
    expect(await status(id, withKey('nonsense'))).toBe(401);
    expect(await status(id, withKey(gateway.keys.provincial))).toBe(404);
    expect(await status('nothing', withKey(gateway.keys.viewer))).toBe(404);
    expect(await status(randomUUID(), withKey(gateway.keys.viewer))).toBe(404);
    expect(await status(id, withKey(gateway.keys.viewer))).toBe(200);
  });

  it('that is left half-way gives its connection back in working order', async () => {
    const { id } = await writeArtifact('VN', 200_000);
    for (let time = 0; time < 8; time++) {
      const leave = new AbortController();
      const response = await fetch(`${gateway.url}/exports/${id}`, {
        headers: withKey(gateway.keys.viewer),
        signal: leave.signal,
      });
      await response.body!.getReader().read();
      leave.abort();
    }
    const small = await writeArtifact('VN');
    await waitFor(
      async () => {
        const response = await fetch(`${gateway.url}/exports/${small.id}`, {
          headers: withKey(gateway.keys.viewer),
        });
        const text = await response.text();
        return response.status === 200 && text === small.content;
      },
      { what: 'a free place for the next export' },
    );
  });

  /** A finished run with its rows, its verdicts and the note of its file. */
  async function writeArtifact(localityCode: string, rows = 3) {
    const { db } = gateway;
    const { runId, datasetId } = await writeRun(db, { localityCode, state: 'SUCCEEDED', rowsTotal: rows });
    const partition = `dataset_row_${datasetId.replaceAll('-', '')}`;
    await db.query(`create table ${partition} partition of dataset_row for values in ('${datasetId}')`);
    await db.query(
      `insert into dataset_row select $1, seq, seq + 1, array['Nguyễn Thử', '001085000001', '=1+1'] from generate_series(1, $2) seq`,
      [datasetId, rows],
    );
    await writeVerdicts(db, runId, rows);
    const lines = Array.from({ length: rows }, (_, index) =>
      (index + 1) % 3 === 0
        ? `Nguyễn Thử,001085000001,'=1+1,MISMATCH,NAME_ACCENT_LOST|DOB_DIGIT,0.5,EXACT,FOLD,EXACT,MISSING_INPUT\n`
        : `Nguyễn Thử,001085000001,'=1+1,VERIFIED,,0.5,EXACT,EQUIV,EXACT,MISSING_INPUT\n`,
    );
    const content = `Họ và tên,Số định danh,Ghi chú,verdict,reasons,confidence,class_number,class_name,class_birth_date,class_sex\n${lines.join('')}`;
    const [artifact] = await db.query<{ id: string }[]>(
      `insert into artifact (run_id, name, bytes, sha256) values ($1, 'verdicts.csv', $2, $3) returning id`,
      [runId, Buffer.byteLength(content), sha256(content)],
    );
    return { id: artifact!.id, runId, content };
  }
});
