/** The source's words about electronic identity, and the indicators that they make. */
import { z } from 'zod';
import { type Figure } from '../contract';

const count = z.int().min(0);

export const Answer = z.object({
  data: z
    .object({
      MaTinhThanh: z.string(),
      ThoiDiemChot: z.iso.datetime({ offset: true }),
      Nguoi: z.object({ Tu14Tuoi: count, Tu18Tuoi: count }),
      TaiKhoanMuc2: z.object({ DaKichHoat: count, HoatDong: count }),
      ChuKySo: count,
      LuotXacThuc: count,
      TheChip: z.object({ TongLuot: count, DungThe: count }),
    })
    .refine(({ Nguoi }) => Nguoi.Tu18Tuoi <= Nguoi.Tu14Tuoi, 'more adults than people of 14 and over')
    .refine(
      ({ TaiKhoanMuc2, Nguoi }) => TaiKhoanMuc2.DaKichHoat <= Nguoi.Tu14Tuoi,
      'more accounts than people',
    )
    .refine(
      ({ TaiKhoanMuc2 }) => TaiKhoanMuc2.HoatDong <= TaiKhoanMuc2.DaKichHoat,
      'more active than activated',
    )
    .refine(({ TheChip }) => TheChip.DungThe <= TheChip.TongLuot, 'more card uses than transactions'),
});

export function figuresOf(data: z.infer<typeof Answer>['data']): Figure[] {
  const { Nguoi, TaiKhoanMuc2, ChuKySo, LuotXacThuc, TheChip } = data;
  const ratio = (indicator: string, numerator: number, denominator: number) => ({
    indicator,
    numerator,
    denominator,
  });
  return [
    ratio('EID_ACTIVATED_SHARE', TaiKhoanMuc2.DaKichHoat, Nguoi.Tu14Tuoi),
    ratio('VNEID_ACTIVE_SHARE', TaiKhoanMuc2.HoatDong, TaiKhoanMuc2.DaKichHoat),
    ratio('DIGITAL_SIGNATURE_ADULT_SHARE', ChuKySo, Nguoi.Tu18Tuoi),
    ratio('EID_AUTHENTICATIONS_PER_ADULT', LuotXacThuc, Nguoi.Tu18Tuoi),
    ratio('CHIP_CARD_USE_SHARE', TheChip.DungThe, TheChip.TongLuot),
  ];
}
