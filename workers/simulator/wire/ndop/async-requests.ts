/** Answers for the asynchronous family of requests: submitted lists, their states, results as records and as a file. */
import { createHash, randomUUID } from 'node:crypto';
import { type Register } from '../../register/register';
import { type Call, type Reply } from '../call';
import { isRefusal, type Refusal, refusal } from '../refusal';
import { type TextPart, Utf8Text } from '../utf8-text';
import { textOf, type Question } from './envelope';
import { type Done, NDOP_PREFIX, type Operation } from './ndop-skin';
import { entriesOf, listData } from './people-text';
import { writerOf } from './person-fields';
import { type Field, readFields } from './wanted-fields';
import { readWanted, type WantedPerson } from './wanted-people';

const MOST_PEOPLE = 100_000;
const MOST_RECORDS_A_PAGE = 1000;
const MOST_REQUESTS_A_PAGE = 100;
const MOST_REQUESTS_OF_A_SENDER = 100;
const MOST_SENDERS = 100;
const KEPT_MS = 24 * 3_600_000;
/** Work of the pretended back office: so long for a request, and so long for each thousand people. */
const START_MS = 200;
const MS_PER_THOUSAND = 20;

interface Submitted {
  readonly id: string;
  readonly msgId: string;
  readonly senderId: string;
  readonly purpose: string;
  readonly officer: string;
  readonly people: readonly WantedPerson[];
  readonly fields: ReadonlySet<Field>;
  readonly receivedAt: number;
  readonly doneAt: number;
  readonly history: { ThoiDiem: string; SuKien: string }[];
}

export class AsyncRequests {
  /** By sender, oldest first. Only the questions are kept; answers are worked out when they are read. */
  private readonly bySender = new Map<string, Submitted[]>();

  constructor(private readonly register: () => Register) {}

  operations(): [path: string, operation: Operation][] {
    const named: Record<string, Operation> = {
      SubmitRequest: (call, question) => this.submit(call, question),
      GetRequests: (call, question) => this.list(call, question),
      GetRequestStatus: this.about((request, call) => json(statusOf(request, call.nowMs))),
      GetRequestDetail: this.about((request, call) => json(detailOf(request, call.nowMs))),
      GetRequestHistory: this.about((request, call) => json({ DanhSach: historyOf(request, call.nowMs) })),
      GetRequestResult: this.finished((request) => this.fileOf(request)),
      GetResultDetailAsFile: this.finished((request) => this.fileOf(request)),
      GetResultDetailAsRecords: this.finished((request, _, question) => this.records(request, question)),
      DeleteRequest: this.about((request) => this.remove(request)),
    };
    return Object.entries(named).map(([name, operation]) => [`yeu-cau/${name}`, operation]);
  }

  private submit({ nowMs }: Call, question: Question): Done | Refusal {
    const { senderId, msgId, purpose, officer, data } = question;
    const kept = (this.bySender.get(senderId) ?? []).filter(({ receivedAt }) => nowMs - receivedAt < KEPT_MS);
    const before = kept.find((request) => request.msgId === msgId);
    if (before !== undefined) return json(statusOf(before, nowMs));
    const people = readWanted(data['DanhSach'] ?? linesOf(data['TepDuLieu']), MOST_PEOPLE);
    if ('reason' in people) return people;
    const fields = readFields(question);
    if ('reason' in fields) return fields;
    if (kept.length >= MOST_REQUESTS_OF_A_SENDER || this.bySender.size >= MOST_SENDERS)
      return refusal('RATE_LIMITED', 'too many requests are kept; delete finished ones', 60);
    const request: Submitted = {
      id: randomUUID().replaceAll('-', ''),
      msgId,
      senderId,
      purpose,
      officer,
      people,
      fields,
      receivedAt: nowMs,
      doneAt: nowMs + START_MS + Math.ceil(people.length / 1000) * MS_PER_THOUSAND,
      history: [{ ThoiDiem: time(nowMs), SuKien: 'TIEP_NHAN' }],
    };
    this.bySender.set(senderId, [...kept, request]);
    return { data: JSON.stringify(statusOf(request, nowMs)), people: people.length };
  }

  private find(senderId: string, id: string, nowMs: number): Submitted | null {
    const request = this.bySender.get(senderId)?.find((one) => one.id === id);
    return request !== undefined && nowMs - request.receivedAt < KEPT_MS ? request : null;
  }

  private about(work: (request: Submitted, call: Call, question: Question) => Done | Refusal): Operation {
    return (call, question) => {
      const id = textOf(question.data['MaYeuCau'], 64);
      const request = this.find(question.senderId, id, call.nowMs);
      return request === null ? refusal('NOT_FOUND', 'no such MaYeuCau') : work(request, call, question);
    };
  }

  private finished(work: (request: Submitted, call: Call, question: Question) => Done | Refusal): Operation {
    return this.about((request, call, question) => {
      const left = request.doneAt - call.nowMs;
      if (left > 0) return refusal('NOT_READY', 'the result is not ready yet', Math.ceil(left / 1000));
      return work(request, call, question);
    });
  }

  private list({ nowMs }: Call, { senderId, data }: Question): Done | Refusal {
    const all = [...(this.bySender.get(senderId) ?? [])]
      .filter(({ receivedAt }) => nowMs - receivedAt < KEPT_MS)
      .reverse();
    const page = pageOf(data['Trang'], data['SoBanGhi'], MOST_REQUESTS_A_PAGE);
    if (isRefusal(page)) return page;
    const shown = all.slice(page.from, page.to).map((request) => detailOf(request, nowMs));
    return json({ DanhSach: shown, ...page.shown(all.length) });
  }

  private records(request: Submitted, { data }: Question): Done | Refusal {
    const page = pageOf(data['Trang'], data['SoBanGhi'], MOST_RECORDS_A_PAGE);
    if (isRefusal(page)) return page;
    const people = request.people.slice(page.from, page.to);
    const more = `,${JSON.stringify(page.shown(request.people.length)).slice(1, -1)}`;
    return {
      data: listData(this.register(), this.entries({ ...request, people }), more),
      people: people.length,
    };
  }

  private entries({ people, fields }: Pick<Submitted, 'people' | 'fields'>, separator = ','): TextPart {
    const register = this.register();
    return entriesOf(register, people, { write: writerOf(register, fields), separator });
  }

  private text(request: Submitted): Buffer {
    const text = new Utf8Text();
    text.add(this.entries(request, '\n'));
    text.add('\n');
    return text.toBuffer();
  }

  private fileOf(request: Submitted): Done {
    const text = this.text(request);
    return json({
      MaYeuCau: request.id,
      SoBanGhi: request.people.length,
      SoTrang: Math.ceil(request.people.length / MOST_RECORDS_A_PAGE),
      Tep: {
        TenTep: `${request.id}.jsonl`,
        DuongDanTaiXuong: `${NDOP_PREFIX}yeu-cau/${request.id}/tep`,
        SoByte: text.length,
        MaKiemTra: createHash('sha256').update(text).digest('hex'),
      },
    });
  }

  /** The file itself; its address is as hard to guess as a key, and ends with the request. */
  file(id: string, nowMs: number): Reply | null {
    for (const requests of this.bySender.values()) {
      const request = requests.find((one) => one.id === id);
      if (request === undefined || nowMs < request.doneAt || nowMs - request.receivedAt >= KEPT_MS) continue;
      return {
        status: 200,
        contentType: 'application/x-ndjson; charset=utf-8',
        body: this.text(request),
        code: 'CM_SUCCESS',
        people: request.people.length,
      };
    }
    return null;
  }

  private remove(request: Submitted): Done {
    const others = (this.bySender.get(request.senderId) ?? []).filter((one) => one !== request);
    if (others.length === 0) this.bySender.delete(request.senderId);
    else this.bySender.set(request.senderId, others);
    return json({ MaYeuCau: request.id, TrangThai: 'DA_XOA' });
  }
}

function json(data: object): Done {
  return { data: JSON.stringify(data), people: 0 };
}

const time = (ms: number): string => new Date(ms).toISOString();

function statusOf(request: Submitted, nowMs: number): object {
  const { id, people, receivedAt, doneAt } = request;
  const share = Math.min(
    1,
    Math.max(0, (nowMs - receivedAt - START_MS / 2) / (doneAt - receivedAt - START_MS / 2)),
  );
  const state = nowMs >= doneAt ? 'HOAN_THANH' : share > 0 ? 'DANG_XU_LY' : 'TIEP_NHAN';
  return {
    MaYeuCau: id,
    TrangThai: state,
    SoBanGhi: people.length,
    DaXuLy: nowMs >= doneAt ? people.length : Math.floor(share * people.length),
  };
}

function detailOf(request: Submitted, nowMs: number): object {
  return {
    ...statusOf(request, nowMs),
    MaDVC: request.purpose,
    MaCanBo: request.officer,
    ThoiDiemTiepNhan: time(request.receivedAt),
    ThoiDiemHoanThanh: nowMs >= request.doneAt ? time(request.doneAt) : null,
    HetHan: time(request.receivedAt + KEPT_MS),
  };
}

function historyOf(request: Submitted, nowMs: number): object[] {
  const done = nowMs >= request.doneAt ? [{ ThoiDiem: time(request.doneAt), SuKien: 'HOAN_THANH' }] : [];
  return [...request.history, ...done];
}

interface Page {
  readonly from: number;
  readonly to: number;
  shown(total: number): object;
}

function pageOf(page: unknown, size: unknown, most: number): Page | Refusal {
  const number = page ?? 1;
  const records = size ?? most;
  const whole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1;
  if (!whole(number) || !whole(records) || records > most)
    return refusal('INVALID', `Trang from 1, SoBanGhi from 1 to ${most}`);
  return {
    from: (number - 1) * records,
    to: number * records,
    shown: (total) => ({
      Trang: number,
      SoBanGhi: records,
      TongSo: total,
      SoTrang: Math.ceil(total / records),
    }),
  };
}

/** A file of one JSON object a line; a line that is none becomes an entry that cannot be read. */
function linesOf(file: unknown): unknown {
  if (typeof file !== 'string') return undefined;
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => {
      try {
        return JSON.parse(line);
      } catch {
        return null;
      }
    });
}
