/** Files into the gateway: who may send them, how they travel, what they become, and what becomes of those that break off. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { signUpload } from '../../src/services/keys/hub-secret';
import { readOperation } from '../support/example-operation';
import { openTestGateway, TEST_SECRET, type TestGateway } from '../support/gateway';
import { waitFor } from '../support/wait-for';

const CSV = 'Họ và tên,Số định danh\nNguyễn Thị Thử,001085000001\n';
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

interface Place {
  id: string;
  url: string;
  method: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
}

describe('uploads to the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  const announce = async (key = gateway.keys.operator): Promise<Place> => {
    const input = { filename: 'people.csv', bytes: Buffer.byteLength(CSV) };
    const { data } = await gateway.ask(readOperation('create-upload'), { input }, { key });
    return data.createUpload as Place;
  };
  const send = (place: Place, headers: Record<string, string>, body = CSV) =>
    fetch(place.url, { method: 'PUT', headers, body });
  const withToken = (place: Place) =>
    Object.fromEntries(place.headers.map(({ name, value }) => [name, value]));
  const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

  describe('an upload', () => {
    it('is announced with a place on the very host that was asked', async () => {
      const place = await announce();
      expect(place).toMatchObject({ url: `${gateway.url}/uploads/${place.id}`, method: 'PUT' });
      expect(place.headers).toEqual([{ name: 'x-hub06-upload-token', value: expect.any(String) }]);
      expect(Date.parse(place.expiresAt)).toBeGreaterThan(Date.now());
    });

    it('is taken in with its token, and answered with size and checksum', async () => {
      const place = await announce();
      const response = await send(place, withToken(place));
      expect([response.status, await response.json()]).toEqual([
        201,
        { bytes: Buffer.byteLength(CSV), sha256: sha256(CSV) },
      ]);
    });

    it('is taken in with the key of whoever announced it', async () => {
      const place = await announce();
      expect((await send(place, withKey(gateway.keys.operator))).status).toBe(201);
      expect((await send(place, withKey(gateway.keys.admin))).status).toBe(201);
    });

    it.each([
      ['without anything', () => ({}), 401],
      [
        'with a wrong token',
        () => ({ 'x-hub06-upload-token': '9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
        401,
      ],
      ['with the token of another upload', async () => withToken(await announce()), 401],
      ['with a wrong key', () => withKey('nonsense'), 401],
      ['with the key of a viewer', () => withKey(gateway.keys.viewer), 403],
      ['with the key of another operator', () => withKey(gateway.keys.provincial), 403],
    ])('is refused %s', async (_, headers, status) => {
      const place = await announce();
      const response = await send(place, (await Promise.resolve(headers())) as Record<string, string>);
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({
        code: status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN',
        message: expect.any(String),
        requestId: expect.any(String),
      });
    });

    it('is refused when its token has expired', async () => {
      const place = await announce();
      const late = {
        'x-hub06-upload-token': signUpload(TEST_SECRET, place.id, new Date(Date.now() - 1_000)),
      };
      expect((await send(place, late)).status).toBe(401);
    });

    it('is refused when it was never announced, has expired or was used', async () => {
      const id = randomUUID();
      const token = { 'x-hub06-upload-token': signUpload(TEST_SECRET, id, new Date(Date.now() + 60_000)) };
      const none = await fetch(`${gateway.url}/uploads/${id}`, { method: 'PUT', headers: token, body: CSV });
      expect([none.status, ((await none.json()) as { code: string }).code]).toEqual([
        404,
        'UPLOAD_NOT_FOUND',
      ]);
      const strange = await fetch(`${gateway.url}/uploads/..%2f..%2fetc`, {
        method: 'PUT',
        headers: withKey(gateway.keys.admin),
        body: CSV,
      });
      expect(strange.status).toBe(404);
      const place = await announce();
      await gateway.db.query(`update upload set expires_at = now() - interval '1 second' where id = $1`, [
        place.id,
      ]);
      expect((await send(place, withToken(place))).status).toBe(410);
      await gateway.db.query(
        `update upload set expires_at = now() + interval '1 hour', state = 'IMPORTED' where id = $1`,
        [place.id],
      );
      expect((await send(place, withToken(place))).status).toBe(409);
    });

    it('of more than a gibibyte is refused before it is read', async () => {
      const place = await announce();
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
      const heard = new Promise<string>((resolve) => {
        let text = '';
        socket.on('data', (data: Buffer) => (text += data.toString())).once('close', () => resolve(text));
      });
      socket.write(
        `PUT /uploads/${place.id} HTTP/1.1\r\nHost: hub\r\nContent-Length: 99999999999\r\n${place.headers[0]!.name}: ${place.headers[0]!.value}\r\n\r\nx`,
      );
      expect(await heard).toMatch(/^HTTP\/1\.1 413 /);
    });

    it('that breaks off leaves nothing, and can be sent again', async () => {
      const place = await announce();
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
      socket.on('error', () => {});
      const head = `PUT /uploads/${place.id} HTTP/1.1\r\nHost: hub\r\nContent-Length: 2000000\r\n${place.headers[0]!.name}: ${place.headers[0]!.value}\r\n\r\n`;
      socket.write(Buffer.concat([Buffer.from(head), randomBytes(1_000_000)]));
      await waitFor(async () => (await openTransactions()).length > 0, {
        what: 'the upload to be under way',
      });
      socket.destroy();
      await waitFor(async () => (await openTransactions()).length === 0, {
        what: 'the upload to be given up',
      });
      const parts = await gateway.db.query('select 1 from upload_part where upload_id = $1', [place.id]);
      expect(parts).toEqual([]);
      expect((await send(place, withToken(place))).status).toBe(201);
    });

    it('beyond the sixth at once is asked to come again', async () => {
      const places = await Promise.all(Array.from({ length: 7 }, () => announce()));
      const sockets = places.slice(0, 6).map((place) => {
        const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
        socket.on('error', () => {});
        socket.write(
          `PUT /uploads/${place.id} HTTP/1.1\r\nHost: hub\r\nContent-Length: 10\r\n${place.headers[0]!.name}: ${place.headers[0]!.value}\r\n\r\nab`,
        );
        return socket;
      });
      const last = places[6]!;
      await waitFor(async () => (await openTransactions()).length === 6, { what: 'all places to be taken' });
      const refused = await send(last, withToken(last));
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('5');
      expect((await gateway.ask('{ me { role } }')).status).toBe(200);
      for (const socket of sockets) socket.destroy();
      await waitFor(async () => (await send(last, withToken(last))).status === 201, {
        what: 'a place to be free again',
      });
    });
  });

  describe('a dataset', () => {
    it('is made of an upload, with its columns understood', async () => {
      const place = await announce();
      await send(place, withToken(place));
      const input = { uploadId: place.id, name: 'Cư dân tháng 11' };
      const { data } = await gateway.ask(
        readOperation('create-dataset'),
        { input },
        { key: gateway.keys.operator },
      );
      expect(data.createDataset).toMatchObject({
        __typename: 'Dataset',
        name: 'Cư dân tháng 11',
        state: 'IMPORTING',
        rows: { physical: null, accepted: null, rejected: null },
        columns: [
          { header: 'Họ và tên', field: 'name' },
          { header: 'Số định danh', field: 'number' },
        ],
      });
      const again = await gateway.ask(
        readOperation('create-dataset'),
        { input },
        { key: gateway.keys.operator, headers: { 'accept-language': 'en' } },
      );
      expect(again.data.createDataset).toEqual({
        __typename: 'RefusedRequest',
        code: 'UPLOAD_ALREADY_USED',
        message: 'This upload already became a dataset. Upload the file again to make another one.',
      });
    });

    it('is made by whoever announced the upload or an administrator, and by nobody else', async () => {
      const place = await announce();
      await send(place, withToken(place));
      const makeAs = (key: string) =>
        gateway.ask(readOperation('create-dataset'), { input: { uploadId: place.id, name: 'a' } }, { key });
      expect((await makeAs(gateway.keys.provincial)).data.createDataset.code).toBe('UPLOAD_NOT_FOUND');
      expect((await makeAs(gateway.keys.admin)).data.createDataset.__typename).toBe('Dataset');
    });

    it('takes an explicit mapping, and refuses one that names no column', async () => {
      const place = await announce();
      await send(place, withToken(place));
      const make = (mapping: object) =>
        gateway.ask(
          readOperation('create-dataset'),
          { input: { uploadId: place.id, name: 'a', mapping } },
          { key: gateway.keys.operator },
        );
      expect((await make({ phone: 'Điện thoại' })).data.createDataset.code).toBe('COLUMN_NOT_FOUND');
      const { data } = await make({ oldCardNumber: 'Số định danh' });
      expect(data.createDataset.columns[1]).toEqual({ header: 'Số định danh', field: 'oldCardNumber' });
    });
  });

  const openTransactions = () =>
    gateway.db.query<object[]>(
      `select 1 from pg_stat_activity where datname = current_database()
         and application_name = 'hub06-gateway-files' and state = 'idle in transaction'`,
    );
});
