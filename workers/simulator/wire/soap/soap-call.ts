/** Answers for reading a SOAP call: envelope, operation and its fields, each checked for its form. */
import { type Refusal, refusal } from '../refusal';
import { readXml, type XmlElement } from './xml-reader';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
export const REQUEST_NAMESPACE = 'http://dancuquocgia.bca';
const REQUEST_NAMESPACES = [REQUEST_NAMESPACE, 'http://gtel.vn/qldc'];

export interface SoapCall {
  readonly operation: string;
  /** '' when it could not be read. */
  readonly requestId: string;
  readonly purpose: string;
  readonly integration: string;
  readonly officer: string;
  readonly number: string;
  readonly oldCard: string;
  readonly name: string;
  readonly birth: { readonly year: number; readonly month?: number; readonly day?: number } | null;
  /** Text of every direct child, by element name. */
  readonly fields: ReadonlyMap<string, string>;
}

export function readSoapCall(body: Buffer): SoapCall | Refusal {
  let root: XmlElement;
  try {
    root = readXml(body.toString('utf8'));
  } catch (error) {
    return refusal('INVALID', (error as Error).message);
  }
  if (root.name !== 'Envelope' || root.namespace !== ENVELOPE)
    return refusal('INVALID', 'no SOAP 1.1 envelope');
  const bodies = root.children.filter(({ name, namespace }) => name === 'Body' && namespace === ENVELOPE);
  const operation = bodies[0]?.children[0];
  if (bodies.length !== 1 || operation === undefined || bodies[0]?.children.length !== 1)
    return refusal('INVALID', 'the body must hold exactly one operation');
  if (!REQUEST_NAMESPACES.includes(operation.namespace))
    return refusal('INVALID', 'the operation is in no known namespace');
  return readOperation(operation);
}

/** Longest text of each field that is looked at. */
const LONGEST: Readonly<Record<string, number>> = {
  MaYeuCau: 40,
  MaDVC: 64,
  MaTichHop: 20,
  MaCanBo: 128,
  SoDinhDanh: 12,
  SoCMND: 9,
  HoVaTen: 100,
};

function readOperation(element: XmlElement): SoapCall | Refusal {
  const fields = new Map<string, string>();
  for (const child of element.children) {
    if (fields.has(child.name)) return refusal('INVALID', `${child.name} stands twice`);
    if (child.text.length > (LONGEST[child.name] ?? 256))
      return refusal('INVALID', `${child.name} is too long`);
    fields.set(child.name, child.text);
  }
  const field = (name: string): string => fields.get(name) ?? '';
  for (const name of ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo'])
    if (field(name) === '') return refusal('INVALID', `${name} is missing`);
  if (!/^(\d{12})?$/.test(field('SoDinhDanh'))) return refusal('INVALID', 'SoDinhDanh must have 12 digits');
  if (!/^(\d{9})?$/.test(field('SoCMND'))) return refusal('INVALID', 'SoCMND must have 9 digits');
  const birth = readBirth(element.children.find(({ name }) => name === 'NgayThangNamSinh'));
  if (birth === 'WRONG')
    return refusal('INVALID', 'NgayThangNamSinh needs NgayThangNam=YYYYMMDD or Nam=YYYY');
  return {
    operation: element.name,
    requestId: field('MaYeuCau'),
    purpose: field('MaDVC'),
    integration: field('MaTichHop'),
    officer: field('MaCanBo'),
    number: field('SoDinhDanh'),
    oldCard: field('SoCMND'),
    name: field('HoVaTen'),
    birth,
    fields,
  };
}

function readBirth(element: XmlElement | undefined): SoapCall['birth'] | 'WRONG' {
  const text = (name: string): string => element?.children.find((child) => child.name === name)?.text ?? '';
  const [full, year] = [text('NgayThangNam'), text('Nam')];
  if (/^\d{8}$/.test(full))
    return { year: Number(full.slice(0, 4)), month: Number(full.slice(4, 6)), day: Number(full.slice(6)) };
  if (full === '' && /^\d{4}$/.test(year)) return { year: Number(year) };
  return full === '' && year === '' ? null : 'WRONG';
}
