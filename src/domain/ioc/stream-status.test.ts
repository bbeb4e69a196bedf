/** The status of a stream: each word is reached, and being later never sounds better. */
import { judgeStream, StreamStatus, type StreamFacts } from './stream-status';

const WELL: StreamFacts = {
  settingsProblem: null,
  health: 'UP',
  paused: false,
  secondsOverdue: -60,
  intervalSeconds: 600,
  everSeen: true,
};

describe('judgeStream', () => {
  it('reaches every word', () => {
    const words = [
      judgeStream(WELL),
      judgeStream({ ...WELL, secondsOverdue: null, intervalSeconds: null }),
      judgeStream({ ...WELL, secondsOverdue: 599 }),
      judgeStream({ ...WELL, secondsOverdue: 1_200 }),
      judgeStream({ ...WELL, secondsOverdue: 1_201 }),
      judgeStream({ ...WELL, health: 'DOWN' }),
      judgeStream({ ...WELL, everSeen: false }),
      judgeStream({ ...WELL, paused: true, health: 'DOWN' }),
      judgeStream({ ...WELL, paused: true, settingsProblem: 'CONNECTOR_SETTINGS_INVALID' }),
    ];
    expect(words).toEqual([
      ...['ON_TIME', 'ON_TIME', 'ON_TRACK', 'LATE', 'ERROR', 'ERROR', 'PENDING', 'PAUSED', 'ACTION_REQUIRED'],
    ]);
    expect(new Set(words)).toEqual(new Set(Object.values(StreamStatus)));
  });
});
