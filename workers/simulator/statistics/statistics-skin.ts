/** Answers for the statistics of ministries: public services, electronic identity, lodging; one province a call, as of the last cut-off. */
import { dayOf, startOf } from '../ioc/reporting-day';
import { UNITS, type Unit } from '../register/units';
import { type Call, type Reply, type Skin } from '../wire/call';
import { jsonReply, jsonRefusal, senderOf } from '../wire/json-words';
import { type Refusal, refusal } from '../wire/refusal';
import { identityOf, lodgingOf, type Moment, servicesOf } from './figures';

export const STATISTICS_PREFIX = '/thong-ke/v1/';

const TOPICS: Readonly<Record<string, (moment: Moment, unit: Unit) => object>> = {
  'dich-vu-cong': servicesOf,
  'dinh-danh': identityOf,
  'luu-tru': lodgingOf,
};

export class StatisticsSkin implements Skin {
  constructor(
    private readonly seed: number,
    private readonly progress: () => number,
  ) {}

  answer(call: Call): Reply {
    const [topic = '', province = ''] = call.path.slice(STATISTICS_PREFIX.length).split('/');
    const figures = Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : undefined;
    const position = UNITS.findIndex(({ code }) => code === province);
    const refused =
      senderOf(call) ??
      (figures === undefined || position < 0 ? refusal('NOT_FOUND', 'no such statistics') : null);
    if (refused !== null || figures === undefined) return jsonRefusal(call, refused as Refusal);
    const place = call.strangerAt === null ? position : (position + 1) % UNITS.length;
    const unit = UNITS[place] as Unit;
    const day = dayOf(call.nowMs) - 1;
    const moment = { seed: this.seed, progress: this.progress(), day };
    return jsonReply(call, {
      MaTinhThanh: unit.code,
      ThoiDiemChot: new Date(startOf(day + 1)).toISOString(),
      ...figures(moment, unit),
    });
  }

  refuse(call: Call, refused: Refusal): Reply {
    return jsonRefusal(call, refused);
  }
}
