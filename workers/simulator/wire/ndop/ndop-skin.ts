/** Answers for the NDOP manner: which operation a path names, the envelope around it, and who may ask. */
import { type Register } from '../../register/register';
import { type Call, type Reply, type Skin } from '../call';
import { mayAsk } from '../licences';
import { isRefusal, type Refusal, refusal } from '../refusal';
import { type TextPart } from '../utf8-text';
import { type Question, readQuestion, refused, success } from './envelope';
import { entriesOf, listData } from './people-text';
import { writerOf } from './person-fields';
import { type Signatures } from './signatures';
import { readFields } from './wanted-fields';
import { readWanted } from './wanted-people';

export const NDOP_PREFIX = '/ndop/v1/';
export const LOOKUP_PATH = `${NDOP_PREFIX}tra-cuu`;
const MOST_PEOPLE_A_REQUEST = 1000;

/** What an operation found out: JSON text of `data`, and for how many people. */
export interface Done {
  readonly data: TextPart;
  readonly people: number;
}

/** One operation; it is asked only by those who may. */
export type Operation = (call: Call, question: Question) => Done | Refusal;

export class NdopSkin implements Skin {
  /** `operations` by path without the prefix. */
  constructor(
    private readonly operations: ReadonlyMap<string, Operation>,
    private readonly signatures: Signatures,
  ) {}

  answer(call: Call): Reply {
    const { question, refused: unreadable } = readQuestion(call.body);
    const done = unreadable ?? this.admitted(call, question) ?? this.work(call, question);
    const reply = isRefusal(done)
      ? refused(call, question, done)
      : success(call, question, done.data, done.people);
    return this.signatures.signed(call, reply);
  }

  refuse(call: Call, refusal: Refusal): Reply {
    return refused(call, readQuestion(call.body).question, refusal);
  }

  private admitted(call: Call, question: Question): Refusal | null {
    return (
      this.signatures.check(call, question) ??
      mayAsk(question.purpose, question.officer, 'IDENTITY') ??
      call.admit(question.senderId, question.officer)
    );
  }

  private work(call: Call, question: Question): Done | Refusal {
    const operation = this.operations.get(call.path.slice(NDOP_PREFIX.length));
    return operation === undefined ? refusal('NOT_FOUND', 'no such operation') : operation(call, question);
  }
}

/** The synchronous batch look-up. */
export function lookUp(register: () => Register): Operation {
  return (call, question) => {
    const people = readWanted(question.data['DanhSach'], MOST_PEOPLE_A_REQUEST);
    if ('reason' in people) return people;
    const fields = readFields(question);
    if ('reason' in fields) return fields;
    const { msgId } = question;
    if (!call.isFirst(`ndop ${msgId}`)) return refusal('DUPLICATE', 'this msg_id was answered before');
    const swapAt = call.strangerAt === null ? -1 : Math.floor(call.strangerAt * people.length);
    const entries = entriesOf(register(), people, { write: writerOf(register(), fields), swapAt });
    return { data: listData(register(), entries), people: people.length };
  };
}
