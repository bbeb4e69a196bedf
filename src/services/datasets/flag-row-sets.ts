/** Writes down what rows say only together: one number for different people, a shared telephone, a row twice, a number known elsewhere. */
import { type DataSource } from 'typeorm';
import { ROW_SET_RULES } from '../../domain/cleanse/catalogue';
import { RuleMode, type RulePack } from '../../domain/cleanse/rule-pack';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { inTransaction } from '../in-transaction';
import { cellOf, findRowSet, makeRowKeys } from './row-set-sql';

/** Above the numbers that a cell's own history can reach. */
const FIRST_NO = 1_000;
/** One run's end at a time; what does not fit goes to disk. */
const SORT_MEMORY = '64MB';

interface CleansingOf {
  readonly runId: string;
  readonly datasetId: string;
  readonly mapping: ColumnMapping;
  readonly pack: RulePack;
  /** The cleansing this one is made from, whose accepted suggestions are applied. */
  readonly basedOnId: string | null;
}

/**
 * In a transaction of its own, before the result is sealed: the sealed checksum covers the flags. It gives the same rows however
 * often it runs, so a worker that takes over repeats it without harm.
 */
export async function flagRowSets(db: DataSource, cleansing: CleansingOf): Promise<void> {
  const { runId, datasetId, mapping, pack, basedOnId } = cleansing;
  const rules = ROW_SET_RULES.flatMap((rule, index) => {
    const [mode, found] = [pack.modes[rule.id] ?? rule.mode, findRowSet(rule.id, mapping)];
    return mode === RuleMode.OFF || found === null ? [] : [{ rule, no: FIRST_NO + index, mode, found }];
  });
  if (rules.length === 0) return;
  await inTransaction(db, async ({ client }) => {
    await client.query(`set local work_mem = '${SORT_MEMORY}'`);
    await client.query(makeRowKeys(mapping, `${client.escapeLiteral(datasetId)}::uuid`));
    for (const { rule, no, mode, found } of rules)
      await client.query(
        `with recursive ${TAKEN}
         insert into change (run_id, row_seq, field, no, rule, version, mode, before, after, lossless, confidence)
         select $1, found.seq, $3, $4, $5, $6, ${MODE}, ${cellOf(found.field, mapping, 'source')}, found.after, true, 1
         from (${found.sql}) found join dataset_row source on source.dataset_id = $2 and source.seq = found.seq
         where found.after is null or not exists (select 1 from change c
           where c.run_id = $1 and c.row_seq = found.seq and c.field = $3 and c.mode = 'AUTO' and c.no < ${FIRST_NO})
         on conflict do nothing`,
        [runId, datasetId, found.field, no, rule.id, rule.version, mode, basedOnId],
      );
  });
}

const TAKEN = `line (id, based_on_id) as (
    select id, based_on_id from run where id = $8
    union all select run.id, run.based_on_id from run join line on run.id = line.based_on_id
  ), taken as (
    select c.row_seq, c.after from change_decision d
    join change c on c.run_id = d.run_id and c.row_seq = d.row_seq and c.field = d.field and c.no = d.no
    where d.run_id in (select id from line) and d.accepted and c.rule = $5
  )`;

/** A suggestion that a person took in this cleansing's line of descent is applied; what has no value to apply is a flag. */
const MODE = `case when found.after is null then 'FLAG'
  when $7 = 'SUGGEST' and (found.seq, found.after) in (select row_seq, after from taken) then 'AUTO' else $7 end`;
