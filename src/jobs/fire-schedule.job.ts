/** The alarm of a schedule: "your slot may have come". It carries an id only; whether it is so is read in the row. */
import { z } from 'zod';
import { defineJob } from './define-job';

export const FireSchedule = z.strictObject({ scheduleId: z.string().min(1).max(200) });
export type FireSchedule = z.infer<typeof FireSchedule>;

export const fireSchedule = defineJob<FireSchedule>({
  name: 'fire-schedule',
  payload: FireSchedule,
  idOf: ({ scheduleId }) => `schedule-${scheduleId}`,
});
