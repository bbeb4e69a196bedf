/** Requests that were left at the source do not fill its hundred places: neither this worker's, whose answers were lost, nor a killed one's. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Pool } from 'undici';
import { openPool } from '../http-exchange';
import { SourceUnavailable } from '../errors';
import { RequestFamily } from './request-family';

interface Envelope {
  readonly header: { readonly msg_id: string };
  readonly data: { readonly MaYeuCau?: string };
}

const MOST_KEPT = 100;
const REQUESTS = [{ ref: '1', key: { by: 'NUMBER', number: '097185000123' } }] as const;

describe('RequestFamily', () => {
  const kept = new Set<string>();
  /** The operation that never reaches the source, and the one whose answer is cut off after it was done. */
  let unheard = '';
  let lost = '';
  let listings = 0;
  let now = 0;
  let server: Server;
  let pool: Pool;

  /** What the source does, as far as a list that is done at once needs it. */
  function answerTo(name: string, { MaYeuCau = '' }: Envelope['data']): object | null {
    const state = (id: string) => ({ MaYeuCau: id, TrangThai: 'HOAN_THANH' });
    if (name === 'GetRequests') {
      listings += 1;
      return { DanhSach: [...kept].map(state) };
    }
    if (name === 'SubmitRequest') {
      if (kept.size >= MOST_KEPT) return null;
      const id = `r${Math.random().toString(36).slice(2)}`;
      kept.add(id);
      return state(id);
    }
    if (name === 'DeleteRequest') kept.delete(MaYeuCau);
    return { ...state(MaYeuCau), DanhSach: [{ IdBanGhi: '1', UngVien: [] }] };
  }

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      void json(incoming).then((body) => {
        const { header, data } = body as Envelope;
        const name = (incoming.url ?? '').split('/').at(-1) ?? '';
        const answer = name === unheard ? null : answerTo(name, data);
        if (name === unheard || name === lost) return void response.destroy();
        if (answer === null) return void response.writeHead(429, { 'retry-after': '60' }).end();
        response.end(
          JSON.stringify({
            header: { request_msg_id: header.msg_id },
            status: { code: 'CM_SUCCESS' },
            data: answer,
          }),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    pool = openPool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 6);
  });

  afterAll(async () => {
    await pool.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  beforeEach(() => {
    kept.clear();
    unheard = lost = '';
    listings = 0;
  });

  const openFamily = () => {
    const family = new RequestFamily(() => now);
    const context = { purpose: 'TEST-01', correlationId: 'run-1', signal: AbortSignal.timeout(10_000) };
    return () => family.lookUp({ pool, officer: 'sim', context }, REQUESTS);
  };

  it('leaves nothing behind on a good line, and does not look for it again', async () => {
    const lookUp = openFamily();
    for (let again = 0; again < 5; again += 1) {
      await expect(lookUp()).resolves.toEqual([{ ref: '1', candidates: [] }]);
      now += 61_000;
    }
    expect([kept.size, listings]).toEqual([0, 1]);
  });

  it.each([
    ['a lost answer', () => (lost = 'SubmitRequest')],
    ['a deletion that did not arrive', () => (unheard = 'DeleteRequest')],
  ])('clears away what %s left', async (_, trouble) => {
    const lookUp = openFamily();
    trouble();
    for (let again = 0; again < 3; again += 1) await lookUp().catch(() => {});
    expect(kept.size).toBe(3);
    unheard = lost = '';
    now += 61_000;
    await lookUp();
    // Seen for the first time: they might be another worker's.
    expect(kept.size).toBe(3);
    now += 61_000;
    await lookUp();
    expect(kept.size).toBe(0);
  });

  it('finds its way back when the places were full', async () => {
    for (let place = 0; place < MOST_KEPT; place += 1) kept.add(`left-${place}`);
    const lookUp = openFamily();
    await expect(lookUp()).rejects.toBeInstanceOf(SourceUnavailable);
    now += 61_000;
    await expect(lookUp()).resolves.toEqual([{ ref: '1', candidates: [] }]);
    expect(kept.size).toBe(0);
  });
});
