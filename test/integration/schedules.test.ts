/** Schedules on either queue: a slot fires once, missed ones as the policy says, and a wiped queue loses nothing. Time is driven. */
import { Queue } from 'bullmq';
import { listSchedules } from '../../src/db/queries/list-schedules';
import { registerConnectors } from '../../src/services/sources/register-connectors';
import { fireDueSchedules } from '../../src/services/sources/fire-schedules';
import { ageNodes } from '../../src/services/sources/age-nodes';
import { seedSchedules } from '../../src/services/sources/seed-schedules';
import {
  deleteSchedule,
  pauseSchedule,
  setSchedule,
  triggerSchedule,
} from '../../src/services/sources/set-schedule';
import { ALARM_QUEUE } from '../../src/jobs/alarm-clock';
import { queueConnection } from '../../src/jobs/backend';
import { createLog } from '../../src/log';
import { keepSchedules, type KeptSchedules, type Pace } from '../../workers/keep-schedules';
import { backends } from '../support/backends';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const MINUTE = 60_000;
const FIRST_NOON = Date.parse('2026-11-01T12:00:00+07:00');
const DAY = 24 * 60 * MINUTE;
const log = createLog({ process: 'test', level: 'silent' });
const NEVER: Pace = { everyMs: 3_600_000, setAgainMs: 0 };
const OFTEN: Pace = { everyMs: 50, setAgainMs: 100 };

describe.each(backends())('schedules on $name', (backend) => {
  let hub: TestHub;
  let queue: Queue;
  let kept: KeptSchedules | null = null;
  /** Another day for each test: a slot is fired once for ever. */
  let noon = FIRST_NOON;
  let now = noon;

  beforeAll(async () => {
    hub = await openTestHub({ databaseUrl: (await cloneDatabase()).url, redisUrl: backend.redisUrl() });
    const { connection, factory } = queueConnection(hub.config);
    queue = new Queue(ALARM_QUEUE, { connection }, factory);
    await registerConnectors(
      hub.db,
      ['ioc', 'lodging'].map((id) => ({
        id,
        title: { vi: id, en: id },
        capabilities: ['AGGREGATE'],
        simulated: true,
        dataClass: 'AGGREGATE' as const,
        limits: {},
        settingsSchema: {},
      })),
    );
  });
  beforeEach(async () => {
    noon += DAY;
    now = noon;
    await hub.db.query('delete from schedule');
    await endRuns();
  });
  afterEach(async () => {
    await kept?.close();
    kept = null;
  });
  afterAll(async () => {
    await queue.close();
    await hub.close();
  });

  const keep = (pace: Pace) => {
    const { db, doorbell } = hub;
    kept = keepSchedules({ db, doorbell, log, now: () => now }, hub.config, pace);
  };
  const set = async (connector: string, more: object = {}) =>
    accepted(await setSchedule(hub.db, hub.actor, { connector, cron: '*/15 * * * *', ...more }, now))
      .scheduleId;
  const one = async (id: string) => (await listSchedules(hub.db, { localityCode: null }, [id]))[0]!;
  const endRuns = () =>
    hub.db.query(`update run set state = 'SUCCEEDED', finished_at = now() where kind = 'SYNC'`);
  const countRuns = async (connector: string) =>
    (await hub.db.query<object[]>('select 1 from run where connector_key = $1', [connector])).length;
  const fire = () => fireDueSchedules(hub.db, hub.doorbell, now);
  const alarms = async () =>
    (await queue.getJobSchedulers()).map(({ key, pattern, tz }) => `${key} ${pattern} ${tz}`);

  it('fires a slot once, however many look at once, and as nobody’s run', async () => {
    const id = await set('ioc');
    expect((await one(id)).nextAt).toEqual(new Date(noon + 15 * MINUTE));
    expect(await fire()).toEqual([]);
    now += 15 * MINUTE;
    const before = await countRuns('ioc');
    const fired = (await Promise.all([fire(), fire(), fire()])).flat();
    expect(fired).toEqual([id]);
    expect(await countRuns('ioc')).toBe(before + 1);
    const { lastOutcome, lastRunId, nextAt } = await one(id);
    expect([lastOutcome, nextAt]).toEqual(['STARTED', new Date(noon + 30 * MINUTE)]);
    const [run] = await hub.db.query<object[]>(
      'select kind, locality_code as locality, requested_by_id as by from run where id = $1',
      [lastRunId],
    );
    expect(run).toEqual({ kind: 'SYNC', locality: 'VN', by: null });
  });

  it('never runs two at once for a connector, and makes up for what was missed as it was told', async () => {
    const [once, skip] = [await set('ioc'), await set('lodging', { catchUp: 'SKIP' })];
    now += 15 * MINUTE;
    await fire();
    now += 15 * MINUTE;
    await fire();
    expect((await one(once)).lastOutcome).toBe('BUSY');
    await endRuns();
    const before = [await countRuns('ioc'), await countRuns('lodging')];
    // The hub was away for a night.
    now += 600 * MINUTE;
    await fire();
    expect([await countRuns('ioc'), await countRuns('lodging')]).toEqual([before[0]! + 1, before[1]]);
    expect((await one(skip)).lastOutcome).toBe('SKIPPED');
    for (const id of [once, skip]) expect((await one(id)).nextAt.getTime()).toBe(now + 15 * MINUTE);
  });

  it('holds paused ones, runs one on demand, and says why it cannot', async () => {
    const id = await set('ioc', { jitterSeconds: 60 });
    const { nextAt } = await one(id);
    expect(nextAt.getTime() - (noon + 15 * MINUTE)).toBeGreaterThanOrEqual(0);
    expect(nextAt.getTime() - (noon + 15 * MINUTE)).toBeLessThan(MINUTE);
    await pauseSchedule(hub.db, hub.actor, { id, paused: true }, now);
    now += 60 * MINUTE;
    expect(await fire()).toEqual([]);
    accepted(await triggerSchedule(hub.db, hub.doorbell, hub.actor, id, now));
    expect(await triggerSchedule(hub.db, hub.doorbell, hub.actor, id, now)).toEqual({
      refused: 'SYNC_UNDER_WAY',
    });
    await pauseSchedule(hub.db, hub.actor, { id, paused: false }, now);
    expect((await one(id)).nextAt.getTime()).toBeGreaterThan(now);
    const bad = { connector: 'ioc', cron: '* * 31 2 *' };
    expect(await setSchedule(hub.db, hub.actor, bad, now)).toEqual({ refused: 'CRON_INVALID' });
    const provincial = { ...hub.actor, localityCode: '48' };
    expect(await triggerSchedule(hub.db, hub.doorbell, provincial, id, now)).toEqual({
      refused: 'SCHEDULE_NOT_FOUND',
    });
  });

  it('sets the queue’s alarms like the rows, and again after the queue was wiped', async () => {
    const id = await set('ioc');
    keep(OFTEN);
    const alarm = `schedule-${id} */15 * * * * Asia/Ho_Chi_Minh`;
    const isSet = async () => (await alarms()).includes(alarm);
    await waitFor(isSet, { what: 'the alarm' });
    await queue.removeJobScheduler(`schedule-${id}`);
    await queue.obliterate({ force: true });
    await waitFor(isSet, { what: 'the alarm after the wipe' });
    // The rows do not need the queue at all.
    now += 15 * MINUTE;
    await waitFor(async () => (await one(id)).lastOutcome === 'STARTED', { what: 'the slot' });
    await pauseSchedule(hub.db, hub.actor, { id, paused: true }, now);
    await waitFor(async () => (await alarms()).length === 0, { what: 'the alarm to go' });
  });

  it('deletes one with its alarm, leaves a trace, and does not make it again at the next start', async () => {
    const id = await set('lodging');
    await setSchedule(hub.db, hub.actor, { connector: 'ioc', cron: '5 * * * *' }, now);
    keep(OFTEN);
    const alarmed = async () => (await alarms()).some((alarm) => alarm.startsWith(`schedule-${id} `));
    await waitFor(alarmed, { what: 'the alarm' });
    const provincial = { ...hub.actor, localityCode: '48' };
    expect(await deleteSchedule(hub.db, provincial, id)).toEqual({ refused: 'SCHEDULE_NOT_FOUND' });
    expect(await deleteSchedule(hub.db, hub.actor, id)).toEqual({ scheduleId: id });
    await waitFor(async () => !(await alarmed()), { what: 'the alarm to go' });
    expect((await alarms()).length).toBe(1);
    const trace = await hub.db.query<object[]>(
      `select detail from audit_entry where action = 'schedule.delete' and subject = $1`,
      [`schedule:${id}`],
    );
    expect(trace).toEqual([{ detail: { cron: '*/15 * * * *' } }]);
    await seedSchedules(hub.db);
    expect(await one(id)).toBeUndefined();
    expect(await one('sync-dvc-stats-VN')).toBeDefined();
  });

  it('hears an alarm, and lets the row decide whether its slot has come', async () => {
    const id = await set('ioc');
    keep(NEVER);
    const ring = () => queue.add('fire-schedule', { scheduleId: id }, { removeOnComplete: true });
    await ring();
    now += 15 * MINUTE;
    await waitFor(
      async () => {
        await ring();
        return (await one(id)).lastOutcome === 'STARTED';
      },
      { what: 'the alarm to be heard', everyMs: 200 },
    );
    expect((await one(id)).nextAt.getTime()).toBe(now + 15 * MINUTE);
  });

  it('calls a node stale after a day of silence, also when nothing runs', async () => {
    await hub.db.query(
      `update ioc_node set stage = 'CONNECTED', last_sync_at = $1 where locality_code = '48'`,
      [new Date(noon)],
    );
    expect(await ageNodes(hub.db, noon + 25 * 60 * MINUTE)).toEqual([]);
    expect(await ageNodes(hub.db, noon + 27 * 60 * MINUTE)).toEqual(['48']);
    expect(await ageNodes(hub.db, noon + 28 * 60 * MINUTE)).toEqual([]);
  });
});
