/** Records figures as observations of the period that is being judged: nothing twice, and nothing that says what is known already today. */
import { type ClientBase } from 'pg';
import { computeValue, type IndicatorUnit } from '../../domain/indicator/indicator-score';
import { recordObservations, type NewObservation } from './record-observations';

export interface LocalFigure {
  readonly localityCode: string;
  readonly indicator: string;
  readonly numerator: number;
  readonly denominator: number | null;
  /** ISO 8601. */
  readonly observedAt: string;
}

interface Known {
  readonly units: ReadonlyMap<string, IndicatorUnit>;
  readonly periods: ReadonlyMap<string, string>;
}

/** Gives how many observations were new. A figure that no indicator of the catalogue asks for, or that has no value, is left out. */
export async function recordFigures(
  client: ClientBase,
  figures: readonly LocalFigure[],
  run: { readonly runId: string; readonly simulated: boolean },
): Promise<number> {
  if (figures.length === 0) return 0;
  const known = await findKnown(client, figures);
  const observations = figures.flatMap((figure): NewObservation[] => {
    const { localityCode, indicator, numerator, denominator, observedAt } = figure;
    const unit = known.units.get(indicator);
    const periodCode = known.periods.get(localityCode);
    const value = unit === undefined ? null : computeValue(unit, numerator, denominator);
    if (value === null || periodCode === undefined) return [];
    const parts = { value, numerator, denominator, observedAt, ...run };
    return [{ indicatorCode: indicator, localityCode, periodCode, source: 'run', ...parts }];
  });
  return recordObservations(client, await dropUnchanged(client, observations));
}

async function findKnown(client: ClientBase, figures: readonly LocalFigure[]): Promise<Known> {
  const units = await client.query<{ code: string; unit: IndicatorUnit }>('select code, unit from indicator');
  // The matrix that is being written: the newest draft of the locality, as for verifications; else the newest period.
  const periods = await client.query<{ code: string; period: string }>(
    `select wanted.code, coalesce(
       (select max(period_code) from assessment where locality_code = wanted.code and state = 'DRAFT'),
       (select max(code) from period)) as period
     from unnest($1::text[]) as wanted (code)`,
    [[...new Set(figures.map(({ localityCode }) => localityCode))]],
  );
  return {
    units: new Map(units.rows.map(({ code, unit }) => [code, unit])),
    periods: new Map(periods.rows.map(({ code, period }) => [code, period])),
  };
}

/** A source that is asked every few minutes says the same most of the time: once a day is enough to know that it still holds. */
async function dropUnchanged(
  client: ClientBase,
  observations: readonly NewObservation[],
): Promise<NewObservation[]> {
  const fresh = await client.query<{ place: number }>(
    `select sent.place::int - 1 as place
     from jsonb_array_elements($1::jsonb) with ordinality as element (value, place)
     cross join lateral jsonb_to_record(element.value) as one ("indicatorCode" text, "localityCode" text,
       "periodCode" text, "observedAt" timestamptz, numerator float8, denominator float8)
     cross join lateral (select element.place) sent
     left join lateral (
       select o.numerator, o.denominator, o.observed_at from observation o
       where (o.indicator_code, o.locality_code, o.period_code)
           = (one."indicatorCode", one."localityCode", one."periodCode")
       order by o.observed_at desc, o.id desc limit 1
     ) latest on true
     where latest.observed_at is null
       or (latest.numerator, latest.denominator) is distinct from (one.numerator, one.denominator)
       or (latest.observed_at at time zone 'Asia/Ho_Chi_Minh')::date
         <> (one."observedAt" at time zone 'Asia/Ho_Chi_Minh')::date
     order by 1`,
    [JSON.stringify(observations)],
  );
  return fresh.rows.flatMap(({ place }) => observations[place] ?? []);
}
