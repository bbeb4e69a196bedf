/** Says cron expressions in words where they are of the common kinds, and offers those kinds to choose from. */
import { messagesOf } from '../../shared/use-language';

const useMessages = messagesOf({
  vi: {
    minutes: (every: string) => `mỗi ${every} phút`,
    hourly: (minute: string) => `mỗi giờ, phút ${minute}`,
    daily: (time: string) => `hằng ngày lúc ${time}`,
    weekly: (day: string, time: string) => `${day} hằng tuần lúc ${time}`,
    monthly: (day: string, time: string) => `ngày ${day} hằng tháng lúc ${time}`,
    days: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  },
  en: {
    minutes: (every: string) => `every ${every} minutes`,
    hourly: (minute: string) => `every hour, at minute ${minute}`,
    daily: (time: string) => `every day at ${time}`,
    weekly: (day: string, time: string) => `every ${day} at ${time}`,
    monthly: (day: string, time: string) => `on day ${day} of every month at ${time}`,
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
});

export const RHYTHMS = ['*/15 * * * *', '0 * * * *', '20 17 * * *', '0 7 * * 1', '0 7 1 * *'] as const;

/** Gives null for an expression that is not of the common kinds: it stands as it is. */
export function useRhythmWords(): (cron: string) => string | null {
  const say = useMessages();
  return (cron) => {
    const fields = cron.trim().split(/\s+/);
    const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
    if (fields.length !== 5 || month !== '*') return null;
    const at = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
    switch (fields.map(kindOf).join('')) {
      case '/****':
        return say.minutes(minute.slice(2));
      case 'n****':
        return say.hourly(minute.padStart(2, '0'));
      case 'nn***':
        return say.daily(at);
      case 'nn**n':
        return say.weekly(say.days[Number(weekday)] ?? weekday, at);
      case 'nnn**':
        return say.monthly(day, at);
      default:
        return null;
    }
  };
}

/** `n` a number, `*` any, `/` a step over any, `?` anything else. */
function kindOf(field: string): string {
  if (field === '*') return '*';
  if (/^\d{1,2}$/.test(field)) return 'n';
  return /^\*\/\d{1,2}$/.test(field) ? '/' : '?';
}
