/** Answers for the form of life events that the control API adds to the register. */
import { z } from 'zod';
import { UNITS } from './units';

const Number12 = z.string().regex(/^\d{12}$/, 'must have 12 digits');
const Name = z
  .string()
  .max(100)
  .regex(/^\p{L}[\p{L}']*([ -][\p{L}']+)*$/u, 'must be words of letters with single spaces');
const Birth = z.string().regex(/^\d{4}(-\d\d-\d\d)?$/, 'must be YYYY-MM-DD or YYYY');

export const LifeEventRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['DECEASED', 'MISSING', 'ALIVE']), number: Number12 }),
  z.strictObject({ type: z.literal('RENAMED'), number: Number12, name: Name }),
  /** The number tells the sex, so it is cancelled and another one issued. */
  z.strictObject({ type: z.literal('SEX_CORRECTED'), number: Number12 }),
  /** Another year of birth cancels the number as well. */
  z.strictObject({ type: z.literal('BIRTH_CORRECTED'), number: Number12, birth: Birth }),
  /** `number` had been given to a person a second time; it is cancelled and leads to `into` from now on. */
  z.strictObject({ type: z.literal('MERGED'), number: Number12, into: Number12 }),
  /** To a commune of one of today's 34 units, by its code; the register draws which. */
  z.strictObject({ type: z.literal('MOVED'), number: Number12, unit: z.enum(UNITS.map(({ code }) => code)) }),
]);
export type LifeEventRequest = z.infer<typeof LifeEventRequest>;
