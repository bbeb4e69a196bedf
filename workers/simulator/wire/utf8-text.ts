/** Answers for long answers, written piece by piece as the bytes that go out: one long string would be put together and copied twice. */

const FIRST_BYTES = 64 * 1024;
/** The most bytes that one UTF-16 unit of a string can take. */
const BYTES_A_UNIT = 3;

export class Utf8Text {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private length = 0;

  add(text: string): void {
    const most = this.length + text.length * BYTES_A_UNIT;
    if (most > this.bytes.length) this.grow(most);
    this.length += this.bytes.write(text, this.length);
  }

  /** What was added until now. */
  toBuffer(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

/** The parts one after another. */
export function joinUtf8(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
