/** Checks what the case rule repairs by itself, and what it leaves to a person because letters were lost. */
import { NO_FACTS } from '../batch-facts';
import { NAME_RULES } from './name-rules';

const context = { row: {}, facts: NO_FACTS, today: { year: 2026, month: 11, day: 23 } };
const correct = (name: string) => NAME_RULES.find(({ id }) => id === 'N01')!.apply(name, context, 'name');

it.each([
  ['NGUYỄN THỊ HOÀ', 'Nguyễn Thị Hoà'],
  ['PH?M VI?T N?M', 'Ph?m Vi?t N?m'],
  ['???NG V?N Đ?', '???ng V?n Đ?'],
  ['?? TH? ?NH', '?? Th? ?nh'],
])('repairs %s', (name, after) => {
  expect(correct(name)).toEqual({ after });
});

it.each([
  // The space between two words was lost as well, or a sign that was never a letter.
  ['PH?M?VI?T N?M', 'Ph?m?vi?t N?m'],
  ['?TR?N TU?N HUY', '?tr?n Tu?n Huy'],
  ['l? th?y th??', 'L? Th?y Th??'],
])('only suggests %s', (name, after) => {
  expect(correct(name)).toMatchObject({ after, mode: 'SUGGEST' });
});
