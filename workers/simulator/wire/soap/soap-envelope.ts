/** Answers for the SOAP envelope of answers: collections, results, faults with the field's codes. */
import { type Register } from '../../register/register';
import { type Reply, retryAfter } from '../call';
import { type Refusal, type RefusalReason } from '../refusal';
import { element } from './citizen-xml';
import { escapeXml } from './xml-reader';

export const RESPONSE_NAMESPACE = 'http://www.mic.gov.vn/dancu/1.0';
const CONTENT_TYPE = 'text/xml; charset=utf-8';

function envelope(body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    `${body}</soapenv:Body></soapenv:Envelope>`
  );
}

export function soapReply(body: string, people: number): Reply {
  return { status: 200, contentType: CONTENT_TYPE, body: envelope(body), code: 'CM_SUCCESS', people };
}

export interface CollectionOptions {
  readonly requestId: string;
  /** Found in all; `citizens` may be a page of them. */
  readonly total: number;
  readonly page?: { readonly number: number; readonly size: number };
  /** Position at which the list goes on; null or absent when it does not. */
  readonly next?: number | null;
}

/** `citizens` are `CongDan` elements. */
export function collection(
  register: Register,
  citizens: readonly string[],
  options: CollectionOptions,
): string {
  const { year, month, day } = register.reference;
  const two = (value: number): string => String(value).padStart(2, '0');
  const page =
    options.page === undefined ? '' : ` Trang="${options.page.number}" SoBanGhi="${options.page.size}"`;
  const next = typeof options.next === 'number' ? ` TiepTheo="${options.next}"` : '';
  return (
    `<dc:CongdanCollection xmlns:dc="${RESPONSE_NAMESPACE}" SoCongDan="${options.total}"${page}${next}` +
    ` GhiChu="DỮ LIỆU MÔ PHỎNG" ThoiDiemDuLieu="${year}-${two(month)}-${two(day)}T00:00:00+07:00"` +
    ` id="${escapeXml(options.requestId)}">${citizens.join('')}</dc:CongdanCollection>`
  );
}

export function result(name: string, inner: string): string {
  const opening = `<dc:${name} xmlns:dc="${RESPONSE_NAMESPACE}"`;
  return inner === '' ? `${opening}/>` : `${opening}>${inner}</dc:${name}>`;
}

/** SOAP 1.1 demands 500 for faults; the exceptions are what a gateway in front of the service says. */
const CODES: Readonly<Record<RefusalReason, readonly [status: number, code: string]>> = {
  INVALID: [500, 'INVALID_INPUT'],
  UNKNOWN_SENDER: [401, 'AUTH_FAILED'],
  BAD_SIGNATURE: [401, 'AUTH_FAILED'],
  STALE: [401, 'STALE_TIMESTAMP'],
  NO_LICENCE: [500, '004'],
  NO_RIGHT: [500, '005'],
  NOT_FOUND: [500, 'INVALID_INPUT'],
  DUPLICATE: [500, 'DUPLICATE_REQUEST_ID'],
  NOT_READY: [500, 'INVALID_INPUT'],
  VERSION_CONFLICT: [500, 'INVALID_INPUT'],
  RATE_LIMITED: [429, 'RATE_LIMITED'],
  INTERNAL: [500, 'UPSTREAM_ERROR'],
  UNAVAILABLE: [503, 'UNAVAILABLE'],
};

export function soapFault(refusal: Refusal, requestId: string): Reply {
  const [status, code] = CODES[refusal.reason];
  const side = status === 503 || refusal.reason === 'INTERNAL' ? 'Server' : 'Client';
  const detail =
    element('MaLoi', code) +
    element('MoTa', escapeXml(refusal.message)) +
    element('MaYeuCau', escapeXml(requestId));
  return {
    status,
    contentType: CONTENT_TYPE,
    body: envelope(
      `<soapenv:Fault><faultcode>soapenv:${side}</faultcode><faultstring>${escapeXml(refusal.message)} (simulated)` +
        `</faultstring><detail>${result('Loi', detail)}</detail></soapenv:Fault>`,
    ),
    headers: retryAfter(refusal),
    code,
    people: 0,
  };
}
