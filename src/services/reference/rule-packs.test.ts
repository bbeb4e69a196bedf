/** Proves that the packs that ship can be read, and that a pack cannot ask for what no pack may. */
import { DEFAULT_PACK, findRulePack, listRulePacks, parseRulePack } from './rule-packs';

test('the packs that ship are sound, and the default is among them', () => {
  expect(listRulePacks().map(({ id }) => id)).toEqual(['form-only', 'house-spelling', 'resident']);
  expect(findRulePack(DEFAULT_PACK)).toMatchObject({ modes: {} });
});

test.each([
  ['an unknown rule', 'Z99: OFF', 'Z99: UNKNOWN_RULE'],
  ['guessing accents without a person', 'N07: AUTO', 'N07: NOT_AUTOMATIC'],
])('a pack with %s is refused', (_, mode, message) => {
  const yaml = `id: mine\ntitle: { vi: a, en: b }\nmodes:\n  ${mode}\n`;
  expect(() => parseRulePack(yaml)).toThrow(message);
});
