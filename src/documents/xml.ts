/** Writes text into XML and reads XML into a tree whose order is kept; entities of the sender's own are refused. */
import { XMLParser } from 'fast-xml-parser';

/** The part is no XML that an office program writes. */
export class UnreadableXml extends Error {}

/** Control characters have no place in XML at all; they are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what is to be found
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

export interface XmlNode {
  /** `w:tc`, or `#text`. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Signs by number as well (`&#10;`): LibreOffice writes the line breaks of a cell so.
  htmlEntities: true,
});

/** @throws UnreadableXml */
export function readXml(bytes: Buffer): XmlNode {
  const text = bytes.toString('utf8');
  if (text.includes('<!DOCTYPE')) throw new UnreadableXml('a document type');
  try {
    return { tag: '', attributes: {}, text: '', children: (parser.parse(text) as Raw[]).map(toNode) };
  } catch {
    throw new UnreadableXml('damaged');
  }
}

type Raw = Readonly<Record<string, unknown>>;

function toNode(raw: Raw): XmlNode {
  const attributes = (raw[':@'] ?? {}) as Record<string, string>;
  const tag = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const value = raw[tag];
  return Array.isArray(value)
    ? { tag, attributes, text: '', children: (value as Raw[]).map(toNode) }
    : { tag, attributes, text: typeof value === 'string' ? value : String(value ?? ''), children: [] };
}

/** All descendants with the tag, in order; none inside one that was found. */
export function findAll(node: XmlNode, tag: string): XmlNode[] {
  return node.children.flatMap((child) => (child.tag === tag ? [child] : findAll(child, tag)));
}

export function findFirst(node: XmlNode, tag: string): XmlNode | null {
  return findAll(node, tag)[0] ?? null;
}

/** All text below, without any space of its own. */
export function textOf(node: XmlNode): string {
  return node.tag === '#text' ? node.text : node.children.map(textOf).join('');
}
