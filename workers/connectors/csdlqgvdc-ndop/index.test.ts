/** What goes out and how every kind of answer is read, against a small server that plays one prepared answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { type Connector, type LookupRequest } from '../contract';
import { connector } from './index';
import answerFixture from './__fixtures__/answer.json';

type Play = (request: Envelope, response: ServerResponse, incoming: IncomingMessage) => void;
interface Envelope {
  header: { msg_id: string };
  data: {
    DanhSach: { IdBanGhi: string; SoDinhDanh?: string }[];
    TruongYeuCau: string[];
    MaDVC: string;
  };
}

const REQUESTS: LookupRequest[] = [
  { ref: '1', key: { by: 'NUMBER', number: '097185000123' } },
  {
    ref: '2',
    key: { by: 'NAME_AND_BIRTH', name: 'NGUYỄN THỊ SIM', birth: { year: 1985, month: 3, day: 17 } },
  },
];

describe('csdlqgvdc-ndop', () => {
  let server: Server;
  let play: Play;
  let open: Connector;
  let last: { envelope: Envelope; headers: IncomingMessage['headers'] };

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      void text(incoming).then((body) => {
        const envelope = JSON.parse(body || '{}') as Envelope;
        last = { envelope, headers: incoming.headers };
        play(envelope, response, incoming);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open = connector.open({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      officer: 'sim',
      way: 'AT_ONCE',
    });
  });

  afterAll(async () => {
    await open.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const lookup = (signal = AbortSignal.timeout(5_000)) =>
    open.lookup(REQUESTS, { purpose: 'TEST-01', correlationId: 'run-1', signal });
  const reply = (change: (answer: typeof answerFixture) => unknown = (answer) => answer): Play => {
    return (request, response) => {
      const answer = structuredClone(answerFixture);
      answer.header.request_msg_id = request.header.msg_id;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(change(answer)));
    };
  };

  it('asks in the words of the wire and translates the answer', async () => {
    play = reply();
    const answers = await lookup();
    expect(last.envelope.data).toEqual({
      MaDVC: 'TEST-01',
      MaTichHop: '037',
      MaCanBo: 'sim',
      TruongYeuCau: [
        ...['SoDinhDanh', 'SoCMND', 'SoDinhDanhCu', 'HoVaTen', 'HoVaTenCu'],
        ...['GioiTinh', 'NgayThangNamSinh', 'TrangThai'],
      ],
      DanhSach: [
        { IdBanGhi: '1', SoDinhDanh: '097185000123' },
        { IdBanGhi: '2', HoVaTen: 'NGUYỄN THỊ SIM', NgayThangNamSinh: { NgayThangNam: '19850317' } },
      ],
    });
    expect(last.headers['x-correlation-id']).toBe('run-1');
    expect(answers).toEqual([
      {
        ref: '1',
        candidates: [
          {
            number: '097185000123',
            oldCardNumber: null,
            formerNumbers: [],
            name: 'NGUYỄN THỊ SIM',
            formerNames: [],
            sex: 'FEMALE',
            birth: { year: 1985, month: 3, day: 17 },
            status: 'ACTIVE',
          },
        ],
      },
      { ref: '2', candidates: [] },
    ]);
  });

  it('asks for addresses of those alone whose rows need one', async () => {
    const seen: { refs: string[]; fields: string[] }[] = [];
    play = (request, response) => {
      const { DanhSach, TruongYeuCau } = request.data;
      seen.push({ refs: DanhSach.map(({ IdBanGhi }) => IdBanGhi), fields: TruongYeuCau });
      const answer = structuredClone(answerFixture);
      answer.header.request_msg_id = request.header.msg_id;
      const list = answer.data.DanhSach.filter((one) =>
        DanhSach.some(({ IdBanGhi }) => IdBanGhi === one.IdBanGhi),
      );
      const [first] = list[0]?.UngVien ?? [];
      const places = {
        ThuongTru: { MaTinhThanh: '97', ChiTiet: 'thôn 1, xã Sim', ChiTietCu: 'thôn 1, xã Cũ' },
      };
      if (first) Object.assign(first, TruongYeuCau.includes('ThuongTru') ? places : {});
      response.end(JSON.stringify(withList(answer, list)));
    };
    const call = { purpose: 'DOI_SOAT', correlationId: 'run-1', signal: AbortSignal.timeout(5_000) };
    const [named, numbered] = [REQUESTS[1]!, REQUESTS[0]!];
    const withAddress: LookupRequest = { ...numbered, key: { ...numbered.key, withAddress: true } };
    const answers = await open.lookup([withAddress, named], call);
    expect(seen.map(({ refs, fields }) => [refs, fields.includes('ThuongTru')])).toEqual(
      expect.arrayContaining([
        [['1'], true],
        [['2'], false],
      ]),
    );
    expect(answers.find(({ ref }) => ref === '1')?.candidates[0]).toMatchObject({
      address: { text: 'thôn 1, xã Sim', formerText: 'thôn 1, xã Cũ' },
    });
  });

  const status = (code: number, body: object = {}, headers: Record<string, string> = {}): Play => {
    return (_, response) => response.writeHead(code, headers).end(JSON.stringify(body));
  };

  it.each<[string, Play, object]>([
    ['429 with seconds', status(429, {}, { 'retry-after': '7' }), new SourceUnavailable('THROTTLED', 7)],
    ['503', status(503), new SourceUnavailable('HTTP_503')],
    ['a cut connection', (_, response) => response.destroy(), new SourceUnavailable('CONNECTION')],
    ['005', status(403, { status: { code: '005' } }), new SourceRejected('005')],
    [
      '400',
      status(400, { status: { code: 'CM_INVALID_REQUEST' } }),
      new SourceRejected('CM_INVALID_REQUEST'),
    ],
    [
      'a text instead of a code',
      status(400, { status: { code: 'bad name X' } }),
      new SourceRejected('HTTP_400'),
    ],
  ])('tells whose fault it is: %s', async (_, played, error) => {
    play = played;
    await expect(lookup()).rejects.toMatchObject({ ...error, message: (error as Error).message });
  });

  it.each<[string, Play]>([
    ['half a body', (_, response) => response.end('{"header":{"ver')],
    [
      'an answer to another request',
      reply((answer) => ({ ...answer, header: { ...answer.header, request_msg_id: 'x' } })),
    ],
    ['an answer missing', reply((answer) => withList(answer, answer.data.DanhSach.slice(1)))],
    [
      'an answer twice',
      reply((answer) => withList(answer, [answer.data.DanhSach[0], answer.data.DanhSach[0]])),
    ],
    [
      'the record of somebody else',
      reply((answer) => {
        const [first] = answer.data.DanhSach[0]?.UngVien ?? [];
        if (first) first.SoDinhDanh = '097185000124';
        return answer;
      }),
    ],
    [
      'somebody of another name, born that day',
      reply((answer) => {
        const [first, second] = answer.data.DanhSach;
        const stranger = structuredClone(first?.UngVien[0]);
        if (second && stranger) {
          stranger.HoVaTen.Ten = 'TRẦN THỊ SIM';
          second.UngVien = [stranger] as never[];
        }
        return answer;
      }),
    ],
    ['an error in a 200', reply((answer) => ({ ...answer, status: { code: 'CM_INTERNAL' } }))],
  ])('never takes %s for an answer', async (_, played) => {
    play = played;
    await expect(lookup()).rejects.toBeInstanceOf(SourceContractBroken);
  });

  it('ends a dripping answer at its deadline', async () => {
    play = (_, response) => {
      response.write('{');
    };
    await expect(lookup(AbortSignal.timeout(100))).rejects.toMatchObject({ reason: 'TIMEOUT' });
  });

  it('keeps personal values out of its errors', async () => {
    play = status(400, { status: { code: '097185000123' } });
    const error = await lookup().catch((reason: Error) => reason);
    expect(JSON.stringify(error) + String((error as Error).message)).not.toContain('097185000123');
  });
});

function withList(answer: typeof answerFixture, list: unknown[]) {
  return { ...answer, data: { ...answer.data, DanhSach: list } };
}
