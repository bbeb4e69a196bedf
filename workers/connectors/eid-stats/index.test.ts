/** What goes out and how answers are read, against a small server that plays one prepared answer. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { type AggregateSource } from '../contract';
import { connector } from './index';
import fixture from './__fixtures__/answer.json';

describe('eid-stats', () => {
  let server: Server;
  let open: AggregateSource;
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

  const aggregate = () =>
    open.aggregate('48', {
      purpose: 'TEST-01',
      correlationId: 'run-1',
      signal: AbortSignal.timeout(5_000),
    });

  it('asks for one province and reads its figures as indicators', async () => {
    answer = { status: 200, body: fixture };
    const { localityCode, asOf, figures } = await aggregate();
    expect([localityCode, asOf]).toEqual(['48', '2026-11-22T10:00:00.000Z']);
    expect(figures).toEqual([
      { indicator: 'EID_ACTIVATED_SHARE', numerator: 1325636, denominator: 2360534 },
      { indicator: 'VNEID_ACTIVE_SHARE', numerator: 515242, denominator: 1325636 },
      { indicator: 'DIGITAL_SIGNATURE_ADULT_SHARE', numerator: 682268, denominator: 2176596 },
      { indicator: 'EID_AUTHENTICATIONS_PER_ADULT', numerator: 4451676, denominator: 2176596 },
      { indicator: 'CHIP_CARD_USE_SHARE', numerator: 677665, denominator: 2109893 },
    ]);
    expect([asked.url, asked.headers['x-correlation-id']]).toEqual(['/thong-ke/v1/dinh-danh/48', 'run-1']);
  });

  it('never takes what does not add up, or is about another province, for figures', async () => {
    const bent = structuredClone(fixture);
    bent.data.TheChip.DungThe = bent.data.TheChip.TongLuot + 1;
    const others = { data: { ...fixture.data, MaTinhThanh: '79' } };
    for (const body of [bent, others, { data: null }, 'no answer']) {
      answer = { status: 200, body };
      await expect(aggregate()).rejects.toBeInstanceOf(SourceContractBroken);
    }
  });

  it('tells trouble that passes from a refusal', async () => {
    answer = { status: 503, body: {} };
    await expect(aggregate()).rejects.toBeInstanceOf(SourceUnavailable);
    answer = { status: 401, body: { status: { code: 'CM_UNAUTHORISED' } } };
    await expect(aggregate()).rejects.toEqual(new SourceRejected('CM_UNAUTHORISED'));
  });
});
