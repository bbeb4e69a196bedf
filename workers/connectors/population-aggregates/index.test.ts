/** What goes out and how answers are read, against a small server that plays two prepared answers. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SourceContractBroken, SourceRejected } from '../errors';
import { type AggregateSource } from '../contract';
import { connector } from './index';
import servedFixture from './__fixtures__/served.json';
import tableFixture from './__fixtures__/table.json';

interface Asked {
  readonly header: { readonly msg_id: string };
  readonly data: object;
}

describe('population-aggregates', () => {
  let server: Server;
  let open: AggregateSource;
  let served: typeof servedFixture;
  let table: typeof tableFixture;
  let status = 200;
  let asked: Asked[] = [];

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      void text(incoming).then((body) => {
        const envelope = JSON.parse(body) as Asked;
        asked.push(envelope);
        const answer = incoming.url?.includes('danh-muc') ? served : table;
        const header = { ...answer.header, request_msg_id: envelope.header.msg_id };
        response.writeHead(status).end(JSON.stringify({ ...answer, header }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    open = connector.open({ url, officer: 'sim' });
  });

  beforeEach(() => {
    [served, table, status, asked] = [structuredClone(servedFixture), structuredClone(tableFixture), 200, []];
  });

  afterAll(async () => {
    await open.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const aggregate = () =>
    open.aggregate('48', { purpose: 'TEST-01', correlationId: 'run-1', signal: AbortSignal.timeout(5_000) });

  it('asks for one province and reads what is served', async () => {
    const { figures } = await aggregate();
    expect(figures).toEqual([
      { indicator: 'POPULATION_UTILITIES_IN_USE', numerator: UTILITIES, denominator: null },
      {
        indicator: 'AGGREGATE_DATASETS_SERVED',
        numerator: servedFixture.data.BoDuLieu.length,
        denominator: null,
      },
      { indicator: 'AGGREGATE_FRESHNESS_DAYS', numerator: servedFixture.data.SoNgayTuoi, denominator: null },
    ]);
    expect(asked.map(({ data }) => data)).toEqual(
      Array.from({ length: 2 }, () => ({ MaDVC: 'TEST-01', MaCanBo: 'sim', MaTinhThanh: '48' })),
    );
  });

  it('refuses a table that shows a count small enough to point at somebody', async () => {
    (table.data.DanhSach[0] as { SoNguoi: number }).SoNguoi = 3;
    await expect(aggregate()).rejects.toBeInstanceOf(SourceContractBroken);
  });

  it('never takes another province or a refusal for figures', async () => {
    served.data.MaTinhThanh = '79';
    await expect(aggregate()).rejects.toBeInstanceOf(SourceContractBroken);
    status = 403;
    (served as { status: object }).status = { code: '004', message: '' };
    await expect(aggregate()).rejects.toEqual(new SourceRejected('004'));
  });

  const UTILITIES = servedFixture.data.TienIch.filter(({ DangVanHanh }) => DangVanHanh).length;
});
