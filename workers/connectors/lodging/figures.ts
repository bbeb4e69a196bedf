/** The source's words about lodgings, and the indicator that they make. */
import { z } from 'zod';
import { type Figure } from '../contract';

const count = z.int().min(0);

export const Answer = z.object({
  data: z
    .object({
      MaTinhThanh: z.string(),
      ThoiDiemChot: z.iso.datetime({ offset: true }),
      CoSo: z.object({ TongSo: count, DungPhanMem: count }),
      ThongBao: z.object({ SoLuot: count }),
    })
    .refine(({ CoSo }) => CoSo.DungPhanMem <= CoSo.TongSo, 'more users than lodgings'),
});

export function figuresOf({ CoSo }: z.infer<typeof Answer>['data']): Figure[] {
  return [{ indicator: 'LODGING_NOTICE_SHARE', numerator: CoSo.DungPhanMem, denominator: CoSo.TongSo }];
}
