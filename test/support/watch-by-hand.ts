/** Watches by hand in a test: alert rules are looked at when the test says so, at the time that it says. */
import { evaluateAlerts } from '../../src/services/alerts/evaluate-alerts';
import { readOperation } from './example-operation';
import { type TestGateway } from './gateway';

/** Some Monday morning; later by what `look` lets pass. */
const BEGINNING = Date.parse('2026-11-23T01:00:00Z');

export function watchByHand(gateway: () => TestGateway) {
  let now = BEGINNING;
  return {
    now: () => now,
    /** Lets `seconds` pass, then looks once. */
    look: (seconds = 0) => evaluateAlerts(gateway().db, new Date((now += seconds * 1_000))),
    /** Sends an operation of the product; a failure fails the test. */
    ask: async (operation: string, variables: object = {}, key = gateway().keys.viewer) => {
      const { data, errors } = await gateway().ask(readOperation(operation), variables, { key });
      expect(errors).toEqual([]);
      return data;
    },
    addConnector: () =>
      gateway().db.query(
        `insert into connector (key, title_vi, title_en, capabilities, simulated, health)
         values ('ioc', 'IOC các tỉnh', 'IOCs of the provinces', '{}', true, 'UP')`,
      ),
    setHealth: (health: 'UP' | 'DOWN') =>
      gateway().db.query(`update connector set health = $1 where key = 'ioc'`, [health]),
  };
}
