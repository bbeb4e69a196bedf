/** The texts that the cells of a workbook share, held as bytes with their places, and refused beyond a limit. */
import { UnreadableWorkbook } from './unreadable-workbook';
import { type PartHandler } from './read-part';

/** Bytes of text that are held: a million full addresses; beyond, the file should come as CSV. */
const MOST_BYTES = 128 * 1024 * 1024;
const FIRST_BYTES = 64 * 1024;

export class SharedStrings {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  /** Where each text ends. */
  private ends = new Uint32Array(1_024);
  private count = 0;
  private used = 0;

  /** Undefined where there is no such text. */
  get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined;
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  /** @throws UnreadableWorkbook */
  add(text: string): void {
    const needed = this.used + Buffer.byteLength(text);
    if (needed > MOST_BYTES) throw new UnreadableWorkbook('WORKBOOK_TEXTS_TOO_LARGE');
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(MOST_BYTES, Math.max(needed, this.bytes.length * 2)));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.used += this.bytes.write(text, this.used);
    this.ends[this.count++] = this.used;
  }
}

/** Fills `strings` from the part that lists them. Runs of rich text are one text; phonetic hints are none of it. */
export function readSharedStrings(strings: SharedStrings): PartHandler {
  let [text, inText, inHint] = ['', false, false];
  return {
    open: (tag) => {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') inHint = true;
      else if (tag === 't') inText = !inHint;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') inHint = false;
      else if (tag === 'si') strings.add(unescapeControls(text));
    },
  };
}

/** `_x000D_` is how a workbook writes a sign that XML cannot hold. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
