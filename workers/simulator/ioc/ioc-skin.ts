/** Answers for the IOCs of the 34 provinces behind one address: what a node says of itself, and the pages of its feeds. */
import { below, hash, streamKey, uniform } from '../register/hash';
import { UNITS } from '../register/units';
import { type Scenario } from '../scenario';
import { type Call, type Reply, type Skin } from '../wire/call';
import { jsonReply, jsonRefusal, senderOf } from '../wire/json-words';
import { type Refusal, refusal } from '../wire/refusal';
import { offeredBetween, RECORDS_A_DAY } from './feed-log';
import { dayOf, startOf } from './reporting-day';

export const IOC_PREFIX = '/ioc/v1/';
export const FEEDS = ['dan-cu', 'dich-vu-cong', 'phan-anh', 'y-te', 'luu-tru', 'so-hoa'] as const;

const STAGES = { NOT_STARTED: 'CHUA_TRIEN_KHAI', TRIAL: 'THI_DIEM', CONNECTED: 'DA_KET_NOI' } as const;
const MOST_RECORDS_A_PAGE = 200;
const BEAT_EVERY_MS = 300_000;

export interface IocWorld {
  readonly seed: number;
  ioc(): Scenario['ioc'];
  /** Whether nothing is heard of the node: by the scenario, or by the control API. */
  isSilent(province: string): boolean;
}

export class IocSkin implements Skin {
  constructor(private readonly world: IocWorld) {}

  answer(call: Call): Reply {
    const [province = '', part, feed] = call.path.slice(IOC_PREFIX.length).split('/');
    const unit = UNITS.find(({ code }) => code === province);
    const refused = senderOf(call) ?? (unit === undefined ? refusal('NOT_FOUND', 'no such province') : null);
    if (refused !== null) return jsonRefusal(call, refused);
    if (this.world.isSilent(province)) return nodeSilent();
    const asked = call.strangerAt === null ? province : strangerTo(province);
    if (part === undefined) return jsonReply(call, this.node(asked, call.nowMs));
    if (part === 'nguon-cap' && feed !== undefined && this.feedsOf(province).includes(feed)) {
      const since = readCursor(call.query.get('tu'), call.nowMs);
      return since === null
        ? jsonRefusal(call, refusal('INVALID', 'tu must be a cursor that a page gave'))
        : jsonReply(call, this.page(asked, feed, since, call.nowMs));
    }
    return jsonRefusal(call, refusal('NOT_FOUND', 'no such feed'));
  }

  refuse(call: Call, refused: Refusal): Reply {
    return jsonRefusal(call, refused);
  }

  /** On trial a node has not built all of its feeds. */
  private feedsOf(province: string): readonly string[] {
    const { stage } = this.world.ioc();
    if (stage === 'NOT_STARTED') return [];
    if (stage === 'CONNECTED') return FEEDS;
    const missing = below(streamKey(this.world.seed, `ioc feeds ${province}`), 1, 3);
    return FEEDS.slice(missing);
  }

  private node(province: string, nowMs: number): object {
    const { stage, centre, uptime } = this.world.ioc();
    const key = streamKey(this.world.seed, `ioc node ${province}`);
    const today = dayOf(nowMs);
    const wobble = (uniform(hash(key, 1), today) - 0.5) * (1 - uptime);
    return {
      MaTinhThanh: province,
      ThoiDiem: new Date(nowMs).toISOString(),
      GiaiDoan: STAGES[stage],
      KetNoiTrungTamChinhPhu: centre,
      KetNoiCSDLDC: stage === 'CONNECTED',
      NhipTim: new Date(Math.floor(nowMs / BEAT_EVERY_MS) * BEAT_EVERY_MS).toISOString(),
      GioChot: new Date(startOf(today)).toISOString(),
      PhutQuanSat: 1440,
      PhutSanSang: Math.round(1440 * Math.min(1, uptime + wobble)),
      NguonCap: this.feedsOf(province).map((feed) => ({ Ma: feed, SoBanGhiNgay: RECORDS_A_DAY })),
    };
  }

  private page(province: string, feed: string, sinceMs: number, nowMs: number): object {
    const { quality, progress } = this.world.ioc();
    const nature = { seed: this.world.seed, province, feed, quality, progress };
    const offered = offeredBetween(nature, sinceMs, nowMs);
    // Records of one moment stay together: a cursor between them would lose some.
    const last = offered[MOST_RECORDS_A_PAGE - 1]?.offeredMs ?? nowMs;
    const records = offered.filter(({ offeredMs }) => offeredMs <= last);
    return {
      MaTinhThanh: province,
      NguonCap: feed,
      DanhSach: records.map((record) => ({
        KhoaNhan: record.key,
        PhienBan: record.version,
        NgayBaoCao: record.day,
        ThoiDiemPhatHanh: new Date(record.issuedMs).toISOString(),
        TuSo: record.numerator,
        MauSo: record.denominator,
      })),
      TiepTheo: String(last),
      ConNua: records.length < offered.length,
    };
  }
}

/** Without a cursor a reader begins two whole reporting days ago. */
function readCursor(text: string | null, nowMs: number): number | null {
  if (text === null) return startOf(dayOf(nowMs) - 2) - 1;
  const since = /^\d{1,15}$/.test(text) ? Number(text) : null;
  return since === null || since > nowMs ? null : since;
}

const strangerTo = (province: string): string =>
  (UNITS.find(({ code }) => code > province) ?? UNITS[0])?.code as string;

/** The platform in between is well, and says that nothing is heard of the node. */
function nodeSilent(): Reply {
  const code = 'CM_NODE_SILENT';
  return {
    status: 504,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ status: { code, message: 'the node does not answer (simulated)' } }),
    code,
    people: 0,
  };
}
