/** What is sealed opens with the same secret at the same place, and nowhere else. */
import { seal, unseal, Unsealable } from './seal';

const SECRET = 'a secret of the tests and of nothing else';

describe('seal', () => {
  it('gives back what was sealed, and never the same bytes twice', () => {
    const one = seal(SECRET, 'connector:a', '{"key":"Bí mật"}');
    const two = seal(SECRET, 'connector:a', '{"key":"Bí mật"}');
    expect(unseal(SECRET, 'connector:a', one)).toBe('{"key":"Bí mật"}');
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain('key');
  });

  it('does not open under another secret, at another place, or when changed', () => {
    const sealed = seal(SECRET, 'connector:a', 'x');
    expect(() => unseal(`${SECRET}!`, 'connector:a', sealed)).toThrow(Unsealable);
    expect(() => unseal(SECRET, 'connector:b', sealed)).toThrow(Unsealable);
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(() => unseal(SECRET, 'connector:a', changed)).toThrow(Unsealable);
    expect(() => unseal(SECRET, 'connector:a', Buffer.alloc(3))).toThrow(Unsealable);
  });
});
