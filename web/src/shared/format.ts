/** Writes numbers, times and sizes as the reader's language has them; times are those of Vietnam. */
import { getLanguage, type Language } from './language';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const ZONE = 'Asia/Ho_Chi_Minh';
const NOTHING = '–';

/** Orders names as a Vietnamese reader expects: An, Ăn, Ân, … Dương, Đào. */
export const vietnamese = new Intl.Collator('vi');

export function formatNumber(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined) return NOTHING;
  return value.toLocaleString(LOCALES[getLanguage()], { maximumFractionDigits: digits });
}

/** A share between 0 and 1 as per cent. */
export function formatShare(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined) return NOTHING;
  return share.toLocaleString(LOCALES[getLanguage()], { style: 'percent', maximumFractionDigits: digits });
}

/** From parts: the locales' own short styles drop zeros and turn the order round. */
function partsOf(moment: string | Date): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** dd/MM/yyyy */
export function formatDate(moment: string | Date | null | undefined): string {
  if (!moment) return NOTHING;
  const { day, month, year } = partsOf(moment);
  return `${day}/${month}/${year}`;
}

/** HH:mm, or HH:mm:ss */
export function formatTime(moment: string | Date, seconds = false): string {
  const { hour, minute, second } = partsOf(moment);
  return seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
}

/** dd/MM/yyyy HH:mm */
export function formatMoment(moment: string | Date | null | undefined, seconds = false): string {
  return moment ? `${formatDate(moment)} ${formatTime(moment, seconds)}` : NOTHING;
}

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** "5 phút trước", "5 minutes ago"; beyond 30 days the date itself. */
export function formatAgo(moment: string | Date, now: Date = new Date()): string {
  const seconds = Math.round((new Date(moment).getTime() - now.getTime()) / 1000);
  if (Math.abs(seconds) > 30 * 86_400) return formatDate(moment);
  const step = STEPS.find((one) => Math.abs(seconds) >= one.seconds) ?? STEPS[3];
  const format = new Intl.RelativeTimeFormat(LOCALES[getLanguage()], { numeric: 'auto' });
  return format.format(Math.trunc(seconds / step.seconds), step.unit);
}

/** A span in seconds as "2 giờ 05 phút", "2 h 05 min". */
export function formatSpan(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return NOTHING;
  const words = getLanguage() === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's'];
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    Math.round(seconds % 60),
  ];
  if (hours > 0) return `${hours} ${words[0]} ${String(minutes).padStart(2, '0')} ${words[1]}`;
  if (minutes > 0) return `${minutes} ${words[1]} ${String(rest).padStart(2, '0')} ${words[2]}`;
  return `${formatNumber(seconds, seconds < 10 ? 1 : 0)} ${words[2]}`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${formatNumber(bytes)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1_000, 1)} kB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
