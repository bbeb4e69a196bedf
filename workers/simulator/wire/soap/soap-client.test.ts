/** Proves the WSDL and the answers with a SOAP client that nobody here wrote. */
import { randomUUID } from 'node:crypto';
import { createClientAsync, type Client } from 'soap';
import { createRegister } from '../../register/register';
import { type RunningSimulator, startSimulator } from '../../server';
import { ACCOUNT, digestOf } from './authorisation';

const people = 10_000;
const seed = 6;
const register = createRegister({ people, seed });
let simulator: RunningSimulator;
let client: Client;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, people, seed });
  client = await createClientAsync(`${simulator.url}/soap/dancu?wsdl`);
});
afterAll(() => simulator.close());

/** The client writes the envelope, sends it and reads the answer by the WSDL alone. */
async function call(operation: string, fields: object): Promise<Record<string, unknown>> {
  const url = `${simulator.url}/soap/dancu`;
  const timestamp = String(Date.now());
  const digest = digestOf(url, ACCOUNT.user, timestamp, ACCOUNT.secretKey);
  client.clearHttpHeaders();
  client.addHttpHeader('Timestamp', timestamp);
  client.addHttpHeader(
    'Authorization',
    `Basic ${Buffer.from(`${ACCOUNT.user}:${digest}`).toString('base64')}`,
  );
  const header = { MaYeuCau: randomUUID(), MaDVC: 'G15-TP110', MaCanBo: 'canbo.sim' };
  const method = client[`${operation}Async`] as (request: object) => Promise<[Record<string, unknown>]>;
  const [answer] = await method({ ...header, ...fields });
  return answer;
}

test('it finds every operation that the description promises', () => {
  const [service] = Object.values(client.describe() as Record<string, Record<string, object>>);
  const [port] = Object.values(service ?? {});
  expect(Object.keys(port ?? {})).toEqual(
    expect.arrayContaining(['TraCuuThongTinCongDan', 'XacThucThongTinCongDan']),
  );
});

test('it looks a person up and reads the record', async () => {
  const person = register.person(1_234);
  const answer = await call('TraCuuThongTinCongDan', { MaTichHop: '037', SoDinhDanh: person.number });
  expect(JSON.stringify(answer)).toContain(`"SoDinhDanh":"${person.number}"`);
});

test('nobody is an empty collection and no fault', async () => {
  const answer = await call('TraCuuThongTinCongDan', { MaTichHop: '037', SoDinhDanh: '001999999999' });
  expect(JSON.stringify(answer ?? {})).not.toContain('SoDinhDanh');
});

test('a refusal reaches it as a fault with the code of the field', async () => {
  await expect(
    call('TraCuuThongTinCongDan', { MaTichHop: '037', MaDVC: 'CHUA-CAP-PHEP-1', SoDinhDanh: '001999999999' }),
  ).rejects.toMatchObject({ root: { Envelope: { Body: { Fault: { detail: { Loi: { MaLoi: '004' } } } } } } });
});
