/** Proves that the first screen has what a newcomer needs. */
import { wordReadyScreen } from './ready-screen';

const facts = {
  url: 'http://localhost:4000',
  simulatorUrl: 'http://127.0.0.1:4006',
  dataDir: '/data/.hub06',
  mode: 'sandbox' as const,
  keys: { viewer: 'key-v', operator: 'key-o', steward: 'key-s', admin: 'key-a' },
  seconds: 4.26,
  attached: false,
};

test('addresses, keys, the next step, and that all is simulated, in both languages', () => {
  const screen = wordReadyScreen(facts);
  for (const part of [
    'http://localhost:4000/explorer',
    'http://localhost:4000/graphql',
    'key-v',
    'key-o',
    'key-s',
    'key-a',
    'hub06 verify samples/residents-dirty.csv',
    'MÔ PHỎNG',
    'SIMULATED',
    '4,3 giây',
    '4.3 s',
  ]) {
    expect(screen).toContain(part);
  }
  expect(screen.indexOf('sẵn sàng')).toBeLessThan(screen.indexOf('ready'));
});

test('production mode shows neither keys nor the explorer', () => {
  const screen = wordReadyScreen({ ...facts, mode: 'production', keys: null });
  expect(screen).not.toContain('/explorer');
  expect(screen).not.toContain('Authorization');
});
