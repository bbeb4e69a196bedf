/** Which language a request is answered in. */
import { chooseLanguage } from './language';

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['vi', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en;q=0.4, vi;q=0.6', 'vi'],
    ['EN-us;q=0.9, *;q=0.1', 'en'],
    ['*', 'vi'],
    ['fr, de', 'vi'],
    ['en;q=0', 'vi'],
    ['en;q=abc', 'vi'],
  ])('%s → %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });
});
