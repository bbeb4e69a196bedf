/** Answers for the SOAP 1.1 skin: authorisation, licence, and which operation answers. */
import { type Register } from '../../register/register';
import { type Call, type Reply, type Skin } from '../call';
import { type Grant, grantsOf, mayAsk } from '../licences';
import { isRefusal, type Refusal, refusal } from '../refusal';
import { authorise } from './authorisation';
import { LIST_OPERATIONS, listPeople } from './list-operations';
import {
  householdHead,
  householdMembers,
  lifeStatus,
  lookUp,
  maritalStatus,
  verify,
} from './person-operations';
import { readSoapCall, type SoapCall } from './soap-call';
import { soapFault, soapReply } from './soap-envelope';

export const SOAP_PATH = '/soap/dancu';

/** What an operation found: the XML of the body's only child, and for how many people. */
export interface SoapAnswer {
  readonly body: string;
  readonly people: number;
}

export interface SoapContext {
  readonly register: Register;
  readonly grants: readonly Grant[];
  readonly strangerAt: number | null;
}

export type SoapOperation = (call: SoapCall, context: SoapContext) => SoapAnswer | Refusal;

interface Offer {
  readonly answer: SoapOperation;
  readonly grant: Grant;
  readonly integrations: readonly string[];
}

const offer = (answer: SoapOperation, grant: Grant, integrations = ['037']): Offer => ({
  answer,
  grant,
  integrations,
});

export const SOAP_OPERATIONS: ReadonlyMap<string, Offer> = new Map([
  ['TraCuuThongTinCongDan', offer(lookUp, 'IDENTITY')],
  ['CungCapThongTinCongDan', offer(lookUp, 'IDENTITY')],
  ['XacThucThongTinCongDan', offer(verify, 'IDENTITY', ['033', '003'])],
  ['XacMinhThongTinChuHo', offer(householdHead, 'FAMILY')],
  ['CungCapThongTinHoGiaDinh', offer(householdMembers, 'FAMILY')],
  ['XacMinhTinhTrangHonNhan', offer(maritalStatus, 'FAMILY')],
  ['XacMinhTinhTrangChetMatTich', offer(lifeStatus, 'IDENTITY')],
  ...LIST_OPERATIONS.map((name): [string, Offer] => [name, offer(listPeople, 'LIST')]),
]);

export class SoapSkin implements Skin {
  constructor(private readonly register: () => Register) {}

  answer(call: Call): Reply {
    const read = readSoapCall(call.body);
    const requestId = isRefusal(read) ? '' : read.requestId;
    const done = authorise(call) ?? (isRefusal(read) ? read : this.work(call, read));
    return isRefusal(done) ? soapFault(done, requestId) : soapReply(done.body, done.people);
  }

  refuse(call: Call, refused: Refusal): Reply {
    const read = readSoapCall(call.body);
    return soapFault(refused, isRefusal(read) ? '' : read.requestId);
  }

  private work(call: Call, asked: SoapCall): SoapAnswer | Refusal {
    const offered = SOAP_OPERATIONS.get(asked.operation);
    if (offered === undefined) return refusal('INVALID', 'no such operation');
    if (!offered.integrations.includes(asked.integration))
      return refusal('INVALID', 'MaTichHop does not belong to this operation');
    const denied = mayAsk(asked.purpose, asked.officer, offered.grant) ?? call.admit('SOAP', asked.officer);
    if (denied !== null) return denied;
    const context = {
      register: this.register(),
      grants: grantsOf(asked.purpose),
      strangerAt: call.strangerAt,
    };
    const answer = offered.answer(asked, context);
    if (isRefusal(answer)) return answer;
    return call.isFirst(`soap ${asked.requestId}`)
      ? answer
      : refusal('DUPLICATE', 'this MaYeuCau was answered before');
  }
}
