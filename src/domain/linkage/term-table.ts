/** Keeps each distinct text of a column once and gives it a number: ten million rows fit where strings and a Map would not. */
import { growUint16, growUint32 } from './growing-array';

/** V8 stops a Map at 2^24 entries, and a string costs some 40 bytes before its first letter; hence bytes and open addressing. */
const SEGMENT_BITS = 22;
const SEGMENT_BYTES = 1 << SEGMENT_BITS;
const FIRST_SLOTS = 1 << 12;
/** Top bit of a length: the text has letters beyond Latin-1 and takes two bytes a letter. */
const WIDE = 0x8000;
const LONGEST = 0x7fff;

/** Where a text is put together; one for all tables, because nothing is kept in it. */
let scratch = new Uint16Array(256);

/** A table that takes no more terms, as typed arrays only: one thread hands it to another without copying. */
export interface SealedTerms {
  readonly segments: Uint8Array<ArrayBuffer>[];
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly lengths: Uint16Array<ArrayBuffer>;
  readonly hashes: Uint32Array<ArrayBuffer>;
  readonly count: number;
}

/** Numbers run from 1; 0 stands for "nothing here" and is never a term. */
export class TermTable {
  private segments: Uint8Array<ArrayBuffer>[] = [new Uint8Array(SEGMENT_BYTES)];
  private used = 0;
  private starts = new Uint32Array(FIRST_SLOTS);
  private lengths = new Uint16Array(FIRST_SLOTS);
  private hashes = new Uint32Array(FIRST_SLOTS);
  /** Pairs of hash and term side by side: a miss in the index costs one look into memory, not two. */
  private slots: Uint32Array | null = new Uint32Array(FIRST_SLOTS * 2);
  private count = 0;

  static from({ segments, starts, lengths, hashes, count }: SealedTerms): TermTable {
    const table = new TermTable();
    Object.assign(table, { segments, starts, lengths, hashes, count, slots: null });
    return table;
  }

  /** How many terms there are; the highest number given. */
  get size(): number {
    return this.count;
  }

  /** The number of the text, new or known. @throws RangeError beyond 32,767 UTF-16 units, or once `seal` was called. */
  intern(text: string): number {
    if (this.slots === null) throw new RangeError('the term table is sealed');
    if (text.length > LONGEST) throw new RangeError('a term is longer than 32,767 letters');
    const hash = hashText(text);
    const mask = this.slots.length - 1;
    let at = (hash << 1) & mask;
    for (let term = this.slots[at + 1]!; term !== 0; term = this.slots[at + 1]!) {
      if (this.slots[at] === hash && this.equals(term, text)) return term;
      at = (at + 2) & mask;
    }
    const term = this.append(text, hash);
    this.slots[at] = hash;
    this.slots[at + 1] = term;
    if (this.count * 8 > this.slots.length * 3) this.rehash(this.slots.length * 2);
    return term;
  }

  /** The text of a term. */
  textOf(term: number): string {
    const start = this.starts[term]!;
    const length = this.lengths[term]!;
    const bytes = this.segments[start >>> SEGMENT_BITS]!;
    let at = start & (SEGMENT_BYTES - 1);
    const wide = (length & WIDE) !== 0;
    const units = length & LONGEST;
    if (units > scratch.length) scratch = new Uint16Array(units);
    for (let index = 0; index < units; index++) {
      scratch[index] = wide ? bytes[at++]! | (bytes[at++]! << 8) : bytes[at++]!;
    }
    return String.fromCharCode.apply(null, scratch.subarray(0, units) as unknown as number[]);
  }

  /** The 32-bit hash of a term's text, as `hashText` gives it. */
  hashOf(term: number): number {
    return this.hashes[term]!;
  }

  /** Gives the index back once every row is in: from here on terms are read only. */
  seal(): SealedTerms {
    this.slots = null;
    const { segments, starts, lengths, hashes, count } = this;
    return { segments, starts, lengths, hashes, count };
  }

  private append(text: string, hash: number): number {
    const term = ++this.count;
    this.starts = growUint32(this.starts, term);
    this.lengths = growUint16(this.lengths, term);
    this.hashes = growUint32(this.hashes, term);
    const wide = isWide(text);
    const size = wide ? text.length * 2 : text.length;
    if ((this.used & (SEGMENT_BYTES - 1)) + size > SEGMENT_BYTES)
      this.used = this.segments.length * SEGMENT_BYTES;
    while (this.used >>> SEGMENT_BITS >= this.segments.length)
      this.segments.push(new Uint8Array(SEGMENT_BYTES));
    this.starts[term] = this.used;
    this.lengths[term] = wide ? text.length | WIDE : text.length;
    this.hashes[term] = hash;
    const bytes = this.segments[this.used >>> SEGMENT_BITS]!;
    let at = this.used & (SEGMENT_BYTES - 1);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      bytes[at++] = unit & 0xff;
      if (wide) bytes[at++] = unit >>> 8;
    }
    this.used += size;
    return term;
  }

  private equals(term: number, text: string): boolean {
    const length = this.lengths[term]!;
    if ((length & LONGEST) !== text.length) return false;
    const start = this.starts[term]!;
    const bytes = this.segments[start >>> SEGMENT_BITS]!;
    let at = start & (SEGMENT_BYTES - 1);
    const step = length & WIDE ? 2 : 1;
    for (let index = 0; index < text.length; index++, at += step) {
      const unit = step === 2 ? bytes[at]! | (bytes[at + 1]! << 8) : bytes[at]!;
      if (unit !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  private rehash(size: number): void {
    const slots = new Uint32Array(size);
    for (let term = 1; term <= this.count; term++) {
      const hash = this.hashes[term]!;
      let at = (hash << 1) & (size - 1);
      while (slots[at + 1] !== 0) at = (at + 2) & (size - 1);
      slots[at] = hash;
      slots[at + 1] = term;
    }
    this.slots = slots;
  }
}

function isWide(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return true;
  return false;
}

/** A 32-bit hash of a text (FNV-1a over UTF-16 units, with a final mix). Equal texts, equal hashes; never an identity. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mixHash(hash);
}

/** Spreads the bits of a 32-bit number over all 32. */
export function mixHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
