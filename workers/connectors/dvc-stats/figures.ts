/** The source's words about dossiers, and the indicators that they make. */
import { z } from 'zod';
import { type Figure } from '../contract';

const count = z.int().min(0);

export const Answer = z.object({
  data: z
    .object({
      MaTinhThanh: z.string(),
      ThoiDiemChot: z.iso.datetime({ offset: true }),
      HoSo: z.object({ TiepNhan: count, TrucTuyen: count, TrucTiep: count, BuuChinh: count }),
      GiaiQuyet: z.object({ Som: count, DungHan: count, TreHan: count }),
      LienThong: z.object({ DuDieuKien: count, DienTu: count }),
      TraCuuCSDLDC: z.object({ HoSoDaTraCuu: count }),
    })
    .refine(
      ({ HoSo: { TiepNhan, TrucTuyen, TrucTiep, BuuChinh } }) => TrucTuyen + TrucTiep + BuuChinh === TiepNhan,
      'the ways of filing do not add up',
    )
    .refine(({ LienThong }) => LienThong.DienTu <= LienThong.DuDieuKien, 'more done than qualify')
    .refine(
      ({ HoSo, TraCuuCSDLDC }) => TraCuuCSDLDC.HoSoDaTraCuu <= HoSo.TiepNhan,
      'more checked than received',
    ),
});

export function figuresOf({
  HoSo,
  GiaiQuyet,
  LienThong,
  TraCuuCSDLDC,
}: z.infer<typeof Answer>['data']): Figure[] {
  const { Som, DungHan, TreHan } = GiaiQuyet;
  const share = (indicator: string, numerator: number, denominator: number) => ({
    indicator,
    numerator,
    denominator,
  });
  return [
    share('DVC_ONLINE_SHARE', HoSo.TrucTuyen, HoSo.TiepNhan),
    share('DVC_ON_TIME_SHARE', Som + DungHan, Som + DungHan + TreHan),
    share('DVC_LINKED_SHARE', LienThong.DienTu, LienThong.DuDieuKien),
    share('DVC_POPULATION_CHECK_SHARE', TraCuuCSDLDC.HoSoDaTraCuu, HoSo.TiepNhan),
  ];
}
