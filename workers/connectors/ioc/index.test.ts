/** What goes out and how answers are read, against a small server that plays one prepared answer. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { type NodeSource } from '../contract';
import { connector } from './index';
import nodeFixture from './__fixtures__/node.json';
import pageFixture from './__fixtures__/page.json';

describe('ioc', () => {
  let server: Server;
  let open: NodeSource;
  let answer: { status: number; body: unknown };
  let asked: IncomingMessage;

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      asked = incoming;
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    open = connector.open({ url, sender: 'HUB06-0000001' });
  });

  afterAll(async () => {
    await open.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const context = () => ({ purpose: 'TEST-01', correlationId: 'run-1', signal: AbortSignal.timeout(5_000) });
  const findNode = () => open.findNode('48', context());
  const readFeed = (after: string | null) =>
    open.readFeed({ localityCode: '48', feed: 'so-hoa', after }, context());

  it('says of a node what the node says of itself', async () => {
    answer = { status: 200, body: nodeFixture };
    expect(await findNode()).toMatchObject({
      localityCode: '48',
      reported: 'TRIAL',
      connectedToCentre: false,
      connectedToRegister: false,
      cutOffAt: '2026-11-22T10:00:00.000Z',
      minutesObserved: 1440,
    });
    expect([asked.url, asked.headers['x-correlation-id']]).toEqual(['/ioc/v1/48', 'run-1']);
  });

  it('takes a silent node for a finding, and the silent platform for trouble', async () => {
    answer = { status: 504, body: { status: { code: 'CM_NODE_SILENT' } } };
    expect(await findNode()).toBeNull();
    answer = { status: 504, body: {} };
    await expect(findNode()).rejects.toBeInstanceOf(SourceUnavailable);
    answer = { status: 401, body: { status: { code: 'CM_UNAUTHORISED' } } };
    await expect(findNode()).rejects.toEqual(new SourceRejected('CM_UNAUTHORISED'));
  });

  it('hands records over as they came, the broken ones too, and goes on where the page ended', async () => {
    const body = structuredClone(pageFixture);
    (body.data.DanhSach[1] as { TuSo: unknown }).TuSo = 'many';
    answer = { status: 200, body };
    const page = await readFeed(null);
    expect(page).toMatchObject({ next: '1795410000000', more: false });
    expect(page.records).toHaveLength(4);
    expect(page.records[0]).toEqual({
      receiverKey: '48-so-hoa-2026-11-21-05',
      version: 1,
      reportingDay: '2026-11-21',
      issuedAt: '2026-11-20T10:31:54.038Z',
      numerator: 127,
      denominator: 349,
    });
    expect(page.records[1]?.numerator).toBe('many');
    await readFeed(page.next);
    expect(asked.url).toBe('/ioc/v1/48/nguon-cap/so-hoa?tu=1795410000000');
  });

  it('never takes the answer of another province or feed for this one', async () => {
    answer = { status: 200, body: { data: { ...nodeFixture.data, MaTinhThanh: '79' } } };
    await expect(findNode()).rejects.toBeInstanceOf(SourceContractBroken);
    answer = { status: 200, body: { data: { ...pageFixture.data, NguonCap: 'y-te' } } };
    await expect(readFeed(null)).rejects.toBeInstanceOf(SourceContractBroken);
  });
});
