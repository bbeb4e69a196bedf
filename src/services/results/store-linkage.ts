/** Stores what a linkage found, by COPY, on the connection of the transaction that settles it. */
import { type ClientBase } from 'pg';
import { copyIn } from '../../db/copy-in';

/** Lines in COPY's text format, in pieces. */
export interface LinkageLines {
  readonly pairs: readonly Uint8Array[];
  readonly rows: readonly Uint8Array[];
  readonly model: object;
  readonly report: object;
}

export async function storeLinkage(client: ClientBase, runId: string, lines: LinkageLines): Promise<void> {
  await copyIn(
    client,
    `linked_pair (run_id, no, left_file, left_seq, right_file, right_seq, decision, weight_units, prior_units, levels,
      units)`,
    lines.pairs,
  );
  await copyIn(client, 'linked_row (run_id, file, seq, cluster, cluster_size)', lines.rows);
  await client.query('insert into linkage_report (run_id, model, report) values ($1, $2, $3)', [
    runId,
    lines.model,
    lines.report,
  ]);
}
