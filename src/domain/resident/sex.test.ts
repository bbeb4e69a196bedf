/** Checks the ways in which files write a sex. */
import { parseSex, Sex } from './sex';

describe('parseSex', () => {
  it.each(['Nam', 'NAM', ' nam ', 'M', 'male', 'Male', '1'])('reads %j as male', (text) => {
    expect(parseSex(text)?.sex).toBe(Sex.MALE);
  });

  it.each(['Nữ', 'NỮ', 'nữ', 'Nu', 'F', 'Female', '2', 'Nữ'.normalize('NFD')])(
    'reads %j as female',
    (text) => {
      expect(parseSex(text)?.sex).toBe(Sex.FEMALE);
    },
  );

  it.each(['0', '3', 'Không rõ', 'unknown'])('reads %j as not known', (text) => {
    expect(parseSex(text)?.sex).toBe(Sex.UNKNOWN);
  });

  it.each(['4', 'Namm', 'constructor', 'x'.repeat(100)])('does not guess at %j', (text) => {
    expect(parseSex(text)).toBeNull();
  });

  it('calls only Nam and Nữ canonical', () => {
    expect(parseSex('Nam')?.canonical).toBe(true);
    expect(parseSex('Nữ')?.canonical).toBe(true);
    expect(parseSex('nam')?.canonical).toBe(false);
    expect(parseSex('2')?.canonical).toBe(false);
  });
});
