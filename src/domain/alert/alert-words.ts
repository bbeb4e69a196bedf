/** Says an alert in a sentence, in both languages: what, where, how much. */
import { type Words } from '../indicator/observation-words';

export interface WordedAlert {
  readonly title: Words;
  readonly subject: Words;
  /** Null for a yes or no. */
  readonly unit: Words | null;
  readonly value: number | null;
}

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `IOC im lặng: Thành phố Huế (180 phút không có dữ liệu).` */
export function wordAlert({ title, subject, unit, value }: WordedAlert): Words {
  const say = (language: 'vi' | 'en') => {
    const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 });
    const measured = unit === null || value === null ? '' : ` (${number.format(value)} ${unit[language]})`;
    return `${title[language]}: ${subject[language]}${measured}.`;
  };
  return { vi: say('vi'), en: say('en') };
}
