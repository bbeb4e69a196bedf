/** What a source asks for when it cannot answer now, in both forms that HTTP knows, believed within reason. */
import { passingTrouble } from './http-exchange';

const NOW = Date.UTC(2026, 0, 1, 8, 0, 0);
const answer = (status: number, retryAfter?: string) => ({ status, retryAfter, quotaLeft: null, body: '' });

it.each([
  ['seconds', '7', 7],
  ['a date', 'Thu, 01 Jan 2026 08:01:30 GMT', 90],
  ['a date that has passed', 'Thu, 01 Jan 2026 07:00:00 GMT', 0],
  ['more patience than is believed', '86400', 300],
  ['a day later, as a date', 'Fri, 02 Jan 2026 08:00:00 GMT', 300],
  ['what is neither', 'soon', 1],
  ['nothing', undefined, 1],
])('Retry-After is %s', (_, retryAfter, seconds) => {
  expect(passingTrouble(answer(429, retryAfter), NOW)).toMatchObject({
    reason: 'THROTTLED',
    retryAfterSeconds: seconds,
  });
});

it('knows 5xx as passing trouble, without a wait that nobody asked for, and nothing else', () => {
  expect(passingTrouble(answer(503, '2'), NOW)).toMatchObject({ reason: 'HTTP_503', retryAfterSeconds: 2 });
  expect(passingTrouble(answer(500), NOW)).toMatchObject({
    reason: 'HTTP_500',
    retryAfterSeconds: undefined,
  });
  expect([200, 400, 401, 403, 404, 409].map((status) => passingTrouble(answer(status), NOW))).toEqual(
    Array(6).fill(null),
  );
});
