/** The one bell of the run engine: "this chunk can be worked on". It carries ids only; queues keep data in clear text. */
import { z } from 'zod';
import { defineJob } from './define-job';

export const WorkOnChunk = z.strictObject({
  runId: z.uuid(),
  no: z.int().min(0),
  /** The chunk's epoch when the bell was rung: after a lost lease the id differs, so the queue takes it as new. */
  epoch: z.int().min(0),
});
export type WorkOnChunk = z.infer<typeof WorkOnChunk>;

export const workOnChunk = defineJob<WorkOnChunk>({
  name: 'work-on-chunk',
  payload: WorkOnChunk,
  idOf: ({ runId, no, epoch }) => `run-${runId}-c-${String(no).padStart(6, '0')}-e-${epoch}`,
});
