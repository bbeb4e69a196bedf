/** Gathers the lines of a COPY sign by sign into pages of bytes, without a string for every line: joining strings costs more than all they say. */
import { copyText, ESCAPES } from './copy-text';

const PAGE_BYTES = 64 * 1_024;
const NO_PAGE = Buffer.alloc(0);

/** UTF-8 takes no more for one unit of UTF-16, and an escape takes two. */
const MOST_BYTES = 3;
/** Bytes that are written in another way, and the letter that then stands behind a backslash. */
const ESCAPED = new Uint8Array(0x80);
for (const [sign, escape] of Object.entries(ESCAPES)) ESCAPED[sign.charCodeAt(0)] = escape.charCodeAt(1);

export class CopyPages {
  private readonly full: Buffer[] = [];
  private page = NO_PAGE;
  private length = 0;

  /** Of one byte a sign: codes, numbers, ids. Nothing is escaped. */
  put(text: string): void {
    if (this.length + text.length > this.page.length) this.turn(text.length);
    const { page, length } = this;
    for (let index = 0; index < text.length; index += 1) page[length + index] = text.charCodeAt(index);
    this.length = length + text.length;
  }

  /** A column that is not the last of its line, of one byte a sign. Nothing is escaped. */
  cell(text: string): void {
    this.put(text);
    this.put('\t');
  }

  /** Whatever people typed. */
  putText(text: string): void {
    if (this.length + text.length * MOST_BYTES > this.page.length) this.turn(text.length * MOST_BYTES);
    const { page } = this;
    let end = this.length;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        const letter = ESCAPED[unit]!;
        if (letter !== 0) page[end++] = 0x5c;
        page[end++] = letter === 0 ? unit : letter;
      } else if (unit < 0x800) {
        page[end++] = 0xc0 | (unit >> 6);
        page[end++] = 0x80 | (unit & 0x3f);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        page[end++] = 0xe0 | (unit >> 12);
        page[end++] = 0x80 | ((unit >> 6) & 0x3f);
        page[end++] = 0x80 | (unit & 0x3f);
      } else {
        // Half of a sign of four bytes.
        end = this.length + page.write(copyText(text), this.length, 'utf8');
        break;
      }
    }
    this.length = end;
  }

  /** All that was put, in order. */
  read(): readonly Buffer[] {
    return [...this.full, this.page.subarray(0, this.length)];
  }

  get isEmpty(): boolean {
    return this.page === NO_PAGE;
  }

  private turn(needed: number): void {
    if (this.length > 0) this.full.push(this.page.subarray(0, this.length));
    this.page = Buffer.allocUnsafe(Math.max(PAGE_BYTES, needed));
    this.length = 0;
  }
}
