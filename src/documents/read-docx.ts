/** Reads the table of a Word document back, however an office program has rewritten it: the largest table is the matrix. */
import { type FoundRow } from '../domain/matrix/matrix-document';
import { type FoundDocument } from './found-document';
import { readProperties } from './read-properties';
import { findAll, findFirst, readXml, UnreadableXml, type XmlNode } from './xml';

/** @throws UnreadableXml */
export function readDocx(parts: ReadonlyMap<string, Buffer>): FoundDocument {
  const main = parts.get('word/document.xml');
  if (!main) throw new UnreadableXml('no document');
  const tables = findAll(readXml(main), 'w:tbl').map((table) => findAll(table, 'w:tr'));
  const rows = tables.reduce<XmlNode[]>(
    (largest, next) => (next.length > largest.length ? next : largest),
    [],
  );
  return { ...readProperties(parts), content: { rows: rows.map(readRow) } };
}

function readRow(row: XmlNode): FoundRow {
  return {
    cells: findAll(row, 'w:tc').flatMap((cell) => {
      const merge = findFirst(cell, 'w:vMerge');
      // The attribute may be absent, which means that the cell above goes on.
      const covered = merge !== null && merge.attributes['w:val'] !== 'restart';
      const across = Number(findFirst(cell, 'w:gridSpan')?.attributes['w:val'] ?? 1);
      const blank = { text: '', covered: false };
      return [
        { text: readText(cell), covered },
        ...Array.from({ length: Math.min(across, 20) - 1 }, () => blank),
      ];
    }),
  };
}

function readText(cell: XmlNode): string {
  return findAll(cell, 'w:p')
    .map((paragraph) => paragraph.children.map(readRun).join(''))
    .join('\n');
}

/** Text that is struck out as a tracked deletion is no text of the cell. */
function readRun(node: XmlNode): string {
  if (node.tag === 'w:t') return node.children.map((child) => child.text).join('');
  if (node.tag === 'w:br' || node.tag === 'w:cr') return '\n';
  if (node.tag === 'w:tab') return '\t';
  if (node.tag === 'w:noBreakHyphen') return '-';
  return node.tag === 'w:del' || node.tag === 'w:pPr' || node.tag === 'w:rPr'
    ? ''
    : node.children.map(readRun).join('');
}
