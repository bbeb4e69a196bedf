/** The parts that every office file has: its list of types, its relations, and where its content was taken from. */
import { type MatrixDocument } from '../domain/matrix/matrix-document';
import { escapeXml } from './xml';
import { type ZipEntry } from './zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CUSTOM = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

export function partOf(name: string, text: string): ZipEntry {
  return { name, bytes: Buffer.from(HEAD + text, 'utf8') };
}

export function relations(
  name: string,
  list: readonly (readonly [type: string, target: string])[],
): ZipEntry {
  const entries = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return partOf(name, `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`);
}

export function contentTypes(list: readonly (readonly [part: string, type: string])[]): ZipEntry {
  const overrides = [...list, ['/docProps/custom.xml', CUSTOM] as const].map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`,
  );
  return partOf(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  );
}

/** What the file was taken from, and when: read when it comes back. */
export function customProperties({ assessmentId, takenAt }: MatrixDocument): ZipEntry {
  const property = (id: number, name: string, value: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`;
  return partOf(
    'docProps/custom.xml',
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${property(2, 'hub06-assessment', assessmentId)}${property(3, 'hub06-taken-at', takenAt)}</Properties>`,
  );
}
