/** What a job is: a name and a payload that is checked both when it is queued and when it is taken up. */
import { type z } from 'zod';

export interface JobDefinition<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** The id that makes ringing twice the same as ringing once. No `:` and not a bare number: BullMQ refuses both. */
  idOf(payload: Payload): string;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return Object.freeze(definition);
}
