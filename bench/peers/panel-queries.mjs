/** The questions of the two panels in SQL, as the peers ask them: rows for a GraphQL server, whole JSON for none. */

/** Share of benefit by item and province, partly counted as half: what `heatmapFlat` means by BENEFIT_SHARE. */
const HEAT = `
  select i.path as "row", a.locality_code as "column",
    (count(*) filter (where c.status = 'BENEFITING') + count(*) filter (where c.status = 'PARTIAL') * 0.5)::float8
      / nullif(count(*) filter (where c.status not in ('NOT_ASSESSED', 'NOT_APPLICABLE')), 0) as value,
    count(*)::int as cells
  from matrix_cell c join assessment a on a.id = c.assessment_id
  join matrix_item i on i.template_code = a.template_code and i.path = c.item_path
  join matrix_column m on m.template_code = a.template_code and m.code = c.column_code
  where a.period_code = any($1) and a.locality_code = any($2) and not i.blank
  group by 1, 2 order by min(i.position), 1, min(m.position), 2`;

export const heatRows = { text: HEAT, name: 'heat-rows' };
export const heatJson = {
  text: `select json_build_object('data', json_build_object('heatmapFlat', json_agg(f)))::text as body from (${HEAT}) f`,
  name: 'heat-json',
};

export const formRows = {
  text: `select
    (select json_agg(json_build_object('code', code, 'title', json_build_object('vi', title_vi, 'en', title_en, 'text', title_vi)) order by position)
       from matrix_group where template_code = $1) as groups,
    (select json_agg(json_build_object('path', path, 'groupCode', group_code, 'printedNo', printed_no, 'blank', blank,
       'parentPath', parent_path, 'title', json_build_object('vi', title_vi, 'en', title_en)) order by position)
       from matrix_item where template_code = $1) as items,
    (select json_agg(json_build_object('code', code, 'title', json_build_object('vi', title_vi), 'question', question,
       'criteria', criteria) order by position) from matrix_column where template_code = $1) as columns`,
  name: 'form',
};

export const cellRows = {
  text: `select item_path as "itemPath", column_code as "columnCode", text_state as "textState", text, row_span as span,
    merged_from as "mergedFrom", needs_review as "needsReview", note, status, status_source as "statusSource"
    from matrix_cell where assessment_id = $1`,
  name: 'cells',
};

const EVIDENCE = `select e.item_path, e.column_code, count(*) over (partition by e.item_path, e.column_code)::int as total,
    row_number() over (partition by e.item_path, e.column_code order by e.id desc) as place, e.observed_at, e.simulated,
    e.summary_vi, e.summary_en
  from evidence e where e.assessment_id = $1`;

export const evidenceRows = {
  text: `select item_path as "itemPath", column_code as "columnCode", total, observed_at as "observedAt", simulated,
    json_build_object('vi', summary_vi, 'en', summary_en) as summary
    from (${EVIDENCE}) e where place <= $2 order by item_path, column_code, place`,
  name: 'evidence',
};

/** One statement makes the whole answer: the most that a hand-written endpoint could do. */
export const matrixJson = {
  text: `
    with proof as (
      select item_path, column_code, json_build_object('totalCount', min(total), 'nodes', json_agg(json_build_object(
        'observedAt', to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'simulated', simulated,
        'summary', json_build_object('vi', summary_vi, 'en', summary_en)) order by place)) as evidence
      from (${EVIDENCE}) e where place <= $2 group by 1, 2
    ), cells as (
      select c.item_path, json_agg(json_build_object('column', json_build_object('code', m.code, 'title',
        json_build_object('vi', m.title_vi), 'question', m.question, 'criteria', m.criteria), 'textState', c.text_state,
        'text', c.text, 'span', c.row_span, 'mergedFrom', c.merged_from, 'needsReview', c.needs_review, 'note', c.note,
        'status', c.status, 'statusSource', c.status_source,
        'evidence', coalesce(p.evidence, '{"totalCount":0,"nodes":[]}'::json)) order by m.position) as cells
      from matrix_cell c join assessment a on a.id = c.assessment_id
      join matrix_column m on m.template_code = a.template_code and m.code = c.column_code
      left join proof p on p.item_path = c.item_path and p.column_code = c.column_code
      where c.assessment_id = $1 group by 1
    ), items as (
      select i.group_code, json_agg(json_build_object('path', i.path, 'printedNo', i.printed_no, 'title',
        json_build_object('vi', i.title_vi, 'en', i.title_en), 'blank', i.blank, 'parent',
        case when i.parent_path is not null then json_build_object('path', i.parent_path) end, 'cells', cells.cells)
        order by i.position) as items
      from matrix_item i join assessment a on a.template_code = i.template_code and a.id = $1
      join cells on cells.item_path = i.path group by 1
    )
    select json_build_object('data', json_build_object('matrix', json_build_object('groups', json_agg(json_build_object(
      'code', g.code, 'title', json_build_object('vi', g.title_vi, 'en', g.title_en, 'text', g.title_vi), 'items', items.items)
      order by g.position))))::text as body
    from matrix_group g join assessment a on a.template_code = g.template_code and a.id = $1
    join items on items.group_code = g.code`,
  name: 'matrix-json',
};
