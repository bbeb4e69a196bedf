/** What goes out and how every kind of answer is read, against a small server that plays one prepared answer. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { type Connector } from '../contract';
import { type LookupKey } from '../../../src/domain/resident/resident';
import { connector } from './index';

type Play = (requestId: string, response: ServerResponse) => void;

const FIXTURE = readFileSync(join(__dirname, '__fixtures__', 'collection.xml'), 'utf8');
const EMPTY =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
  '<CongdanCollection xmlns="http://www.mic.gov.vn/dancu/1.0" SoCongDan="0" id="REQUEST-ID"/></s:Body></s:Envelope>';
const NUMBER: LookupKey = { by: 'NUMBER', number: '097185000123' };

describe('csdlqgvdc-soap', () => {
  let server: Server;
  let url: string;
  let play: Play;
  let open: Connector;
  let last: { body: string; headers: IncomingMessage['headers']; url: string | undefined };

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      void text(incoming).then((body) => {
        last = { body, headers: incoming.headers, url: incoming.url };
        play(/<dan:MaYeuCau>(.*?)</.exec(body)?.[1] ?? '', response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/soap/dancu`;
    open = connector.open({ url, user: 'sim-user', secretKey: 'sim-key', officer: 'canbo.sim' });
  });

  afterAll(async () => {
    await open.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const lookup = (key: LookupKey = NUMBER, signal = AbortSignal.timeout(5_000)) =>
    open.lookup([{ ref: '1', key }], { purpose: 'G15-TP110', correlationId: 'run-1', signal });
  const reply =
    (change: (xml: string) => string = (xml) => xml, xml = FIXTURE): Play =>
    (requestId, response) =>
      response.setHeader('content-type', 'text/xml').end(change(xml).replaceAll('REQUEST-ID', requestId));

  it('signs and asks in the words of the wire, and translates the answer', async () => {
    play = reply();
    const answers = await lookup();
    const { timestamp = '', authorization = '' } = last.headers as Record<string, string>;
    const digest = createHash('sha256').update(`${url}sim-user${timestamp}sim-key`).digest('hex');
    expect(Buffer.from(authorization.slice('Basic '.length), 'base64').toString()).toBe(`sim-user:${digest}`);
    expect(last.headers).toMatchObject({ 'x-correlation-id': 'run-1', soapaction: '""' });
    expect(last.url).toBe('/soap/dancu');
    expect(last.body).toContain('xmlns:dan="http://dancuquocgia.bca"');
    expect(last.body).toContain('<soapenv:Body><dan:TraCuuThongTinCongDan><dan:MaYeuCau>');
    expect(last.body).toContain(
      '<dan:MaDVC>G15-TP110</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop><dan:MaCanBo>canbo.sim</dan:MaCanBo>' +
        '<dan:SoDinhDanh>097185000123</dan:SoDinhDanh></dan:TraCuuThongTinCongDan>',
    );
    expect(answers).toEqual([
      {
        ref: '1',
        candidates: [
          {
            number: '097185000123',
            oldCardNumber: null,
            formerNumbers: ['097085000999'],
            name: "H'SIM NIÊ",
            formerNames: ['NGUYỄN THỊ SIM'],
            sex: 'FEMALE',
            birth: { year: 1985 },
            status: 'ACTIVE',
          },
        ],
      },
    ]);
  });

  it('reads an address only when it was asked for', async () => {
    const residence = '<dc:ThuongTru><dc:ChiTiet>thôn 1, xã Sim</dc:ChiTiet></dc:ThuongTru>';
    play = reply((xml) => xml.replace(/<dc:ThuongTru>.*?<\/dc:ThuongTru>/s, residence));
    const [plain] = await lookup();
    expect(plain?.candidates[0]).not.toHaveProperty('address');
    const [asked] = await lookup({ ...NUMBER, withAddress: true });
    expect(asked?.candidates[0]?.address).toEqual({ text: 'thôn 1, xã Sim', formerText: null });
    play = reply();
    expect((await lookup({ ...NUMBER, withAddress: true }))[0]?.candidates[0]?.address).toBeNull();
  });

  it('escapes what it sends', async () => {
    play = reply(undefined, EMPTY);
    await lookup({ by: 'NAME_AND_BIRTH', name: `H'SIM <&>\u0001`, birth: { year: 1985, month: 3, day: 7 } });
    expect(last.body).toContain('<dan:HoVaTen>H&apos;SIM &lt;&amp;&gt;</dan:HoVaTen>');
    expect(last.body).toContain('<dan:NgayThangNam>19850307</dan:NgayThangNam>');
  });

  it('knows "not found" in both forms that the field shows', async () => {
    play = reply(undefined, EMPTY);
    await expect(lookup()).resolves.toEqual([{ ref: '1', candidates: [] }]);
    const blank = '<CongDan><SoDinhDanh/><HoVaTen><Ten></Ten></HoVaTen></CongDan></CongdanCollection>';
    play = reply(
      (xml) => xml.replace('SoCongDan="0"', 'SoCongDan="1"').replace('/></s:Body>', `>${blank}</s:Body>`),
      EMPTY,
    );
    await expect(lookup()).resolves.toEqual([{ ref: '1', candidates: [] }]);
  });

  const fault =
    (status: number, code: string, who = 'Client', headers: Record<string, string> = {}): Play =>
    (_, response) =>
      response.writeHead(status, headers).end(
        `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:${who}</faultcode>
          <faultstring>097185000123</faultstring><detail><Loi><MaLoi>${code}</MaLoi></Loi></detail></e:Fault></e:Body></e:Envelope>`,
      );

  it.each<[string, Play, Error]>([
    ['004', fault(500, '004'), new SourceRejected('004')],
    ['005', fault(500, '005'), new SourceRejected('005')],
    ['a wrong digest', fault(401, 'AUTH_FAILED'), new SourceRejected('AUTH_FAILED')],
    ['a clock that is off', fault(401, 'STALE_TIMESTAMP'), new SourceRejected('STALE_TIMESTAMP')],
    ['a person instead of a code', fault(500, '097185000123'), new SourceRejected('SOAP_CLIENT')],
    ['a clash of ids', fault(500, 'DUPLICATE_REQUEST_ID'), new SourceUnavailable('DUPLICATE_REQUEST_ID')],
    ['their own trouble', fault(500, 'UPSTREAM_ERROR', 'Server'), new SourceUnavailable('HTTP_500')],
    [
      'a quota',
      fault(429, 'RATE_LIMITED', 'Client', { 'retry-after': '7' }),
      new SourceUnavailable('THROTTLED', 7),
    ],
    [
      'maintenance',
      fault(503, 'UNAVAILABLE', 'Server', { 'retry-after': '2' }),
      new SourceUnavailable('HTTP_503', 2),
    ],
    [
      'a page of a proxy',
      (_, response) => response.writeHead(502).end('<html>'),
      new SourceUnavailable('HTTP_502'),
    ],
    ['a cut connection', (_, response) => response.destroy(), new SourceUnavailable('CONNECTION')],
  ])('tells whose fault it is: %s', async (_, played, error) => {
    play = played;
    const caught = await lookup().catch((reason: Error) => reason);
    expect(caught).toMatchObject({ ...error, message: error.message });
    expect(JSON.stringify(caught) + String((caught as Error).message)).not.toContain('097185000123');
  });

  it.each<[string, Play]>([
    ['half a body', reply((xml) => xml.slice(0, xml.length / 2))],
    ['two documents', reply((xml) => xml + xml.replace(/<\?.*?\?>/, ''))],
    ['a document type', reply((xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>'))],
    ['an entity of its own', reply((xml) => xml.replace('NGUYỄN', '&hop;'))],
    ['no envelope', reply(() => '<CongdanCollection SoCongDan="0"/>')],
    ['a page', reply(() => '<html><body/></html>')],
    ['nothing', reply(() => '')],
    ['an answer to another request', reply((xml) => xml.replace('REQUEST-ID', 'other'))],
    ['a citizen lost', reply((xml) => xml.replace(/<dc:CongDan>[\s\S]*<\/dc:CongDan>/, ''))],
    ['more citizens than promised', reply((xml) => xml.replace('SoCongDan="1"', 'SoCongDan="0"'))],
    ['the record of somebody else', reply((xml) => xml.replace('097185000123', '097185000124'))],
    ['a sex that is none', reply((xml) => xml.replace('<dc:GioiTinh>2', '<dc:GioiTinh>7'))],
    ['a status that is none', reply((xml) => xml.replace('BINH_THUONG', 'KHAC'))],
    [
      'a field twice',
      reply((xml) => xml.replace('<dc:GioiTinh>', '<dc:GioiTinh>1</dc:GioiTinh><dc:GioiTinh>')),
    ],
  ])('never takes %s for an answer', async (_, played) => {
    play = played;
    await expect(lookup()).rejects.toBeInstanceOf(SourceContractBroken);
  });

  it('ends a dripping answer at its deadline', async () => {
    play = (_, response) => {
      response.write('<');
    };
    await expect(lookup(NUMBER, AbortSignal.timeout(100))).rejects.toMatchObject({ reason: 'TIMEOUT' });
  });

  it('does not unpack what it did not ask for', async () => {
    play = (_, response) => {
      response.setHeader('content-encoding', 'gzip').end('bomb');
    };
    await expect(lookup()).rejects.toBeInstanceOf(SourceContractBroken);
  });
});
