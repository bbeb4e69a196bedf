/** Reads the first sheet of a workbook back, with strings inline or shared, and cells that a merged one covers. */
import { type FoundRow } from '../domain/matrix/matrix-document';
import { type FoundDocument } from './found-document';
import { readProperties } from './read-properties';
import { findAll, readXml, textOf, UnreadableXml, type XmlNode } from './xml';

/** STT, NỘI DUNG and the judging columns, with room to spare; what lies beyond is not the table. */
const MOST_COLUMNS = 30;
const MOST_ROWS = 2_000;

/** @throws UnreadableXml */
export function readXlsx(parts: ReadonlyMap<string, Buffer>): FoundDocument {
  const main = parts.get('xl/worksheets/sheet1.xml');
  if (!main) throw new UnreadableXml('no sheet');
  const shared = parts.get('xl/sharedStrings.xml');
  const strings = shared ? findAll(readXml(shared), 'si').map(stringOf) : [];
  const sheet = readXml(main);
  const covered = coveredCells(sheet);
  const rows = findAll(sheet, 'row')
    .slice(0, MOST_ROWS)
    .map((row): FoundRow => {
      const texts: string[] = [];
      for (const cell of findAll(row, 'c')) {
        const place = placeOf(cell.attributes.r ?? '');
        if (place && place.column < MOST_COLUMNS) texts[place.column] = readCell(cell, strings);
      }
      return {
        cells: Array.from({ length: Math.max(texts.length, 9) }, (_, column) => ({
          text: texts[column] ?? '',
          covered: covered.has(`${row.attributes.r} ${column}`),
        })),
      };
    });
  return { ...readProperties(parts), content: { rows } };
}

function readCell(cell: XmlNode, strings: readonly string[]): string {
  if (cell.attributes.t === 'inlineStr') return findAll(cell, 'is').map(stringOf).join('');
  const value = findAll(cell, 'v').map(textOf).join('');
  return cell.attributes.t === 's' ? (strings[Number(value)] ?? '') : value;
}

/** Phonetic hints are no text of the cell. */
function stringOf(node: XmlNode): string {
  return node.children
    .map((child) => (child.tag === 't' ? textOf(child) : child.tag === 'r' ? stringOf(child) : ''))
    .join('')
    .replaceAll('\r\n', '\n');
}

/** Cells below the first of a range that goes down one column. */
function coveredCells(sheet: XmlNode): Set<string> {
  const covered = new Set<string>();
  for (const { attributes } of findAll(sheet, 'mergeCell')) {
    const [first, last] = (attributes.ref ?? '').split(':').map(placeOf);
    if (!first || !last || first.column !== last.column) continue;
    for (let row = first.row + 1; row <= Math.min(last.row, MOST_ROWS); row += 1)
      covered.add(`${row} ${first.column}`);
  }
  return covered;
}

function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}
