/** Answers for the aggregate question of IOCs: counts by unit, age band and sex, in the words of the wire. */
import { countLiving, SMALLEST_SHOWN } from '../../register/aggregates';
import { type Register } from '../../register/register';
import { UNITS } from '../../register/units';
import { refusal } from '../refusal';
import { type Operation } from './ndop-skin';
import { asOf } from './people-text';

export function aggregate(register: () => Register): Operation {
  return (_, { data }) => {
    const wanted = data['MaTinhThanh'];
    const units = wanted === undefined ? null : Array.isArray(wanted) ? (wanted as unknown[]) : [wanted];
    if (units?.some((code) => !UNITS.some((unit) => unit.code === code)) === true)
      return refusal('INVALID', 'data.MaTinhThanh must name units of today');
    const list = countLiving(register(), units as string[] | null).map(({ unit, band, sex, people }) => ({
      MaTinhThanh: unit,
      NhomTuoi: band,
      GioiTinh: sex,
      SoNguoi: people,
    }));
    const head = { MoPhong: true, ThoiDiemDuLieu: asOf(register()), NguongAn: SMALLEST_SHOWN };
    return { data: JSON.stringify({ ...head, DanhSach: list }), people: 0 };
  };
}
