/** Reads what a cleansing goes by: columns, facts of the file, rules, and the suggestions that a person accepted before. */
import { type DataSource } from 'typeorm';
import { NO_FACTS, type BatchFacts } from '../../domain/cleanse/batch-facts';
import { WHOLE_CATALOGUE, type RulePack } from '../../domain/cleanse/rule-pack';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { type SeqRange } from '../../domain/run/run-state';

export interface CleansingPlan {
  /** How many columns the dataset has. */
  readonly columns: number;
  readonly mapping: ColumnMapping;
  readonly facts: BatchFacts;
  readonly pack: RulePack;
  readonly basedOnId: string | null;
}

export interface TakenSuggestion {
  readonly seq: number;
  readonly field: string;
  readonly rule: string;
  readonly after: string;
}

export async function getCleansingPlan(db: DataSource, runId: string): Promise<CleansingPlan> {
  const [row] = await db.query<
    {
      columns: number;
      mapping: ColumnMapping;
      facts: BatchFacts | null;
      settings: { pack?: RulePack };
      based_on_id: string | null;
    }[]
  >(
    `select cardinality(dataset.headers) as columns, dataset.mapping, dataset.facts, run.settings, run.based_on_id
     from run join dataset on dataset.id = run.dataset_id where run.id = $1`,
    [runId],
  );
  if (!row) throw new Error(`there is no run ${runId}`);
  const { columns, mapping, facts, settings } = row;
  return {
    columns,
    mapping,
    facts: facts ?? NO_FACTS,
    pack: settings.pack ?? WHOLE_CATALOGUE,
    basedOnId: row.based_on_id,
  };
}

/** The accepted suggestions of a run and of those it is based on, for a slice of the rows. */
export function listTakenSuggestions(
  db: DataSource,
  runId: string,
  range: SeqRange,
): Promise<TakenSuggestion[]> {
  return db.query(
    `with recursive line (id, based_on_id) as (
       select id, based_on_id from run where id = $1
       union all select run.id, run.based_on_id from run join line on run.id = line.based_on_id
     )
     select c.row_seq as seq, c.field, c.rule, c.after
     from change_decision d
     join change c on c.run_id = d.run_id and c.row_seq = d.row_seq and c.field = d.field and c.no = d.no
     where d.run_id in (select id from line) and d.accepted and d.row_seq between $2 and $3`,
    [runId, range.firstSeq, range.lastSeq],
  );
}
