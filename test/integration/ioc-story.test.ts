/** The story of group E: on trial and NOT_YET with the reason in words, connected and believed after seven days, silent and told. */
import { fireDueSchedules } from '../../src/services/sources/fire-schedules';
import { setSchedule } from '../../src/services/sources/set-schedule';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, type RunningSimulator } from '../../workers/simulator';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A noon not long ago: what a node says must not lie in the future of the hub. */
const START = Math.floor(Date.now() / DAY) * DAY - 20 * DAY + 5 * HOUR;
const ITEMS = ['E.1', 'E.2', 'E.3'];
/** Two stand for all: what the nation's figures are made of is proven where synchronisations are. */
const PROVINCES = ['48', '79'];

describe('group E of the matrix', () => {
  let now = START;
  let simulator: RunningSimulator;
  let gateway: TestGateway;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: 100_000, seed: 6, controlApi: true, now: () => now });
    gateway = await openTestGateway();
    hub = await openTestHub({
      databaseUrl: gateway.database.url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config, () => now);
    for (const localityCode of PROVINCES) {
      accepted(
        await setSchedule(hub.db, hub.actor, { connector: 'ioc', localityCode, cron: '0 * * * *' }, now),
      );
    }
    now += HOUR;
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    await gateway.close();
    await simulator.close();
  });

  /** Lets the slots that have come by now fire, as the worker does, and waits for what they started. */
  const letSchedulesRun = async () => {
    await fireDueSchedules(hub.db, hub.doorbell, now);
    await waitFor(
      async () => {
        const open = await hub.db.query<object[]>(
          `select 1 from schedule s left join run r on r.id = s.last_run_id
           where s.next_at <= $1 or coalesce(r.state, 'QUEUED') in ('QUEUED', 'RUNNING')`,
          [new Date(now)],
        );
        return open.length === 0;
      },
      { what: 'the scheduled runs to end', withinMs: 30_000 },
    );
  };
  const play = (name: string) =>
    fetch(`${simulator.url}/control/scenario`, { method: 'POST', body: JSON.stringify({ name }) });
  const cells = async (locality: string) =>
    (
      await gateway.ask(readOperation('matrix-cells-flat'), {
        localities: [locality],
        periods: ['2025-H2'],
        items: ITEMS,
        columns: ['GAP_UNSERVED'],
      })
    ).data.matrixCellsFlat as {
      status: string;
      statusWhy: string;
      text: string;
      textState: string;
      evidence: number;
    }[];
  const statuses = async (locality: string) => (await cells(locality)).map(({ status }) => status);
  const alerts = async (state: string) =>
    (
      await gateway.ask(readOperation('alerts'), {
        where: { rule: { eq: 'IOC_SILENT' }, state: { eq: state } },
      })
    ).data.alerts.nodes as {
      id: string;
      subjectKey: string;
      simulated: boolean;
      events: { event: string }[];
    }[];

  it('is NOT_YET while the IOCs are on trial, and says why', async () => {
    await letSchedulesRun();
    const found = await cells('VN');
    expect(found.map(({ status }) => status)).toEqual(['NOT_YET', 'NOT_YET', 'NOT_YET']);
    expect(found.map(({ statusWhy }) => statusWhy)).toEqual([
      expect.stringMatching(/^IOC đã kết nối Trung tâm.*: 0 % \(0\/2\); dưới ngưỡng tối thiểu 50 %\.$/),
      expect.stringMatching(/^Tỷ lệ nguồn cấp.*ngưỡng/),
      expect.stringMatching(/^Tỷ lệ tỉnh có IOC.*: 0 % \(0\/2\); dưới ngưỡng tối thiểu 50 %\.$/),
    ]);
    expect(found.every(({ evidence }) => evidence > 0)).toBe(true);
  });

  it('leaves NOT_YET on the seventh day that holds, with evidence and history, and keeps its prose', async () => {
    const before = await cells('VN');
    await play('ioc-connected');
    const days: string[][] = [];
    while (days.length < 7 || (days.length < 12 && days.at(-1)!.includes('NOT_YET'))) {
      now += DAY;
      await letSchedulesRun();
      days.push(await statuses('VN'));
    }
    expect(new Set(days.slice(0, 6).flat())).toEqual(new Set(['NOT_YET']));
    expect([days[6]![0], days[6]![2]]).toEqual(['BENEFITING', 'BENEFITING']);
    // Quality grows with the days that are whole, so E.2 follows later.
    expect(days.at(-1)).not.toContain('NOT_YET');
    const after = await cells('VN');
    expect(after.map(({ text, textState }) => [text, textState])).toEqual(
      before.map(({ text, textState }) => [text, textState]),
    );
    expect(after[0]!.evidence).toBeGreaterThanOrEqual(before[0]!.evidence + days.length);
    const { data } = await gateway.ask(readOperation('cell-history'), { id: 'VN.2025-H2/E.1/GAP_UNSERVED' });
    expect(data.cell.history.map((version: { status: string }) => version.status)).toEqual([
      ...['BENEFITING', 'NOT_YET', 'NOT_ASSESSED'],
    ]);
    expect(data.cell.history[1].statusWhy.vi).toMatch(/trên ngưỡng 50 % được 6\/7 ngày/);
  });

  it('is told of the province that falls silent, once, and that it is back', async () => {
    await play('ioc-silent');
    for (let asked = 1; asked <= 3; asked += 1) {
      now += HOUR;
      await letSchedulesRun();
    }
    const looked = (state: string) => async () => {
      now += 61_000;
      return (await alerts(state))[0];
    };
    const raised = await waitFor(looked('OPEN'), { what: 'the alert to rise', withinMs: 15_000 });
    expect(raised).toMatchObject({ subjectKey: '48', simulated: true });
    expect(await alerts('OPEN')).toHaveLength(1);
    const board = (await gateway.ask(readOperation('ioc-status-flat'))).data.iocStatusFlat as {
      locality: string;
      openAlerts: number;
    }[];
    expect(board.filter(({ openAlerts }) => openAlerts > 0).map(({ locality }) => locality)).toEqual(['48']);
    await play('ioc-connected');
    now += HOUR;
    await letSchedulesRun();
    const cleared = await waitFor(looked('CLEARED'), { what: 'the alert to clear', withinMs: 15_000 });
    expect([cleared.id, cleared.events.map(({ event }) => event)]).toEqual([
      raised.id,
      ['RAISED', 'CLEARED'],
    ]);
    expect(await statuses('VN')).not.toContain('NOT_YET');
  });
});
