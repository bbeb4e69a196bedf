/** Words a quality report for a terminal: headings with their intervals, rules that found something, verdicts, the trend. */
import { VERDICT_LABELS } from '../../domain/verdict/labels';
import { DIMENSION_LABELS } from '../../domain/quality/quality-words';
import { type Verdict } from '../../domain/verdict/verdict';
import { type Language } from '../surroundings';
import { type ReportAnswer } from './show-report';

type Share = ReportAnswer['dimensions'][number]['measures'][number]['share'];

export function wordReport(report: ReportAnswer, language: Language): string {
  const vi = language === 'vi';
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const share = ({ value, low, high, numerator, denominator }: Share) =>
    value === null
      ? '–'
      : `${percent.format(value)} [${percent.format(low)} – ${percent.format(high)}] · ${number.format(numerator)}/${number.format(denominator)}`;
  const simulated = report.simulated ? ` · ${vi ? 'dữ liệu MÔ PHỎNG' : 'SIMULATED data'}` : '';
  const lines = [`${vi ? 'Báo cáo chất lượng' : 'Quality report'}: ${report.dataset.name}${simulated}`];
  for (const { title, share: all, measures, needs } of report.dimensions) {
    const told = all === null ? `– (${vi ? 'cần chạy' : 'needs'} ${needs ?? ''})` : share(all);
    lines.push(`${title[language]}: ${told}`);
    lines.push(...measures.map((measure) => `    ${measure.of}: ${share(measure.share)}`));
  }
  if (report.accepted) lines.push(`${DIMENSION_LABELS.ACCEPTED[language]}: ${share(report.accepted)}`);
  const failed = report.rules.filter((rule) => rule.failed > 0);
  const held = report.rules.length - failed.length;
  lines.push(
    vi
      ? `Quy tắc có phát hiện (${held} quy tắc không có):`
      : `Rules that found something (${held} found nothing):`,
  );
  for (const { rule, title, failed: rows, evaluated } of failed)
    lines.push(`    ${rule} ${title[language]}: ${number.format(rows)}/${number.format(evaluated)}`);
  for (const { verdict, count, effective } of report.verdicts.filter(
    (one) => one.count + one.effective > 0,
  )) {
    const after = count === effective ? '' : ` → ${number.format(effective)}`;
    lines.push(
      `  ${number.format(count)}${after}  ${VERDICT_LABELS[verdict as Verdict][language]} (${verdict})`,
    );
  }
  for (const { dimension, now, before } of report.trend) {
    const name = DIMENSION_LABELS[dimension as keyof typeof DIMENSION_LABELS][language];
    lines.push(
      `${vi ? 'So với lần trước' : 'Against the last time'} · ${name}: ${wordChange(before, now, percent)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function wordChange(before: Share, now: Share, percent: Intl.NumberFormat): string {
  return [before, now].map(({ value }) => (value === null ? '–' : percent.format(value))).join(' → ');
}
