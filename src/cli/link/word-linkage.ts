/** Puts the outcome of a linkage into words. */
import { type BlockingReport } from '../../domain/linkage/block-rows';
import { type LinkageReport, type LinkageStep } from '../../domain/linkage/link-rows';
import { type TrainingReport } from '../../domain/linkage/train-model';
import { type Language } from '../surroundings';
import { type LinkageAnswer } from './link-on-hub';
import { type ReadFile } from './read-rows';

const REJECTIONS_SHOWN = 5;

export function wordReading(path: string, share: number, language: Language): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  return language === 'vi' ? `Đang đọc ${path} ${percent}` : `Reading ${path} ${percent}`;
}

export function wordStep(step: LinkageStep, done: number, total: number, language: Language): string {
  const vi = step === 'BLOCK' ? 'Đang so sánh' : 'Đang gom cụm';
  const en = step === 'BLOCK' ? 'Comparing' : 'Clustering';
  return `${language === 'vi' ? vi : en} ${done + 1}/${total}`;
}

export interface LinkageOutcome {
  readonly report: LinkageReport;
  readonly files: readonly ReadFile[];
  readonly seconds: number;
  readonly written: readonly string[];
}

export function wordLinkage(outcome: LinkageOutcome, language: Language): string {
  const { report, files, seconds, written } = outcome;
  const number = new Intl.NumberFormat(language);
  const count = (value: number) => number.format(value);
  const vi = language === 'vi';
  const lines = files.flatMap((file) => wordFile(file, count, vi));
  const time = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(seconds);
  lines.push(
    ...wordCounts(report, count, vi),
    vi ? `Mất ${time} giây.` : `It took ${time} s.`,
    ...report.blocking
      .filter(({ oversized }) => oversized > 0)
      .map((block) => wordOversized(block, count, vi)),
    ...written.map((path) => (vi ? `Đã ghi ${path}` : `Wrote ${path}`)),
  );
  return `${lines.join('\n')}\n`;
}

export interface HubLinkageTold {
  readonly runId: string;
  readonly state: string;
  readonly linkage: LinkageAnswer;
  readonly written: readonly string[];
}

export function wordHubLinkage(told: HubLinkageTold, language: Language): string {
  const vi = language === 'vi';
  const count = (value: number) => new Intl.NumberFormat(language).format(value);
  const lines = [`${told.state} · ${vi ? 'lượt liên kết' : 'linkage'} ${told.runId}`];
  if (told.linkage) {
    const oversized = told.linkage.blocking.filter((block) => block.oversized > 0);
    lines.push(
      ...wordCounts(told.linkage, count, vi),
      ...oversized.map((block) => wordOversized(block, count, vi)),
    );
  }
  lines.push(...told.written.map((path) => (vi ? `Đã ghi ${path}` : `Wrote ${path}`)));
  return `${lines.join('\n')}\n`;
}

type Counts = Pick<
  LinkageReport,
  'comparedPairs' | 'links' | 'reviews' | 'clusters' | 'clusteredRows' | 'cutLinks'
>;

function wordCounts(report: Counts, count: (value: number) => string, vi: boolean): string[] {
  return [
    vi
      ? `So sánh ${count(report.comparedPairs)} cặp: ${count(report.links)} cặp trùng, ${count(report.reviews)} cặp cần người xem.`
      : `Compared ${count(report.comparedPairs)} pairs: ${count(report.links)} linked, ${count(report.reviews)} for review.`,
    vi
      ? `${count(report.clusters)} cụm gồm ${count(report.clusteredRows)} dòng; cắt ${count(report.cutLinks)} liên kết vì hai phía loại trừ nhau.`
      : `${count(report.clusters)} clusters of ${count(report.clusteredRows)} rows; ${count(report.cutLinks)} links were cut because their sides exclude each other.`,
  ];
}

export function wordTraining(report: TrainingReport, language: Language): string {
  const vi = language === 'vi';
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const lines = report.passes.map(({ pass, pairs, patterns, iterations, matchShare }) =>
    vi
      ? `Học ở khóa ${pass}: ${number.format(pairs)} cặp, ${patterns} mẫu, ${iterations} vòng, tỉ lệ trùng ${number.format(matchShare)}.`
      : `Learnt from key ${pass}: ${number.format(pairs)} pairs, ${patterns} patterns, ${iterations} rounds, share of matches ${number.format(matchShare)}.`,
  );
  if (report.notLearnt.length > 0) {
    const list = report.notLearnt.join(', ');
    lines.push(
      vi ? `Giữ trọng số của mô hình cho: ${list}.` : `The model's own weights were kept for: ${list}.`,
    );
  }
  if (report.reordered.length > 0) {
    const list = report.reordered.join(', ');
    lines.push(vi ? `Đã xếp lại thứ tự mức: ${list}.` : `Levels brought into order: ${list}.`);
  }
  return `${lines.join('\n')}\n`;
}

function wordFile(file: ReadFile, count: (value: number) => string, vi: boolean): string[] {
  const { path, accepted, rejected } = file;
  const head = vi
    ? `${path}: ${count(accepted + rejected.length)} dòng, nhận ${count(accepted)}, không đọc được ${count(rejected.length)}.`
    : `${path}: ${count(accepted + rejected.length)} rows, ${count(accepted)} taken, ${count(rejected.length)} not readable.`;
  const shown = rejected
    .slice(0, REJECTIONS_SHOWN)
    .map(({ line, code }) => `  ${vi ? 'dòng' : 'line'} ${line}: ${code}`);
  const more = rejected.length > REJECTIONS_SHOWN ? ['  …'] : [];
  return [head, ...shown, ...more];
}

function wordOversized(
  block: Pick<BlockingReport, 'rule' | 'oversized' | 'largest' | 'droppedPairs'>,
  count: (value: number) => string,
  vi: boolean,
): string {
  const { rule, oversized, largest, droppedPairs } = block;
  return vi
    ? `Khóa ${rule}: ${count(oversized)} khối quá lớn (lớn nhất ${count(largest)} dòng) đã được chia; bỏ ${count(droppedPairs)} cặp của khóa này.`
    : `Key ${rule}: ${count(oversized)} oversized blocks (the largest of ${count(largest)} rows) were split; ${count(droppedPairs)} pairs of this key were dropped.`;
}
