/** Words the progress of a run for one line of the terminal. */
import { type RunSnapshot } from '../hub/hub-answers';
import { type Language } from '../surroundings';

/** What is counted. */
export const ROWS = { vi: 'dòng', en: 'rows' };
export const PROVINCES = { vi: 'tỉnh', en: 'provinces' };

const LEAST_BAR = 10;
const LONGEST_BAR = 30;

/** One line of at most `columns` characters: bar, share, rows, rate and what is left of the time. */
export function wordProgress(
  snapshot: RunSnapshot,
  language: Language,
  columns: number,
  counted = ROWS,
): string {
  const { done, total, rowsPerSecond, etaSeconds } = snapshot.progress;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const vi = language === 'vi';
  if (total === null) return fit(vi ? 'Hub đang nhập tệp …' : 'The hub is importing the file …', columns);
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const parts = [
    `${Math.floor(share * 100)}%`,
    `${number.format(done)}/${number.format(total)} ${counted[language]}`,
    ...(rowsPerSecond ? [`${number.format(rowsPerSecond)} ${counted[language]}/${vi ? 'giây' : 's'}`] : []),
    ...(etaSeconds === null ? [] : [`${vi ? 'còn' : 'left'} ${wordDuration(etaSeconds)}`]),
  ];
  const text = parts.join(' · ');
  const room = Math.min(columns - text.length - 3, LONGEST_BAR);
  return fit(room < LEAST_BAR ? text : `${wordBar(share, room)} ${text}`, columns);
}

/** `1:05` or `2:03:04`. */
export function wordDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function wordBar(share: number, width: number): string {
  const full = Math.floor(share * width);
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}]`;
}

function fit(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
