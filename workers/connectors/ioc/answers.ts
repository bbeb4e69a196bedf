/** The nodes' words, and what they mean in the hub's terms. */
import { z } from 'zod';
import { type FeedPage, type NodeState } from '../contract';

const moment = z.iso.datetime({ offset: true });
const count = z.int().min(0);

const STAGES = { CHUA_TRIEN_KHAI: 'NOT_STARTED', THI_DIEM: 'TRIAL', DA_KET_NOI: 'CONNECTED' } as const;

export const NodeAnswer = z.object({
  data: z
    .object({
      MaTinhThanh: z.string(),
      ThoiDiem: moment,
      GiaiDoan: z.enum(['CHUA_TRIEN_KHAI', 'THI_DIEM', 'DA_KET_NOI']),
      KetNoiTrungTamChinhPhu: z.boolean(),
      KetNoiCSDLDC: z.boolean(),
      NhipTim: moment,
      GioChot: moment,
      PhutQuanSat: count,
      PhutSanSang: count,
      NguonCap: z.array(z.object({ Ma: z.string(), SoBanGhiNgay: count })),
    })
    .refine(({ PhutQuanSat, PhutSanSang }) => PhutSanSang <= PhutQuanSat, 'more minutes than were observed'),
});

/** The record's own values are not looked at here: one bad record must not spoil a page. */
export const PageAnswer = z.object({
  data: z.object({
    MaTinhThanh: z.string(),
    NguonCap: z.string(),
    DanhSach: z.array(z.record(z.string(), z.unknown())),
    TiepTheo: z.string().min(1).max(100),
    ConNua: z.boolean(),
  }),
});

export function toNode({ data }: z.infer<typeof NodeAnswer>): NodeState {
  return {
    localityCode: data.MaTinhThanh,
    at: data.ThoiDiem,
    reported: STAGES[data.GiaiDoan],
    connectedToCentre: data.KetNoiTrungTamChinhPhu,
    connectedToRegister: data.KetNoiCSDLDC,
    heartbeatAt: data.NhipTim,
    cutOffAt: data.GioChot,
    minutesObserved: data.PhutQuanSat,
    minutesAvailable: data.PhutSanSang,
    feeds: data.NguonCap.map(({ Ma, SoBanGhiNgay }) => ({ code: Ma, perDay: SoBanGhiNgay })),
  };
}

export function toPage({ data }: z.infer<typeof PageAnswer>): FeedPage {
  return {
    records: data.DanhSach.map((record) => ({
      receiverKey: record['KhoaNhan'],
      version: record['PhienBan'],
      reportingDay: record['NgayBaoCao'],
      issuedAt: record['ThoiDiemPhatHanh'],
      numerator: record['TuSo'],
      denominator: record['MauSo'],
    })),
    next: data.TiepTheo,
    more: data.ConNua,
  };
}
