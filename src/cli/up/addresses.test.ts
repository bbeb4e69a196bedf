/** Proves that listening on every address still gives an address to visit. */
import { publicUrl } from './addresses';

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
