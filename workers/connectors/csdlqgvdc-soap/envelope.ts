/** SOAP 1.1 as the register's legacy route speaks it: signed headers out, a strict reading of what comes back. */
import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { asCode } from '../http-exchange';
import { SourceContractBroken } from '../errors';

const REQUEST_NAMESPACE = 'http://dancuquocgia.bca';

export interface Signer {
  /** The address of the service as it is called, without query. */
  readonly url: string;
  readonly user: string;
  readonly secretKey: string;
}

/** `Basic base64(user ":" sha256hex(url + user + timestamp + secretKey))`; `timestamp` in epoch milliseconds. */
export function signHeaders(signer: Signer, timestamp: number): Record<string, string> {
  const { url, user, secretKey } = signer;
  const digest = createHash('sha256').update(`${url}${user}${timestamp}${secretKey}`).digest('hex');
  return {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: '""',
    timestamp: String(timestamp),
    authorization: `Basic ${Buffer.from(`${user}:${digest}`).toString('base64')}`,
  };
}

/** Text by element name; an object nests. Elements keep the order in which they are given. */
export interface Elements {
  readonly [name: string]: string | Elements;
}

export function writeEnvelope(operation: string, elements: Elements): string {
  return (
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns:dan="${REQUEST_NAMESPACE}"><soapenv:Header/><soapenv:Body>` +
    writeElements({ [operation]: elements }) +
    '</soapenv:Body></soapenv:Envelope>'
  );
}

function writeElements(elements: Elements): string {
  return Object.entries(elements)
    .map(([name, value]) => {
      const content = typeof value === 'string' ? escapeXml(value) : writeElements(value);
      return `<dan:${name}>${content}</dan:${name}>`;
    })
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Control signs are not allowed in XML at all, however they are escaped. */
const escapeXml = (text: string) =>
  text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '').replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** An element as it was read: attributes begin with `@`, repeated ones are lists. */
export type Node = Readonly<Record<string, unknown>>;

const LISTS = new Set(['CongDan', 'SoDinhDanhCu', 'HoVaTenCu']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Read by `textOf`, which knows the five of XML and nothing that a document could define.
  processEntities: false,
  isArray: (name) => LISTS.has(name),
});

/** The body of an envelope. @throws SourceContractBroken for anything that is not one whole, plain SOAP envelope. */
export function readBody(xml: string): Node {
  if (/<!(?!--)/.test(xml)) throw new SourceContractBroken('document type or CDATA');
  if (XMLValidator.validate(xml) !== true) throw new SourceContractBroken('no XML');
  return asNode(asNode(parse(xml).Envelope, 'Envelope').Body, 'Body');
}

/** The validator overlooks some damage at which the parser throws; its message may quote the answer, which is a person. */
function parse(xml: string): Node {
  try {
    return parser.parse(xml) as Node;
  } catch {
    throw new SourceContractBroken('no XML');
  }
}

export function asNode(value: unknown, what: string): Node {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Node;
  throw new SourceContractBroken(what);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of an element; an absent or empty one is ''. @throws SourceContractBroken for nested or repeated elements. */
export function textOf(value: unknown, what: string): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') throw new SourceContractBroken(what);
  return value.replaceAll(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|\w+);/g, (_, entity: string) => {
    const known = NAMED[entity] ?? characterOf(entity);
    if (known === null) throw new SourceContractBroken('entity');
    return known;
  });
}

function characterOf(entity: string): string | null {
  if (!entity.startsWith('#')) return null;
  const code = entity.startsWith('#x') ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

export interface Fault {
  /** The register's own code, when the fault bears one. */
  readonly code: string | null;
  /** Whether the fault says that the question was wrong; else the source is to blame. */
  readonly ours: boolean;
}

/** The fault in a body that could be read, or null: an error page of a server in between is no fault. */
export function readFault(xml: string): Fault | null {
  try {
    const fault = asNode(readBody(xml).Fault, 'Fault');
    const detail = asNode(asNode(fault.detail, 'detail').Loi, 'Loi');
    const ours = /(^|:)Client$/.test(textOf(fault.faultcode, 'faultcode'));
    return { code: asCode(textOf(detail.MaLoi, 'MaLoi')), ours };
  } catch (error) {
    if (error instanceof SourceContractBroken) return null;
    throw error;
  }
}
