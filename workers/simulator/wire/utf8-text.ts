/** Answers for long answers, written piece by piece as the bytes that go out: strings would be put together, widened and encoded first. */

const FIRST_BYTES = 64 * 1024;
/** The most bytes that one UTF-16 unit of a string can take. */
const BYTES_A_UNIT = 3;
const SPACE = 32;

/** A part of a text that is put into it by its writer. */
export type TextPart = string | ((text: Utf8Text) => void);

export class Utf8Text {
  private bytes: Buffer;
  private length = 0;

  /** It grows beyond `firstBytes` when it must, which copies what is there. */
  constructor(firstBytes = FIRST_BYTES) {
    this.bytes = Buffer.allocUnsafe(firstBytes);
  }

  add(part: TextPart): void {
    if (typeof part !== 'string') return part(this);
    this.makeRoom(part.length * BYTES_A_UNIT);
    this.length += this.bytes.write(part, this.length);
  }

  /** Bytes that are UTF-8 already. */
  addBytes(piece: Uint8Array): void {
    this.makeRoom(piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  /** Digits and codes; below some twenty characters quicker than the way through the encoder. */
  addAscii(text: string): void {
    this.makeRoom(text.length);
    for (let at = 0; at < text.length; at += 1) this.bytes[this.length + at] = text.charCodeAt(at);
    this.length += text.length;
  }

  /** Short words with a space between. */
  addWords(words: readonly { readonly utf8: Uint8Array }[]): void {
    for (let place = 0; place < words.length; place += 1) {
      const word = (words[place] as { readonly utf8: Uint8Array }).utf8;
      this.makeRoom(word.length + 1);
      if (place > 0) this.bytes[this.length++] = SPACE;
      for (let at = 0; at < word.length; at += 1) this.bytes[this.length + at] = word[at] as number;
      this.length += word.length;
    }
  }

  /** What was added until now. */
  toBuffer(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private makeRoom(more: number): void {
    const least = this.length + more;
    if (least <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
