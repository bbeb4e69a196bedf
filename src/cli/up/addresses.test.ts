/** Proves that listening on every address still gives an address to visit. */
import { healthUrl, publicUrl } from './addresses';

test.each([
  ['127.0.0.1', 'http://localhost:4000'],
  ['0.0.0.0', 'http://localhost:4000'],
  ['::', 'http://localhost:4000'],
  ['::1', 'http://localhost:4000'],
  ['10.1.2.3', 'http://10.1.2.3:4000'],
  ['hub.example.vn', 'http://hub.example.vn:4000'],
])('a person visits %s as %s', (host, url) => {
  expect(publicUrl(host, 4000)).toBe(url);
});

test('the supervisor asks the address itself, not a name that may mean another one', () => {
  expect(healthUrl('127.0.0.1', 4000, '/readyz')).toBe('http://127.0.0.1:4000/readyz');
  expect(healthUrl('fd00::1', 4000, '/readyz')).toBe('http://[fd00::1]:4000/readyz');
});
