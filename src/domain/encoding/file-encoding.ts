/** Finds out how the bytes of a text file are to be read as signs: Unicode of some form, or one byte a sign. */
import { bytesToText } from './code-page';

export const FileEncoding = {
  UTF8: 'UTF8',
  UTF16LE: 'UTF16LE',
  UTF16BE: 'UTF16BE',
  /** One byte a sign. Which letters the signs mean is decided column by column. */
  SINGLE_BYTE: 'SINGLE_BYTE',
} as const;
export type FileEncoding = (typeof FileEncoding)[keyof typeof FileEncoding];

/** Reads a file piece by piece; call `end` after the last piece. */
export interface FileDecoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

export function createFileDecoder(encoding: FileEncoding): FileDecoder {
  if (encoding === FileEncoding.SINGLE_BYTE) return { push: bytesToText, end: () => '' };
  const label = { UTF8: 'utf-8', UTF16LE: 'utf-16le', UTF16BE: 'utf-16be' }[encoding];
  const decoder = new TextDecoder(label);
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** More lines than this share that are no UTF-8 mean another encoding, and not a few damaged rows. */
const MOST_DAMAGED = 0.2;
/** Controls that text files hold: tab, line ends, form feed, escape, end of file, and the six places where VISCII has letters. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x02, 0x05, 0x06, 0x14, 0x19, 0x1e]);

/** Decides from the head of a file; null when it is no text at all. A BOM decides at once. */
export function detectFileEncoding(head: Uint8Array): FileEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return FileEncoding.UTF16LE;
  if (head[0] === 0xfe && head[1] === 0xff) return FileEncoding.UTF16BE;
  const zeros = countZeros(head.subarray(0, 1_000));
  if (zeros.odd > 100 && zeros.even < 20) return FileEncoding.UTF16LE;
  if (zeros.even > 100 && zeros.odd < 20) return FileEncoding.UTF16BE;
  // Streaming, because the head may end in the middle of a character.
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  const lines = text.split(/[\r\n]+/);
  const damaged = lines.filter((line) => line.includes('\uFFFD')).length;
  const isUtf8 = !lines[0]!.includes('\uFFFD') && damaged <= MOST_DAMAGED * lines.length;
  if (isUtf8) return text.split(/[\r\n]/, 1)[0]!.includes('\0') ? null : FileEncoding.UTF8;
  return head.some((byte) => byte < 0x20 && !TEXT_CONTROLS.has(byte)) ? null : FileEncoding.SINGLE_BYTE;
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}
