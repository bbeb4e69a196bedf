/** IOCs and schedules as served: within the key's locality, by the operations that the product ships, at one statement a level. */
import { execute, parse } from 'graphql';
import { Client } from 'pg';
import { createContext, type Hub } from '../../src/gateway/context';
import { getSchema } from '../../src/gateway/schema';
import { registerConnectors } from '../../src/services/sources/register-connectors';
import { seedSchedules } from '../../src/services/sources/seed-schedules';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';

describe('IOCs and schedules through the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    await seedSchedules(gateway.db);
    const manifest = { title: { vi: 'IOC', en: 'IOC' }, simulated: true, limits: {}, settingsSchema: {} };
    await registerConnectors(gateway.db, [
      { ...manifest, id: 'ioc', capabilities: ['HEARTBEAT', 'FEED'], dataClass: 'AGGREGATE' },
    ]);
    await gateway.db.query(
      `insert into ioc_stage_change (locality_code, at, from_stage, to_stage, why)
       values ('48', now(), 'NOT_STARTED', 'TRIAL', 'ON_TRIAL')`,
    );
    await gateway.db.query(
      `update ioc_node set stage = 'TRIAL', why = 'ON_TRIAL' where locality_code = '48'`,
    );
  });
  afterAll(() => gateway.close());

  const send = async (operation: string, variables: object, key = gateway.keys.steward) => {
    const { data, errors } = await gateway.ask(readOperation(operation), variables, { key });
    expect(errors).toEqual([]);
    return data;
  };

  it('shows every province with the feeds that it owes, and tells why each stands where it does', async () => {
    const { iocNodes } = await send('ioc-nodes', {});
    expect(iocNodes).toHaveLength(34);
    expect(iocNodes[0]).toMatchObject({
      stage: 'NOT_STARTED',
      why: { code: 'NEVER_SYNCED' },
      simulated: false,
    });
    expect(iocNodes[0].feeds).toHaveLength(6);
    const trial = await send('ioc-nodes', { where: { stage: { in: ['TRIAL', 'STALE'] } } });
    expect(trial.iocNodes.map((node: { locality: { code: string } }) => node.locality.code)).toEqual(['48']);
    const { iocNode } = await send('ioc-node', { locality: '48' });
    expect(iocNode).toMatchObject({ history: [{ from: 'NOT_STARTED', to: 'TRIAL' }], lastRun: null });
    expect((await send('ioc-node', { locality: '048' })).iocNode).toBeNull();
  });

  it('shows a key of one province that province alone', async () => {
    const { iocNodes } = await send('ioc-nodes', {}, gateway.keys.provincial);
    expect(iocNodes.map((node: { locality: { code: string } }) => node.locality.code)).toEqual(['79']);
    expect((await send('ioc-node', { locality: '48' }, gateway.keys.provincial)).iocNode).toBeNull();
    const started = await send(
      'start-sync',
      { input: { kind: 'SYNC', connector: 'ioc', locality: '48', idempotencyKey: 'k' } },
      gateway.keys.provincial,
    );
    expect(started.startRun.code).toBe('LOCALITY_NOT_FOUND');
  });

  it('lets a steward set, pause and resume a schedule, and an operator run it now', async () => {
    const id = 'sync-ioc-VN';
    const input = { connector: 'ioc', cron: '0 6 * * *', jitterSeconds: 0, catchUp: 'SKIP' };
    const { setSchedule } = await send('set-schedule', { input });
    expect(setSchedule).toMatchObject({ id, cron: '0 6 * * *', nextAt: expect.stringMatching(/T23:00:00/) });
    const wrong = await send('set-schedule', { input: { ...input, cron: '0 6 31 2 *' } });
    expect(wrong.setSchedule.code).toBe('CRON_INVALID');
    expect((await send('pause-schedule', { id })).pauseSchedule).toMatchObject({
      paused: true,
      nextAt: null,
    });
    const now = await send('trigger-schedule', { id }, gateway.keys.operator);
    expect(now.triggerSchedule).toMatchObject({ lastOutcome: 'STARTED', lastRun: { state: 'QUEUED' } });
    const again = await send('trigger-schedule', { id }, gateway.keys.operator);
    expect(again.triggerSchedule.code).toBe('SYNC_UNDER_WAY');
    expect((await send('resume-schedule', { id })).resumeSchedule).toMatchObject({ paused: false });
    const { schedules } = await send('schedules', {});
    expect(schedules.map((one: { id: string }) => one.id)).toContain('sync-lodging-VN');
    const { runs } = await send('runs', { where: { kind: { eq: 'SYNC' }, connector: { eq: 'ioc' } } });
    expect(runs.nodes).toMatchObject([{ kind: 'SYNC', progress: { done: 0, total: 34 } }]);
  });

  it('costs the same statements for one province and for all', async () => {
    const count = async (where: string) => {
      const query = `{ iocNodes(where: ${where}) { locality { code } lastRun { id } feeds { code } history(last: 5) { to } } }`;
      const spy = jest.spyOn(Client.prototype, 'query');
      try {
        const { db, config } = gateway;
        const holder = { id: '', role: 'VIEWER', localityCode: null, prefix: '' } as const;
        const caller = { requestId: '', language: 'vi', baseUrl: '', holder } as const;
        const contextValue = createContext({ db, config } as Hub, caller);
        const { errors } = await execute({ schema: getSchema(), document: parse(query), contextValue });
        expect(errors).toBeUndefined();
        return spy.mock.calls.length;
      } finally {
        spy.mockRestore();
      }
    };
    expect(await count('{}')).toBe(await count('{ locality: { eq: "48" } }'));
  });
});
