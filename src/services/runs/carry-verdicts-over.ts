/** Takes over into a retry what it does not ask again: verdicts, their candidates, and what people decided on them. */
import { type ClientBase } from 'pg';
import { KEPT, type RetriedSlice } from '../../db/queries/list-verdicts-to-retry';

const VERDICT = `verdict, underlying, reasons, confidence, weight_bits, class_number, class_name, class_birth_date, class_sex,
  explanation`;
const CANDIDATE = `no, token, class_number, class_name, class_birth_date, class_sex, weight_bits, explanation`;
const DECISION = 'decision, candidate_no, reason, decided_by_id, decided_at';

const of = (table: string, columns: string) =>
  columns
    .split(',')
    .map((column) => `${table}.${column.trim()}`)
    .join(', ');

/** Runs inside the transaction that settles the slice, so that each of its rows has exactly one verdict. */
export async function carryVerdictsOver(
  client: ClientBase,
  { runId, firstSeq, lastSeq }: RetriedSlice,
): Promise<void> {
  const slice = [runId, firstSeq, lastSeq];
  await client.query(
    `insert into verdict (run_id, seq, carried_over, ${VERDICT})
     select again.id, v.seq, true, ${of('v', VERDICT)} from ${KEPT}`,
    slice,
  );
  await carry(client, slice, 'verdict_candidate', CANDIDATE);
  await carry(client, slice, 'review_decision', DECISION);
}

async function carry(client: ClientBase, slice: unknown[], table: string, columns: string): Promise<void> {
  await client.query(
    `insert into ${table} (run_id, seq, ${columns})
     select again.id, mine.seq, ${of('mine', columns)}
     from run again join ${table} mine on mine.run_id = again.based_on_id
     join verdict v on v.run_id = again.id and v.seq = mine.seq and v.carried_over
     where again.id = $1 and mine.seq between $2 and $3`,
    slice,
  );
}
