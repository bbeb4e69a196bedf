/** Fetches the quality report of a dataset or a run from the hub, and shows it or writes it to a file. */
import { z } from 'zod';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { ask, explainNetwork, send, type HubAddress } from '../hub/hub-client';
import { checkWritable, saveWhole } from '../save-whole';
import { type Language } from '../surroundings';
import { wordReport } from './word-report';

export const ReportFormat = ['text', 'json', 'xlsx'] as const;
export type ReportFormat = (typeof ReportFormat)[number];

export interface ReportOptions {
  readonly hub: HubAddress;
  readonly format: ReportFormat;
  readonly out: string | undefined;
  readonly language: Language;
  readonly print: (text: string) => void;
}

const Label = z.object({ vi: z.string(), en: z.string() });
const Share = z.object({
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});
export const ReportAnswer = z.object({
  dataset: z.object({ id: z.string(), name: z.string() }),
  simulated: z.boolean(),
  accepted: Share.nullable(),
  dimensions: z.array(
    z.object({
      title: Label,
      needs: z.string().nullable(),
      share: Share.nullable(),
      measures: z.array(z.object({ of: z.string(), share: Share })),
    }),
  ),
  rules: z.array(
    z.object({ rule: z.string(), title: Label, evaluated: z.number(), failed: z.number(), share: Share }),
  ),
  verdicts: z.array(z.object({ verdict: z.string(), count: z.number(), effective: z.number() })),
  trend: z.array(z.object({ dimension: z.string(), now: Share, before: Share })),
  jsonUrl: z.string(),
  xlsxUrl: z.string(),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** `id` names a dataset or a run. @throws Failure when the hub has no report on it. */
export async function showReport(id: string, options: ReportOptions): Promise<ExitCode> {
  const { hub, format, out, language, print } = options;
  if (out) checkWritable(out);
  const report = (await askReport(hub, { datasetId: id })) ?? (await askReport(hub, { runId: id }));
  if (report === null) throw noReport(id);
  if (format === 'text') {
    print(wordReport(report, language));
    return ExitCode.DONE;
  }
  const answer = await send(hub, format === 'json' ? report.jsonUrl : report.xlsxUrl, { method: 'GET' });
  if (out === undefined) {
    print(await answer.body.text());
    return ExitCode.DONE;
  }
  await saveWhole(out, answer.body).catch((error: unknown) => {
    throw explainNetwork(error, hub.url);
  });
  print(language === 'vi' ? `Đã ghi báo cáo vào ${out}.\n` : `Wrote the report to ${out}.\n`);
  return ExitCode.DONE;
}

async function askReport(hub: HubAddress, wanted: object): Promise<ReportAnswer | null> {
  const { qualityReport } = await ask(hub, 'quality-report', { ...wanted });
  return qualityReport ? ReportAnswer.parse(qualityReport) : null;
}

function noReport(id: string): Failure {
  return new Failure(ExitCode.REFUSED, {
    vi: `Không có bộ dữ liệu hay lượt chạy ${id} mà khóa này được xem, hoặc dữ liệu còn đang được nhập.`,
    en: `There is no dataset or run ${id} that this key may see, or its rows are still being imported.`,
  });
}
