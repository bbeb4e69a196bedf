/** Webhooks: signed, sent again until they are taken, and never led to an address inside. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { endWebhook, makeWebhook, readWebhooks, sendTrial } from '../../src/cli/manage-webhooks';
import { createLog } from '../../src/log';
import { isWebhookSigned } from '../../src/services/alerts/webhook-signature';
import { openWebhookSender, type WebhookSender } from '../../workers/webhooks/deliver';
import { openTestGateway, TEST_SECRET, type TestGateway } from '../support/gateway';
import { watchByHand } from '../support/watch-by-hand';

const log = createLog({ process: 'test', level: 'silent' });

describe('webhooks', () => {
  let gateway: TestGateway;
  const { look, ask, addConnector, setHealth } = watchByHand(() => gateway);
  let receiver: Server;
  let sender: WebhookSender;
  let url: string;
  const taken: { headers: IncomingMessage['headers']; body: string }[] = [];
  let answerWith = 200;

  beforeAll(async () => {
    gateway = await openTestGateway({ HUB_WEBHOOK_HOSTS: '127.0.0.1' });
    await addConnector();
    receiver = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        taken.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
        response
          .writeHead(answerWith, answerWith === 302 ? { location: 'http://169.254.169.254/' } : {})
          .end('tốt');
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/canh-bao`;
    const { db, config } = gateway;
    sender = openWebhookSender({
      db,
      log,
      getSecret: () => TEST_SECRET,
      allowedHosts: config.webhookHosts,
    });
  });
  afterAll(async () => {
    await sender.close();
    receiver.closeAllConnections();
    receiver.close();
    await gateway.close();
  });

  const keep = async (input: object) => (await ask('set-webhook', { input }, gateway.keys.admin)).setWebhook;
  const due = () =>
    gateway.db.query(`update webhook_delivery set not_before = now() where state = 'WAITING'`);

  it('arrive signed, and are sent again until they are taken', async () => {
    const { secret, webhook } = await keep({ label: 'Trực IOC', url, leastSeverity: 'CRITICAL' });
    expect(secret).toMatch(/^whsec_/);
    const stored = await gateway.db.query(`select encode(sealed_secret, 'escape') as s, w.* from webhook w`);
    expect(JSON.stringify(stored)).not.toContain(secret);
    await setHealth('DOWN');
    await look();
    await look(60);
    answerWith = 503;
    expect(await sender.deliver()).toBe(1);
    expect(await sender.deliver()).toBe(0);
    answerWith = 302;
    await due();
    await sender.deliver();
    answerWith = 200;
    await due();
    await sender.deliver();
    expect(taken).toHaveLength(3);
    const { headers, body } = taken[2]!;
    const given = {
      timestamp: Number(headers['x-hub06-timestamp']),
      signature: String(headers['x-hub06-signature']),
      body,
      now: Date.now() / 1_000,
    };
    expect(isWebhookSigned(secret, given)).toBe(true);
    expect(isWebhookSigned(secret, { ...given, body: `${body} ` })).toBe(false);
    expect(isWebhookSigned(secret, { ...given, now: given.now + 301 })).toBe(false);
    expect(JSON.parse(body)).toMatchObject({
      id: headers['x-hub06-delivery'],
      type: 'alert.raised',
      alert: { rule: 'CONNECTOR_DOWN', severity: 'CRITICAL', subjectKey: 'ioc', simulated: true },
    });
    expect(new Set(taken.map(({ headers: each }) => each['x-hub06-delivery'])).size).toBe(1);
    const { webhooks } = await ask('webhooks', {}, gateway.keys.admin);
    expect(webhooks).toMatchObject([{ id: webhook.id, delivered: 1, waiting: 0, lastStatus: 200 }]);
    await setHealth('UP');
    await look();
    await look(60);
    await sender.deliver();
    expect(JSON.parse(taken[3]!.body)).toMatchObject({ type: 'alert.cleared' });
  });

  it('never lead inside: not by address, not by name', async () => {
    for (const address of [
      'https://127.0.0.2/x',
      'http://ioc.example.vn/x',
      'https://[::1]/x',
      'không phải địa chỉ',
    ]) {
      expect((await keep({ label: 'x', url: address })).code).toBe('WEBHOOK_URL_REFUSED');
    }
    const { webhook } = await keep({ label: 'tên dẫn vào trong', url: 'https://localhost:8443/x' });
    await ask('try-webhook', { id: webhook.id }, gateway.keys.admin);
    await sender.deliver();
    const { webhooks } = await ask('webhooks', {}, gateway.keys.admin);
    expect(webhooks).toContainEqual(
      expect.objectContaining({
        id: webhook.id,
        givenUp: 1,
        lastError: 'FORBIDDEN_ADDRESS',
        lastStatus: null,
      }),
    );
  });

  it('are made, tried and removed on the command line too', async () => {
    const config = { ...gateway.config, databaseUrl: gateway.database.url };
    const before = taken.length;
    const secret = await makeWebhook(config, { label: 'dòng lệnh', url, severity: 'INFO' });
    const made = (await readWebhooks(config)).find(({ label }) => label === 'dòng lệnh')!;
    await sendTrial(config, made.id);
    await sender.deliver();
    expect(taken).toHaveLength(before + 1);
    const { headers, body } = taken.at(-1)!;
    expect(JSON.parse(body)).toMatchObject({ type: 'hub.trial', alert: null });
    const timestamp = Number(headers['x-hub06-timestamp']);
    const signature = String(headers['x-hub06-signature']);
    expect(isWebhookSigned(secret, { timestamp, signature, body, now: timestamp })).toBe(true);
    await endWebhook(config, made.id);
    await expect(sendTrial(config, made.id)).rejects.toThrow();
    await expect(
      makeWebhook(config, { label: 'x', url: 'https://10.0.0.1/', severity: 'INFO' }),
    ).rejects.toThrow();
  });
});
