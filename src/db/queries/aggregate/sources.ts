/** What may be aggregated, and by what: closed lists, so that no word of a caller ever becomes SQL. */

export interface AggregateField {
  readonly kind: 'TEXT' | 'NUMBER' | 'TIME' | 'FLAG' | 'ID';
  /** Written by us, never by a caller. */
  readonly sql: string;
  /** Joined only when the field is used: it multiplies rows. */
  readonly join?: string;
}

export interface AggregateSource {
  readonly from: string;
  /** The column that a key's locality limits. */
  readonly locality: string;
  readonly fields: Readonly<Record<string, AggregateField>>;
}

const text = (sql: string) => ({ kind: 'TEXT', sql }) as const;
const number = (sql: string) => ({ kind: 'NUMBER', sql }) as const;
const time = (sql: string) => ({ kind: 'TIME', sql }) as const;
const flag = (sql: string) => ({ kind: 'FLAG', sql }) as const;
const id = (sql: string) => ({ kind: 'ID', sql }) as const;

const CELLS = {
  from: `matrix_cell c join assessment a on a.id = c.assessment_id
    join locality l on l.code = a.locality_code
    join matrix_item i on i.template_code = a.template_code and i.path = c.item_path and not i.blank`,
  locality: 'a.locality_code',
  fields: {
    locality: text('a.locality_code'),
    localityName: text('l.name_vi'),
    period: text('a.period_code'),
    assessmentState: text('a.state'),
    group: text('i.group_code'),
    item: text('c.item_path'),
    column: text('c.column_code'),
    status: text('c.status'),
    statusSource: text('c.status_source'),
    statusRule: text('c.status_rule'),
    textState: text('c.text_state'),
    owner: text('c.owner_code'),
    followUp: flag('c.follow_up'),
    statusAt: time('c.status_at'),
    changedAt: time('c.changed_at'),
    score: number(
      `case c.status when 'BENEFITING' then 1.0 when 'PARTIAL' then 0.5 when 'NOT_YET' then 0.0 end::float8`,
    ),
  },
} as const satisfies AggregateSource;

const RUNS = {
  from: `run r left join dataset d on d.id = r.dataset_id
    left join locality l on l.code = coalesce(r.locality_code, d.locality_code)`,
  locality: 'l.code',
  fields: {
    kind: text('r.kind'),
    state: text('r.state'),
    connector: text('r.connector_key'),
    locality: text('l.code'),
    localityName: text('l.name_vi'),
    dataset: id('r.dataset_id'),
    errorCode: text('r.error_code'),
    simulated: flag('r.simulated'),
    createdAt: time('r.created_at'),
    startedAt: time('r.started_at'),
    finishedAt: time('r.finished_at'),
    rows: number('r.rows_total'),
    seconds: number('extract(epoch from r.finished_at - r.started_at)::float8'),
  },
} as const satisfies AggregateSource;

/** No attribute of a person is a field here, so that a small group tells of nobody more than the counts of its run do. */
const VERDICTS = {
  from: `verdict v join run r on r.id = v.run_id join dataset d on d.id = r.dataset_id
    join locality l on l.code = d.locality_code`,
  locality: 'd.locality_code',
  fields: {
    verdict: text('v.verdict'),
    underlying: text('v.underlying'),
    reason: { ...text('reason.code'), join: 'cross join lateral unnest(v.reasons) as reason (code)' },
    classNumber: text('v.class_number'),
    className: text('v.class_name'),
    classBirthDate: text('v.class_birth_date'),
    classSex: text('v.class_sex'),
    run: id('v.run_id'),
    dataset: id('r.dataset_id'),
    connector: text('r.connector_key'),
    locality: text('d.locality_code'),
    localityName: text('l.name_vi'),
    simulated: flag('r.simulated'),
    finishedAt: time('r.finished_at'),
    confidence: number('v.confidence'),
    weightBits: number('v.weight_bits'),
  },
} as const satisfies AggregateSource;

const OBSERVATIONS = {
  from: `observation o join indicator i on i.code = o.indicator_code join locality l on l.code = o.locality_code
    join matrix_item m on m.template_code = i.template_code and m.path = i.item_path`,
  locality: 'o.locality_code',
  fields: {
    indicator: text('o.indicator_code'),
    indicatorName: text('i.name_vi'),
    item: text('i.item_path'),
    group: text('m.group_code'),
    unit: text('i.unit'),
    connector: text('i.connector_key'),
    locality: text('o.locality_code'),
    localityName: text('l.name_vi'),
    period: text('o.period_code'),
    origin: text('o.source'),
    simulated: flag('o.simulated'),
    newest: flag(`not exists (
      select from observation n where (n.indicator_code, n.locality_code, n.period_code) =
        (o.indicator_code, o.locality_code, o.period_code) and (n.observed_at, n.id) > (o.observed_at, o.id))`),
    observedAt: time('o.observed_at'),
    value: number('o.value'),
    numerator: number('o.numerator'),
    denominator: number('o.denominator'),
    target: number('i.target'),
  },
} as const satisfies AggregateSource;

export const AGGREGATE_SOURCES = { CELLS, RUNS, VERDICTS, OBSERVATIONS } as const;
export type AggregateSourceName = keyof typeof AGGREGATE_SOURCES;
export type AggregateFieldName = {
  [Source in AggregateSourceName]: keyof (typeof AGGREGATE_SOURCES)[Source]['fields'];
}[AggregateSourceName];

/** Where a field stands in more than one source it is of the same kind in each. */
export function listAggregateFields(): ReadonlyMap<AggregateFieldName, AggregateField['kind']> {
  const all = Object.values(AGGREGATE_SOURCES).flatMap((source) =>
    Object.entries<AggregateField>(source.fields),
  );
  return new Map(all.map(([name, { kind }]) => [name as AggregateFieldName, kind]));
}

/** Which sources have the field. */
export function sourcesOf(field: AggregateFieldName): AggregateSourceName[] {
  const names = Object.keys(AGGREGATE_SOURCES) as AggregateSourceName[];
  return names.filter((name) => Object.hasOwn(AGGREGATE_SOURCES[name].fields, field));
}
