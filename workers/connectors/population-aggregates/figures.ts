/** The source's words about aggregated population data, and the indicators that they make. */
import { z } from 'zod';
import { type Figure } from '../contract';

export const Served = z.object({
  MaTinhThanh: z.string(),
  ThoiDiemChot: z.iso.datetime({ offset: true }),
  BoDuLieu: z.array(z.string()),
  SoNgayTuoi: z.int().min(0),
  TienIch: z.array(z.object({ Ma: z.string(), DangVanHanh: z.boolean() })),
});

/** Below this a count could point at somebody; the source must hide it. */
const SMALLEST_SHOWN = 5;

export const Table = z.object({
  DanhSach: z
    .array(
      z.object({
        MaTinhThanh: z.string(),
        NhomTuoi: z.string(),
        GioiTinh: z.int(),
        // Null where the source hides it.
        SoNguoi: z.union([z.literal(0), z.int().min(SMALLEST_SHOWN), z.null()]),
      }),
    )
    .min(1),
});

/** A table of nothing but hidden counts serves nobody. */
export function figuresOf(served: z.infer<typeof Served>, { DanhSach }: z.infer<typeof Table>): Figure[] {
  const shown = DanhSach.some(({ SoNguoi }) => SoNguoi !== null);
  const datasets = served.BoDuLieu.filter((code) => shown || code !== 'DAN_SO').length;
  const amount = (indicator: string, numerator: number) => ({ indicator, numerator, denominator: null });
  return [
    amount('POPULATION_UTILITIES_IN_USE', served.TienIch.filter(({ DangVanHanh }) => DangVanHanh).length),
    amount('AGGREGATE_DATASETS_SERVED', datasets),
    amount('AGGREGATE_FRESHNESS_DAYS', served.SoNgayTuoi),
  ];
}
