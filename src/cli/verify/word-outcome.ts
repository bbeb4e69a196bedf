/** Words what came of a run: rows taken in and turned away, verdicts, result file, and the cells that it feeds. */
import { VERDICT_LABELS } from '../../domain/verdict/labels';
import { Verdict } from '../../domain/verdict/verdict';
import { type DatasetAnswer, type RunAnswer } from '../hub/hub-answers';
import { type Language } from '../surroundings';

export interface Outcome {
  readonly run: RunAnswer;
  /** Null when only the run was followed. */
  readonly dataset: DatasetAnswer | null;
  /** Where the verdicts were written; null when they were not. */
  readonly out: string | null;
  readonly url: string;
}

const STATES: Readonly<Record<string, { vi: string; en: string }>> = {
  SUCCEEDED: { vi: 'Hoàn tất', en: 'Done' },
  SUCCEEDED_WITH_ISSUES: { vi: 'Hoàn tất, có dòng phải để riêng', en: 'Done, with rows put aside' },
  FAILED_CONFIG: { vi: 'Không chạy được do thiết lập hoặc tệp', en: 'Failed: settings or file' },
  FAILED_SYSTEM: { vi: 'Thất bại do hệ thống', en: 'Failed: system' },
  CANCELLED: { vi: 'Đã bị dừng', en: 'Cancelled' },
};

/** The lines for a person. Every one of them says that the register is simulated, or follows one that does. */
export function wordOutcome(outcome: Outcome, language: Language): string {
  const { run, dataset } = outcome;
  const vi = language === 'vi';
  const lines = [
    `${STATES[run.state]?.[language] ?? run.state} · ${vi ? 'lượt chạy' : 'run'} ${run.id} · ${vi ? 'dữ liệu MÔ PHỎNG' : 'SIMULATED data'}`,
  ];
  if (dataset) lines.push(...wordRows(dataset, language));
  lines.push(...wordVerdicts(run, language));
  if (run.retryAt !== null) lines.push(wordRetry(new Date(run.retryAt), language));
  lines.push(...wordResult(outcome, vi ? 'Kết quả' : 'Result'));
  if (run.feedsCells.length > 0) {
    const cells = run.feedsCells.map(({ item, column }) => `${item.path}/${column.code}`).join(', ');
    lines.push(`${vi ? 'Bằng chứng cho các ô của ma trận' : 'Evidence for matrix cells'}: ${cells}`);
  }
  const failure = run.state.startsWith('FAILED') ? wordLastEvent(run) : null;
  if (failure) lines.push(failure);
  return `${lines.join('\n')}\n`;
}

function wordResult({ run, out, url }: Outcome, title: string): string[] {
  const artifact = run.artifacts.find(({ name }) => name === 'verdicts.csv');
  if (out) return [`${title}: ${out}`, `SHA-256: ${artifact?.sha256 ?? ''}`];
  return artifact ? [`${title}: ${new URL(artifact.url, url).href}`] : [];
}

function wordRows(dataset: DatasetAnswer, language: Language): string[] {
  const number = new Intl.NumberFormat(language);
  const show = (rows: number | null | undefined) => (rows == null ? '?' : number.format(rows));
  const { physical, accepted, rejected } = dataset.rows ?? {};
  const vi = language === 'vi';
  const head = vi
    ? `Dòng trong tệp ${show(physical)}: nhận ${show(accepted)}, loại ${show(rejected)}`
    : `Rows in the file ${show(physical)}: accepted ${show(accepted)}, rejected ${show(rejected)}`;
  const { nodes, totalCount } = dataset.rejections;
  const shown = nodes.map(
    ({ line, code, reason }) => `  ${vi ? 'dòng' : 'line'} ${line}: ${reason[language]} (${code})`,
  );
  return totalCount > nodes.length ? [head, ...shown, '  …'] : [head, ...shown];
}

function wordVerdicts(run: RunAnswer, language: Language): string[] {
  const number = new Intl.NumberFormat(language);
  const known = Object.values(Verdict) as string[];
  const ordered = [...run.counts].sort((a, b) => known.indexOf(a.verdict) - known.indexOf(b.verdict));
  const digits = Math.max(0, ...ordered.map(({ count }) => number.format(count).length));
  return ordered
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => {
      const label = known.includes(verdict) ? VERDICT_LABELS[verdict as Verdict][language] : verdict;
      return `  ${number.format(count).padStart(digits)}  ${label} (${verdict})`;
    });
}

function wordRetry(at: Date, language: Language): string {
  const moment = at.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
  return language === 'vi'
    ? `Nguồn có thể cập nhật muộn: hub tự hỏi lại các dòng NOT_FOUND lúc ${moment}`
    : `The source may learn late: the hub asks again by itself about rows that are NOT_FOUND at ${moment}`;
}

function wordLastEvent(run: RunAnswer): string | null {
  const last = run.timeline.at(-1);
  if (!last) return null;
  const detail = typeof last.detail === 'string' ? last.detail : JSON.stringify(last.detail ?? '');
  return `${last.event} ${detail}`.trim();
}
