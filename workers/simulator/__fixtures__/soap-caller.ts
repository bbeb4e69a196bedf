/** A caller of the SOAP skin as the field has it: envelope, timestamp and digest written by hand. */
import { randomUUID } from 'node:crypto';
import { ACCOUNT, digestOf } from '../wire/soap/authorisation';
import { readXml, type XmlElement } from '../wire/soap/xml-reader';

export interface Asked {
  operation?: string;
  fields?: string;
  purpose?: string;
  officer?: string;
  integration?: string;
  requestId?: string;
  timestamp?: number;
  secret?: string;
  body?: string;
}

export async function ask(
  simulatorUrl: string,
  asked: Asked,
): Promise<{ status: number; root: XmlElement; text: string }> {
  const {
    operation = 'TraCuuThongTinCongDan',
    fields = '',
    purpose = 'G15-TP110',
    officer = 'canbo.sim',
  } = asked;
  const url = `${simulatorUrl}/soap/dancu`;
  const timestamp = String(asked.timestamp ?? Date.now());
  const digest = digestOf(url, ACCOUNT.user, timestamp, asked.secret ?? ACCOUNT.secretKey);
  const body =
    asked.body ??
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="http://dancuquocgia.bca"><soapenv:Header/>
     <soapenv:Body><dan:${operation}><dan:MaYeuCau>${asked.requestId ?? randomUUID()}</dan:MaYeuCau><dan:MaDVC>${purpose}</dan:MaDVC>
     <dan:MaTichHop>${asked.integration ?? '037'}</dan:MaTichHop><dan:MaCanBo>${officer}</dan:MaCanBo>${fields}</dan:${operation}>
     </soapenv:Body></soapenv:Envelope>`;
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '""',
      timestamp,
      authorization: `Basic ${Buffer.from(`${ACCOUNT.user}:${digest}`).toString('base64')}`,
    },
  });
  const text = await response.text();
  const root = readXml(text, 100_000);
  return { status: response.status, root, text };
}
