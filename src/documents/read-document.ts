/** Reads a file of a matrix, Word, Excel or plain text, by what is in it and not by its name. */
import { type FoundDocument } from './found-document';
import { readDocx } from './read-docx';
import { readXlsx } from './read-xlsx';
import { UnreadableXml } from './xml';
import { unpackZip, UnreadableZip } from './zip';

/** Null for a file that is none of them, or damaged. */
export function readDocument(file: Buffer): FoundDocument | null {
  const text = readText(file);
  if (text !== null) return { assessmentId: null, takenAt: null, content: { text } };
  try {
    const parts = unpackZip(file);
    return parts.has('word/document.xml') ? readDocx(parts) : readXlsx(parts);
  } catch (error) {
    if (error instanceof UnreadableZip || error instanceof UnreadableXml) return null;
    throw error;
  }
}

/** Text in Unicode, with a mark of its form or without; a zip has bytes that no text has. */
function readText(file: Buffer): string | null {
  const form = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(form, { fatal: true }).decode(file);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
