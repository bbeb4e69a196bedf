/** Reads a file of a matrix, Word or Excel, by what is in it and not by its name. */
import { type FoundDocument } from './found-document';
import { readDocx } from './read-docx';
import { readXlsx } from './read-xlsx';
import { UnreadableXml } from './xml';
import { unpackZip, UnreadableZip } from './zip';

/** Null for a file that is neither, or damaged. */
export function readDocument(file: Buffer): FoundDocument | null {
  try {
    const parts = unpackZip(file);
    return parts.has('word/document.xml') ? readDocx(parts) : readXlsx(parts);
  } catch (error) {
    if (error instanceof UnreadableZip || error instanceof UnreadableXml) return null;
    throw error;
  }
}
