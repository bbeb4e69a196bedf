/** Cells as panels want them: one flat row each, or counted into the fields of a heat map. */
import { type DataSource } from 'typeorm';
import { type CellStatus, type StatusSource, type TextState } from '../../domain/matrix/matrix-status';

export interface FlatCellFilter {
  /** Null means all, here and below. */
  readonly localityCode: string | null;
  readonly localities: readonly string[] | null;
  readonly periods: readonly string[] | null;
  readonly items: readonly string[] | null;
  readonly columns: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  /** Changed after this moment. */
  readonly since: Date | null;
}

export interface FlatCellRow {
  readonly locality: string;
  readonly localityName: string;
  readonly period: string;
  readonly group: string;
  readonly item: string;
  readonly itemTitle: string;
  readonly column: string;
  readonly columnTitle: string;
  readonly textState: TextState;
  readonly text: string | null;
  readonly status: CellStatus;
  readonly statusSource: StatusSource;
  readonly statusWhy: string | null;
  readonly followUp: boolean;
  readonly evidence: number;
  readonly simulated: boolean;
  readonly changedAt: Date;
}

const FILTERED = `from matrix_cell c join assessment a on a.id = c.assessment_id
  join locality l on l.code = a.locality_code
  join matrix_item i on i.template_code = a.template_code and i.path = c.item_path
  join matrix_column m on m.template_code = a.template_code and m.code = c.column_code
  where ($1::text is null or a.locality_code = $1) and ($2::text[] is null or a.locality_code = any($2))
    and ($3::text[] is null or a.period_code = any($3)) and ($4::text[] is null or c.item_path = any($4))
    and ($5::text[] is null or c.column_code = any($5)) and ($6::text[] is null or c.status = any($6))
    and ($7::timestamptz is null or c.changed_at > $7) and not i.blank`;

const parametersOf = (filter: FlatCellFilter): unknown[] => [
  filter.localityCode,
  filter.localities,
  filter.periods,
  filter.items,
  filter.columns,
  filter.statuses,
  filter.since,
];

/** By locality and period, then in document order. */
export function listFlatCells(db: DataSource, filter: FlatCellFilter, limit: number): Promise<FlatCellRow[]> {
  return db.query(
    `select l.code as locality, l.name_vi as "localityName", a.period_code as period, i.group_code as "group",
       i.path as item, i.title_vi as "itemTitle", m.code as "column", m.title_vi as "columnTitle",
       c.text_state as "textState", c.text, c.status, c.status_source as "statusSource",
       c.status_why ->> 'vi' as "statusWhy", c.follow_up as "followUp",
       proof.evidence, proof.simulated, c.changed_at as "changedAt"
     ${FILTERED.replace(
       'where',
       `left join lateral (
         select count(*)::int as evidence, coalesce(bool_or(e.simulated), false) as simulated from evidence e
         where (e.assessment_id, e.item_path, e.column_code) = (c.assessment_id, c.item_path, c.column_code)
       ) proof on true where`,
     )}
     order by l.code, a.period_code, i.position, m.position limit $8`,
    [...parametersOf(filter), limit],
  );
}

export const HEAT_ROWS = { ITEM: 'i.path', GROUP: 'i.group_code' } as const;
export const HEAT_COLUMNS = {
  COLUMN: 'm.code',
  LOCALITY: 'a.locality_code',
  PERIOD: 'a.period_code',
} as const;

const OF_STATUS = (status: string) => `count(*) filter (where c.status = '${status}')`;
const ASSESSED = `count(*) filter (where c.status not in ('NOT_ASSESSED', 'NOT_APPLICABLE'))`;

/** Shares are of the assessed cells, from 0 to 1, and null where none is; half a point for a partial benefit. */
export const HEAT_MEASURES = {
  BENEFIT_SHARE: `(${OF_STATUS('BENEFITING')} + ${OF_STATUS('PARTIAL')} * 0.5)::float8 / nullif(${ASSESSED}, 0)`,
  NOT_YET_SHARE: `${OF_STATUS('NOT_YET')}::float8 / nullif(${ASSESSED}, 0)`,
  ASSESSED_SHARE: `${ASSESSED}::float8 / count(*)`,
  CLAIM_SHARE: `count(*) filter (where c.text_state <> 'EMPTY')::float8 / count(*)`,
  FOLLOW_UP_COUNT: `count(*) filter (where c.follow_up)::float8`,
} as const;

export interface HeatRow {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly cells: number;
}

export function listHeatmap(
  db: DataSource,
  filter: FlatCellFilter,
  shape: {
    readonly rows: keyof typeof HEAT_ROWS;
    readonly columns: keyof typeof HEAT_COLUMNS;
    readonly measure: keyof typeof HEAT_MEASURES;
  },
): Promise<HeatRow[]> {
  return db.query(
    `select ${HEAT_ROWS[shape.rows]} as "row", ${HEAT_COLUMNS[shape.columns]} as "column",
       ${HEAT_MEASURES[shape.measure]} as value, count(*)::int as cells
     ${FILTERED} group by 1, 2 order by min(i.position), 1, min(m.position), 2`,
    parametersOf(filter),
  );
}
