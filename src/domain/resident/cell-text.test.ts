/** Checks which cells say nothing. */
import { readCell } from './cell-text';

describe('readCell', () => {
  it.each([null, '', ' ', '\t\n', '\u00A0\u00A0', ' '.repeat(50)])('takes %j for blank', (raw) => {
    expect(readCell(raw)).toEqual({ text: null, placeholder: false });
  });

  it.each(['N/A', ' n/a ', '-', '...', 'Không rõ', 'KHÔNG RÕ', 'Không rõ'.normalize('NFD'), 'x'])(
    'takes %j for a placeholder',
    (raw) => {
      expect(readCell(raw)).toEqual({ text: null, placeholder: true });
    },
  );

  it.each(['An', 'Không Thị An', '0', '079085000123', ' Lê An ', 'X Thị An'])('keeps %j as it is', (raw) => {
    expect(readCell(raw)).toEqual({ text: raw, placeholder: false });
  });
});
