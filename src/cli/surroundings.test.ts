/** Proves that the language follows LANG, and that Vietnamese leads where LANG says nothing. */
import { findLanguage, say, sayToAnyone } from './surroundings';

const text = { vi: 'Đã xong', en: 'Done' };

test.each([
  [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en' }, 'en'],
  [{ LANG: 'C.UTF-8' }, null],
  [{ LANG: 'POSIX' }, null],
  [{}, null],
  [{ LANG: 'vi_VN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'vi_VN' }, 'vi'],
  [{ LANG: 'enigma' }, null],
])('%j asks for %s', (environment, language) => {
  expect(findLanguage(environment)).toBe(language);
});

test('one wording when the language is known, both when a person must understand', () => {
  expect(say(text, null)).toBe('Đã xong');
  expect(say(text, 'en')).toBe('Done');
  expect(sayToAnyone(text, 'en')).toBe('Done');
  expect(sayToAnyone(text, null)).toBe('Đã xong\nDone');
});
