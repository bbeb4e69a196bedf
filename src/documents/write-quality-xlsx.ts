/** Writes a quality report as a workbook: headings, rules, verdicts, example rows and the trend, a sheet each. */
import { VERDICT_LABELS } from '../domain/verdict/labels';
import { type QualityReport } from '../domain/quality/quality-report';
import { DIMENSION_LABELS, wordRule } from '../domain/quality/quality-words';
import { type Share } from '../domain/share';
import { writeTablesXlsx } from './write-tables-xlsx';

export interface WrittenReport extends QualityReport {
  readonly datasetName: string;
  readonly simulated: boolean;
  readonly samples: readonly {
    readonly about: string;
    readonly line: number;
    readonly values: readonly { readonly field: string; readonly masked: string }[];
  }[];
  readonly trend: readonly {
    readonly dimension: keyof typeof DIMENSION_LABELS;
    readonly now: Share;
    readonly before: Share;
  }[];
}

const SHARE_HEAD = ['Tử số', 'Mẫu số', 'Tỷ lệ', 'Cận dưới 95 %', 'Cận trên 95 %'];
const shareCells = ({ numerator, denominator, value, low, high }: Share) => [
  numerator,
  denominator,
  ...[value, low, high].map((part) => (part === null ? null : rounded(part))),
];
const rounded = (part: number) => Math.round(part * 1e6) / 1e6;

export function writeQualityXlsx(report: WrittenReport): Buffer {
  return writeTablesXlsx([
    { name: 'Tiêu chí', rows: [...summaryRows(report)] },
    { name: 'Quy tắc', rows: ruleRows(report) },
    { name: 'Kết luận', rows: verdictRows(report) },
    { name: 'Dòng ví dụ', rows: sampleRows(report) },
    { name: 'Xu hướng', rows: trendRows(report) },
  ]);
}

function* summaryRows({ dimensions, accepted, datasetName, simulated, rows }: WrittenReport) {
  yield ['Tiêu chí', 'Số đo', ...SHARE_HEAD, 'Cần chạy'];
  for (const { dimension, share, measures, needs } of dimensions) {
    const { vi, en } = DIMENSION_LABELS[dimension];
    yield share === null
      ? [`${vi} / ${en}`, null, null, null, null, null, null, needs]
      : [`${vi} / ${en}`, null, ...shareCells(share)];
    for (const measure of measures) yield [null, measure.of, ...shareCells(measure.share)];
  }
  if (accepted !== null) yield [DIMENSION_LABELS.ACCEPTED.vi, null, ...shareCells(accepted)];
  yield [];
  yield ['Bộ dữ liệu', datasetName];
  yield ['Dòng trong tệp / nhận / loại', rows.physical, rows.accepted, rows.rejected];
  if (simulated) yield ['DỮ LIỆU MÔ PHỎNG', 'Kết quả không nói gì về người thật'];
}

function ruleRows({ rules }: WrittenReport) {
  return [
    [
      'Nhóm',
      'Mã',
      'Quy tắc',
      'Rule',
      'Dòng đã xét',
      'Dòng có vấn đề',
      'Tỷ lệ',
      'Cận dưới 95 %',
      'Cận trên 95 %',
    ],
    ...rules.map((one) => {
      const { vi, en } = wordRule(one);
      const [, , ...share] = shareCells(one.share);
      return [one.group, one.rule, vi, en, one.evaluated, one.failed, ...share];
    }),
  ];
}

function verdictRows({ verdicts }: WrittenReport) {
  return [
    ['Mã', 'Kết luận', 'Số dòng', 'Sau khi xem xét'],
    ...verdicts.map(({ verdict, count, effective }) => [
      verdict,
      VERDICT_LABELS[verdict].vi,
      count,
      effective,
    ]),
  ];
}

function sampleRows({ samples }: WrittenReport) {
  return [
    ['Minh hoạ cho', 'Dòng trong tệp', 'Các ô (đã che)'],
    ...samples.map(({ about, line, values }) => [
      about,
      line,
      values.map(({ field, masked }) => `${field}: ${masked}`).join(' · '),
    ]),
  ];
}

function trendRows({ trend }: WrittenReport) {
  const part = ({ value }: Share) => (value === null ? null : rounded(value));
  return [
    ['Tiêu chí', 'Lần này', 'Lần trước', 'Chênh lệch'],
    ...trend.map(({ dimension, now, before }) => [
      DIMENSION_LABELS[dimension].vi,
      part(now),
      part(before),
      now.value === null || before.value === null ? null : rounded(now.value - before.value),
    ]),
  ];
}
