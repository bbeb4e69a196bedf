/** What a number in a cell looked like to whoever typed it: a date, digits with leading zeros, or just a number. */
import { type PartHandler } from './read-part';

export type CellFormat =
  | { readonly kind: 'NUMBER' }
  /** Shown with this many digits: 000000000000. */
  | { readonly kind: 'DIGITS'; readonly digits: number }
  | { readonly kind: 'DATE'; readonly shows: 'YEAR' | 'MONTH' | 'DAY' | 'TIME' };

const NUMBER: CellFormat = { kind: 'NUMBER' };
const DAY: CellFormat = { kind: 'DATE', shows: 'DAY' };

/** Formats by style, in the order in which cells refer to them. */
export class CellFormats {
  private readonly codes = new Map<number, string>();
  private readonly styles: number[] = [];
  private readonly known = new Map<number, CellFormat>();

  /** @param style the cell's `s`; cells without one have style 0. */
  of(style: number): CellFormat {
    const id = this.styles[style] ?? 0;
    const found = this.known.get(id);
    if (found) return found;
    const format = builtIn(id) ?? readFormat(this.codes.get(id) ?? '');
    this.known.set(id, format);
    return format;
  }

  handler(): PartHandler {
    let inCells = false;
    return {
      open: (tag, { numFmtId, formatCode }) => {
        if (tag === 'numFmt') this.codes.set(Number(numFmtId), formatCode ?? '');
        else if (tag === 'cellXfs') inCells = true;
        else if (tag === 'xf' && inCells) this.styles.push(Number(numFmtId ?? 0));
      },
      close: (tag) => {
        if (tag === 'cellXfs') inCells = false;
      },
    };
  }
}

/** The formats that every program knows by number (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): CellFormat | null {
  if (id === 17) return { kind: 'DATE', shows: 'MONTH' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'DATE', shows: 'TIME' };
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DAY;
  return id < 50 ? NUMBER : null;
}

/** What a format of one's own says; texts in quotes, brackets and escapes say nothing. */
function readFormat(code: string): CellFormat {
  const bare = (code.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').toLowerCase();
  if (/^0{2,}$/.test(bare)) return { kind: 'DIGITS', digits: bare.length };
  if (!/[ymdhs]/.test(bare) || bare === 'general') return NUMBER;
  if (bare.includes('d')) return DAY;
  if (!bare.includes('y')) return { kind: 'DATE', shows: 'TIME' };
  return { kind: 'DATE', shows: bare.includes('m') ? 'MONTH' : 'YEAR' };
}

const DAY_MS = 86_400_000;
/** Day 60 of the 1900 calendar is a 29 February that never was: the days before it are counted from a day later. */
const LEAP_THAT_NEVER_WAS = 60;

/** @param raw the stored number. @param date1904 whether days are counted from 1904. */
export function numberToText(raw: string, format: CellFormat, date1904: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value) || raw.trim() === '') return raw;
  // Plain digits, however they are stored: 7.9095000123E10 was typed as 79095000123.
  const plain = /e/i.test(raw) && Number.isSafeInteger(value) ? String(value) : raw;
  if (format.kind === 'NUMBER') return plain;
  if (format.kind === 'DIGITS')
    return Number.isInteger(value) && value >= 0 ? plain.padStart(format.digits, '0') : plain;
  return dateText(value, format.shows, date1904) ?? plain;
}

function dateText(
  serial: number,
  shows: (CellFormat & { kind: 'DATE' })['shows'],
  date1904: boolean,
): string | null {
  if (serial < 0 || serial > 2_958_465) return null;
  const minutes = Math.round((serial % 1) * 1_440);
  const time = `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
  if (shows === 'TIME') return time;
  const days = Math.floor(serial);
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < LEAP_THAT_NEVER_WAS ? 31 : 30);
  const date = new Date(epoch + days * DAY_MS);
  const [year, month] = [String(date.getUTCFullYear()), pad(date.getUTCMonth() + 1)];
  if (shows === 'YEAR') return year;
  if (shows === 'MONTH') return `${month}/${year}`;
  const day = `${pad(date.getUTCDate())}/${month}/${year}`;
  return minutes === 0 ? day : `${day} ${time}`;
}

const pad = (part: number) => String(part).padStart(2, '0');
