/** Alerts end to end: raised and cleared with time driven, one a subject, silenced by maintenance, told on the socket. */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { evaluateAlerts } from '../../src/services/alerts/evaluate-alerts';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeRun } from '../support/run-rows';
import { waitFor } from '../support/wait-for';
import { watchByHand } from '../support/watch-by-hand';

describe('alerts', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    await addConnector();
  });
  afterAll(() => gateway.close());

  const { now, look, ask, addConnector, setHealth } = watchByHand(() => gateway);
  const living = async (rule: string, key = gateway.keys.viewer) =>
    (await ask('alerts', { where: { rule: { eq: rule }, state: { ne: 'CLEARED' } } }, key)).alerts.nodes;
  /** The province was asked at `now` and last answered `minutes` before. */
  const setSilence = (locality: string, minutes: number) =>
    gateway.db.query(
      `update ioc_node set stage = 'CONNECTED', last_attempt_at = $2, last_sync_at = $2::timestamptz - make_interval(mins => $3),
         simulated = true where locality_code = $1`,
      [locality, new Date(now()), minutes],
    );

  it('are raised after their time, acknowledged, and cleared after their time, with every step kept', async () => {
    await setHealth('DOWN');
    expect(await look()).toEqual({ raised: 0, cleared: 0 });
    expect(await living('CONNECTOR_DOWN')).toMatchObject([{ state: 'PENDING', raisedAt: null }]);
    expect(await look(59)).toMatchObject({ raised: 0 });
    expect(await look(1)).toMatchObject({ raised: 1 });
    const [alert] = await living('CONNECTOR_DOWN');
    expect(alert).toMatchObject({
      state: 'OPEN',
      severity: 'CRITICAL',
      summary: { vi: 'Nguồn không trả lời: IOC các tỉnh.' },
      locality: null,
      simulated: true,
    });
    const { acknowledgeAlert } = await ask(
      'acknowledge-alert',
      { id: alert.id, note: 'đang gọi' },
      gateway.keys.operator,
    );
    expect(acknowledgeAlert).toMatchObject({
      state: 'ACKNOWLEDGED',
      acknowledgedBy: 'test',
      note: 'đang gọi',
    });
    const again = await ask('acknowledge-alert', { id: alert.id }, gateway.keys.operator);
    expect(again.acknowledgeAlert.code).toBe('ALERT_NOT_OPEN');
    expect(await look(5)).toEqual({ raised: 0, cleared: 0 });
    await setHealth('UP');
    await look(5);
    expect(await look(59)).toMatchObject({ cleared: 0 });
    expect(await look(1)).toMatchObject({ cleared: 1 });
    const { alerts } = await ask('alerts', { where: { rule: { eq: 'CONNECTOR_DOWN' } } });
    expect(alerts.nodes[0]).toMatchObject({ id: alert.id, state: 'CLEARED' });
    expect(
      alerts.nodes[0].events.map(({ event, by }: { event: string; by: string | null }) => [event, by]),
    ).toEqual([
      ['RAISED', null],
      ['ACKNOWLEDGED', 'test'],
      ['CLEARED', null],
    ]);
  });

  it('tell of a province that falls silent and comes back, to those who may see it', async () => {
    await setSilence('79', 180);
    await setSilence('01', 15);
    await look();
    expect(await look(60)).toMatchObject({ raised: 1 });
    const [alert] = await living('IOC_SILENT', gateway.keys.provincial);
    expect(alert).toMatchObject({
      subjectKey: '79',
      summary: { vi: 'IOC im lặng: Thành phố Hồ Chí Minh (180 phút không có dữ liệu).' },
      locality: { code: '79' },
    });
    // Between the marks it stays.
    await setSilence('79', 70);
    await look(300);
    expect(await living('IOC_SILENT')).toMatchObject([{ state: 'OPEN', value: 70 }]);
    await setSilence('79', 0);
    await look(1);
    expect(await look(60)).toMatchObject({ cleared: 1 });
    const flat = await ask('alerts-flat', {
      where: { subject: { eq: '79' } },
      since: new Date(Date.now() - 60_000),
    });
    expect(flat.alertsFlat).toMatchObject([{ rule: 'IOC_SILENT', state: 'CLEARED', locality: '79' }]);
    await setSilence('01', 500);
    await look();
    await look(60);
    expect(await living('IOC_SILENT', gateway.keys.provincial)).toEqual([]);
    await setSilence('01', 0);
    await look();
    await look(60);
  });

  it('are one for a subject, however many look at once', async () => {
    await setHealth('DOWN');
    await look();
    const later = new Date(now() + 60_000);
    const looks = await Promise.all(Array.from({ length: 4 }, () => evaluateAlerts(gateway.db, later)));
    await look(60);
    expect(looks.filter((seen) => seen !== null).reduce((sum, seen) => sum + seen.raised, 0)).toBe(1);
    expect(await living('CONNECTOR_DOWN')).toHaveLength(1);
    await setHealth('UP');
    await look();
    await look(60);
  });

  it('wait while their subject is muted or in a maintenance window', async () => {
    const day = 86_400_000;
    const until = new Date(now() + 2 * 3_600_000).toISOString();
    const { addMaintenanceWindow } = await ask(
      'add-maintenance-window',
      {
        input: {
          rule: 'CONNECTOR_DOWN',
          startsAt: new Date(now()).toISOString(),
          endsAt: until,
          reason: 'nâng cấp',
        },
      },
      gateway.keys.steward,
    );
    expect(addMaintenanceWindow).toMatchObject({ endsAt: until });
    await setHealth('DOWN');
    await look();
    expect(await look(3_600)).toMatchObject({ raised: 0 });
    await look(3_601);
    expect(await look(60)).toMatchObject({ raised: 1 });
    const [alert] = await living('CONNECTOR_DOWN');
    const mute = { id: alert.id, until: new Date(Date.now() + day).toISOString(), reason: 'đã biết' };
    expect((await ask('mute-alert', mute, gateway.keys.steward)).muteAlert).toMatchObject({ muted: true });
    const { maintenanceWindows } = await ask('alert-settings');
    expect(maintenanceWindows).toContainEqual(
      expect.objectContaining({ rule: 'CONNECTOR_DOWN', subjectKey: 'ioc', reason: 'đã biết', by: 'test' }),
    );
    const muted = maintenanceWindows.find(({ reason }: { reason: string }) => reason === 'đã biết');
    const ended = await ask('end-maintenance-window', { id: muted.id }, gateway.keys.steward);
    expect(Date.parse(ended.endMaintenanceWindow.endsAt)).toBeLessThanOrEqual(Date.now());
    const bad = { input: { endsAt: '2020-01-01T00:00:00Z', reason: 'x' } };
    expect((await ask('add-maintenance-window', bad, gateway.keys.steward)).addMaintenanceWindow.code).toBe(
      'WINDOW_INVALID',
    );
    await setHealth('UP');
    await look();
    await look(60);
  });

  it('follow their marks as an administrator sets them, and stop when a rule is switched off', async () => {
    const { runId } = await writeRun(gateway.db, { localityCode: '79', state: 'FAILED_SYSTEM' });
    await gateway.db.query('update run set finished_at = $2 where id = $1', [runId, new Date(now())]);
    expect(await look()).toMatchObject({ raised: 1 });
    expect(await living('RUN_FAILED')).toMatchObject([{ locality: { code: '79' }, subjectKey: 'VERIFY:79' }]);
    const set = async (code: string, input: object) =>
      (await ask('set-alert-rule', { code, input }, gateway.keys.admin)).setAlertRule;
    expect(await set('RUN_FAILED', { enabled: false })).toMatchObject({
      enabled: false,
      severity: 'WARNING',
    });
    expect(await look()).toMatchObject({ cleared: 1 });
    expect((await set('IOC_SILENT', { clearAt: 500 })).code).toBe('ALERT_MARKS_CROSSED');
    expect((await set('NONE', {})).code).toBe('ALERT_RULE_NOT_FOUND');
  });

  it('tell of a schedule whose slot has passed, unless it is paused', async () => {
    await gateway.db.query(
      `insert into schedule (id, connector_key, locality_code, cron, next_at) values ('sync-ioc-VN', 'ioc', 'VN', '0 * * * *', $1)`,
      [new Date(now())],
    );
    expect(await look(14 * 60)).toMatchObject({ raised: 0 });
    expect(await look(60)).toMatchObject({ raised: 1 });
    expect(await living('SCHEDULE_LATE')).toMatchObject([
      {
        subjectKey: 'sync-ioc-VN',
        summary: { vi: 'Lịch chạy trễ: IOC các tỉnh, Cả nước (15 phút trễ).' },
        locality: null,
      },
    ]);
    await gateway.db.query(`update schedule set paused = true`);
    expect(await look()).toMatchObject({ cleared: 1 });
  });

  it('are told on the socket as they are raised, beside cells and connectors that change', async () => {
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${gateway.keys.viewer}` },
      retryAttempts: 0,
    });
    try {
      const follow = (operation: string, variables: Record<string, unknown> = {}) => {
        const events = client.iterate<Record<string, object>>({ query: readOperation(operation), variables });
        return { next: async () => (await events.next()).value?.data, end: () => events.return?.() };
      };
      const alerts = follow('alert-raised', { leastSeverity: 'CRITICAL' });
      const cells = follow('cell-changed', { assessment: 'VN.2025-H2' });
      const connectors = follow('connector-health-changed');
      const heard = [alerts.next(), cells.next(), connectors.next()];
      await joined(gateway, 3);
      await setHealth('DOWN');
      await look();
      await look(60);
      const id = 'VN.2025-H2/E.2/GAP_UNSERVED';
      await ask(
        'set-cell-status',
        { id, version: 1, status: 'NOT_YET', reason: 'IOC thử nghiệm' },
        gateway.keys.operator,
      );
      expect(await Promise.all(heard)).toMatchObject([
        { alertRaised: { rule: 'CONNECTOR_DOWN', severity: 'CRITICAL' } },
        { cellChanged: { id, status: 'NOT_YET', statusSource: 'DECLARED' } },
        { connectorHealthChanged: { id: 'ioc', health: { state: 'DOWN' } } },
      ]);
      const nowhere = client.iterate({
        query: readOperation('cell-changed'),
        variables: { assessment: 'VN.1999-H1' },
      });
      expect((await nowhere.next()).value).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    } finally {
      await client.dispose();
      await setHealth('UP');
      await look();
      await look(60);
    }
  });
});

/** Until so many subscriptions have taken their first look. */
async function joined(gateway: TestGateway, count: number): Promise<void> {
  await waitFor(
    async () => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      return Number(/hub06_subscriptions (\d+)/.exec(text)?.[1]) === count;
    },
    { what: 'the subscriptions to begin' },
  );
}
