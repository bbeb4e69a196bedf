/** Answers for the list of aggregated datasets that a province is served, and the utilities that run on them. */
import { dayOf, startOf } from '../../ioc/reporting-day';
import { UNITS } from '../../register/units';
import { servedOf } from '../../statistics/figures';
import { refusal } from '../refusal';
import { type Operation } from './ndop-skin';

export function served(seed: number, progress: () => number): Operation {
  return ({ nowMs }, { data }) => {
    const unit = UNITS.find(({ code }) => code === data['MaTinhThanh']);
    if (unit === undefined) return refusal('INVALID', 'data.MaTinhThanh must name a unit of today');
    const day = dayOf(nowMs) - 1;
    const ThoiDiemChot = new Date(startOf(day + 1)).toISOString();
    const list = servedOf({ seed, progress: progress(), day }, unit);
    return {
      data: JSON.stringify({ MoPhong: true, MaTinhThanh: unit.code, ThoiDiemChot, ...list }),
      people: 0,
    };
  };
}
