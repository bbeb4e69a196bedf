/** The shapes of the hub's answers that the command line reads, checked where they come in. */
import { z } from 'zod';

/** Every refusal is a union member with a stable code; what it made has an id instead. */
export const Refused = z.object({ code: z.string(), message: z.string() });

export const UploadTicket = z.object({
  id: z.string(),
  url: z.string(),
  method: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type UploadTicket = z.infer<typeof UploadTicket>;

const RowCounts = z.object({
  physical: z.number().nullable(),
  accepted: z.number().nullable(),
  rejected: z.number().nullable(),
});
export type RowCounts = z.infer<typeof RowCounts>;

export const DatasetAnswer = z.object({
  id: z.string(),
  state: z.string(),
  rows: RowCounts.nullable(),
  rejections: z.object({
    totalCount: z.number(),
    nodes: z.array(
      z.object({
        line: z.number(),
        code: z.string(),
        reason: z.object({ vi: z.string(), en: z.string() }),
      }),
    ),
  }),
});
export type DatasetAnswer = z.infer<typeof DatasetAnswer>;

/** A moment of a run, as the subscription and the query both give it. */
export const RunSnapshot = z.object({
  id: z.string(),
  state: z.string(),
  progress: z.object({
    done: z.number(),
    total: z.number().nullable(),
    rowsPerSecond: z.number().nullable(),
    etaSeconds: z.number().nullable(),
  }),
  counts: z.array(z.object({ verdict: z.string(), count: z.number() })),
});
export type RunSnapshot = z.infer<typeof RunSnapshot>;

export const RunAnswer = RunSnapshot.extend({
  retryAt: z.string().nullable(),
  timeline: z.array(z.object({ at: z.string(), event: z.string(), detail: z.unknown() })),
  artifacts: z.array(
    z.object({ name: z.string(), url: z.string(), bytes: z.number().nullable(), sha256: z.string() }),
  ),
  feedsCells: z.array(
    z.object({ item: z.object({ path: z.string() }), column: z.object({ code: z.string() }) }),
  ),
});
export type RunAnswer = z.infer<typeof RunAnswer>;
