/** Addresses of webhooks: public https, or what an administrator allowed by name. */
import { findUrlProblem } from './webhook-url';

const ALLOWED = ['ioc.noi-bo:8080', '10.1.2.3'];

describe('findUrlProblem', () => {
  it.each<[string, string | null]>([
    ['https://ioc.example.vn/canh-bao', null],
    ['https://8.8.8.8/', null],
    ['https://ioc.example.vn:8443/x', null],
    ['http://ioc.noi-bo:8080/x', null],
    ['http://10.1.2.3:9000/x', null],
    ['http://ioc.example.vn/', 'PROTOCOL'],
    ['ftp://10.1.2.3/', 'PROTOCOL'],
    ['https://ioc.example.vn:5432/', 'PORT'],
    ['https://ai:do@ioc.example.vn/', 'CREDENTIALS'],
    ['https://127.0.0.1/', 'ADDRESS'],
    ['https://0x7f.1/', 'ADDRESS'],
    ['https://2130706433/', 'ADDRESS'],
    ['https://[::1]/', 'ADDRESS'],
    ['https://[::ffff:10.0.0.1]/', 'ADDRESS'],
    ['https://169.254.169.254/latest', 'ADDRESS'],
  ])('judges %s: %s', (url, problem) => {
    expect(findUrlProblem(new URL(url), ALLOWED)).toBe(problem);
  });
});
