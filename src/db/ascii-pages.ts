/** Gathers the lines of a COPY sign by sign into pages of bytes, without a string for every line. */

const PAGE_BYTES = 64 * 1_024;

/** For text of one byte a sign only: codes, numbers, ids. Strings joined line by line would cost more than all that they say. */
export class AsciiPages {
  private readonly full: Buffer[] = [];
  private page = Buffer.allocUnsafe(PAGE_BYTES);
  private length = 0;

  put(text: string): void {
    if (this.length + text.length > PAGE_BYTES) this.turn(text.length);
    const { page, length } = this;
    for (let index = 0; index < text.length; index += 1) page[length + index] = text.charCodeAt(index);
    this.length = length + text.length;
  }

  /** All that was put, in order. Nothing can be put afterwards. */
  close(): readonly Buffer[] {
    this.turn(0);
    return this.full;
  }

  private turn(needed: number): void {
    if (needed > PAGE_BYTES) throw new RangeError('a text longer than a page');
    this.full.push(this.page.subarray(0, this.length));
    this.page = Buffer.allocUnsafe(needed === 0 ? 0 : PAGE_BYTES);
    this.length = 0;
  }
}
