/** Answers for the figures of a province that ministries publish: a pure function of seed, province, day and how far the scenario is. */
import { hash, streamKey, uniform } from '../register/hash';
import { type Unit } from '../register/units';

export interface Moment {
  readonly seed: number;
  /** From 0 to 1: how far the country is. */
  readonly progress: number;
  /** Number of the reporting day: the figures are those of its end. */
  readonly day: number;
}

/** From 0 to 1; provinces differ by a quarter, days by little, and each topic has its leaders. */
function levelOf({ seed, progress, day }: Moment, { code }: Unit, topic: string): number {
  const key = streamKey(seed, `statistics ${code} ${topic}`);
  const level = progress + (uniform(key, 0) - 0.5) / 4 + (uniform(hash(key, 1), day) - 0.5) / 100;
  return Math.min(1, Math.max(0, level));
}

const between = (low: number, high: number, level: number): number => low + (high - low) * level;

/** Public services. Names follow the statistics job of a provincial portal. */
export function servicesOf(moment: Moment, unit: Unit): object {
  const level = (topic: string): number => levelOf(moment, unit, topic);
  const received = Math.round(unit.population * 0.06 * between(0.8, 1.2, level('dossiers')));
  const online = Math.round(received * between(0.25, 0.95, level('online')));
  const post = Math.round((received - online) * 0.1);
  const settled = Math.round(received * 0.94);
  const late = Math.round(settled * between(0.12, 0.005, level('late')));
  const early = Math.round((settled - late) * 0.4);
  const linked = Math.round(unit.population * 0.004);
  return {
    HoSo: { TiepNhan: received, TrucTuyen: online, TrucTiep: received - online - post, BuuChinh: post },
    GiaiQuyet: { Som: early, DungHan: settled - late - early, TreHan: late },
    LienThong: { DuDieuKien: linked, DienTu: Math.round(linked * between(0.3, 0.97, level('linked'))) },
    TraCuuCSDLDC: { HoSoDaTraCuu: Math.round(received * between(0.4, 0.99, level('queries'))) },
  };
}

/** Electronic identity. */
export function identityOf(moment: Moment, unit: Unit): object {
  const level = (topic: string): number => levelOf(moment, unit, topic);
  const over14 = Math.round(unit.population * 0.77);
  const over18 = Math.round(unit.population * 0.71);
  const activated = Math.round(over14 * between(0.4, 0.96, level('accounts')));
  const transactions = Math.round(unit.population * between(0.5, 0.9, level('transactions')));
  return {
    Nguoi: { Tu14Tuoi: over14, Tu18Tuoi: over18 },
    TaiKhoanMuc2: {
      DaKichHoat: activated,
      HoatDong: Math.round(activated * between(0.2, 0.85, level('active'))),
    },
    ChuKySo: Math.round(over18 * between(0.05, 0.6, level('signatures'))),
    LuotXacThuc: Math.round(over18 * between(0.5, 6, level('authentications'))),
    TheChip: {
      TongLuot: transactions,
      DungThe: Math.round(transactions * between(0.1, 0.75, level('cards'))),
    },
  };
}

/** Lodging notices. */
export function lodgingOf(moment: Moment, unit: Unit): object {
  const level = (topic: string): number => levelOf(moment, unit, topic);
  const places = Math.max(50, Math.round(unit.population / 2500));
  return {
    CoSo: { TongSo: places, DungPhanMem: Math.round(places * between(0.4, 1, level('software'))) },
    ThongBao: { SoLuot: Math.round(places * between(20, 60, level('notices'))) },
  };
}

/** What of the aggregated population data is served to a province, and which utilities run on it. */
export function servedOf(moment: Moment, unit: Unit): object {
  const level = (topic: string): number => levelOf(moment, unit, topic);
  const served = Math.round(between(1, AGGREGATES.length, level('aggregates')));
  const utilities = between(0.4, 1.2, level('utilities'));
  return {
    BoDuLieu: AGGREGATES.slice(0, served),
    SoNgayTuoi: Math.round(between(40, 1, level('freshness'))),
    TienIch: ['XAC_THUC', 'TONG_HOP', 'LUU_TRU'].map((Ma, position) => ({
      Ma,
      DangVanHanh: utilities > 0.35 + position * 0.2,
    })),
  };
}

const AGGREGATES = [
  'DAN_SO',
  'BIEN_DONG',
  'SINH_TU',
  'THE_CAN_CUOC',
  'DINH_DANH',
  'HO_SO_DVC',
  'LUOT_TRA_CUU',
];
