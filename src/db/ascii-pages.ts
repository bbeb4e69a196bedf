/** Gathers the lines of a COPY sign by sign into pages of bytes, without a string for every line. */

const PAGE_BYTES = 64 * 1_024;
const NO_PAGE = Buffer.alloc(0);

/** For text of one byte a sign only: codes, numbers, ids. Strings joined line by line would cost more than all that they say. */
export class AsciiPages {
  private readonly full: Buffer[] = [];
  private page = NO_PAGE;
  private length = 0;

  put(text: string): void {
    if (this.length + text.length > this.page.length) this.turn(text.length);
    const { page, length } = this;
    for (let index = 0; index < text.length; index += 1) page[length + index] = text.charCodeAt(index);
    this.length = length + text.length;
  }

  /** A column that is not the last of its line. Nothing is escaped. */
  cell(text: string): void {
    this.put(text);
    this.put('\t');
  }

  /** All that was put, in order. */
  read(): readonly Buffer[] {
    return [...this.full, this.page.subarray(0, this.length)];
  }

  get isEmpty(): boolean {
    return this.page === NO_PAGE;
  }

  private turn(needed: number): void {
    if (needed > PAGE_BYTES) throw new RangeError('a text longer than a page');
    if (this.length > 0) this.full.push(this.page.subarray(0, this.length));
    this.page = Buffer.allocUnsafe(PAGE_BYTES);
    this.length = 0;
  }
}
