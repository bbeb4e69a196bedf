/** Makes an imported dataset visible: attaches its rows, notes what was refused, and cuts the runs that wait for it. */
import { type ClientBase } from 'pg';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { type BatchFacts } from '../../domain/cleanse/batch-facts';
import { type RejectionCode } from '../../domain/table/csv-reader';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { type Claim } from '../runs/claim-chunk';
import { cutRun } from '../runs/cut-run';

export interface ImportedRows {
  /** The table that holds the accepted rows, not yet part of any dataset. */
  readonly table: string;
  readonly accepted: number;
  readonly facts: BatchFacts;
  readonly rejected: readonly { readonly line: number; readonly code: RejectionCode }[];
}

/** Rejections a statement: an array parameter of any size would have to stand in memory twice. */
const REJECTIONS_AT_ONCE = 20_000;

export async function attachRows(client: ClientBase, claim: Claim, imported: ImportedRows): Promise<void> {
  await client.query(
    `alter table dataset_row attach partition ${client.escapeIdentifier(imported.table)}
     for values in (${client.escapeLiteral(claim.datasetId)})`,
  );
  for (let from = 0; from < imported.rejected.length; from += REJECTIONS_AT_ONCE) {
    const slice = imported.rejected.slice(from, from + REJECTIONS_AT_ONCE);
    await client.query(
      'insert into rejected_row (dataset_id, line, code) select $1, line, code from unnest($2::int[], $3::text[]) as bad (line, code)',
      [claim.datasetId, slice.map((row) => row.line), slice.map((row) => row.code)],
    );
  }
}

export async function sealImport(
  client: ClientBase,
  claim: Claim,
  imported: ImportedRows,
): Promise<WorkOnChunk[]> {
  const rejected = imported.rejected.length;
  const physical = imported.accepted + rejected;
  // The dataset's lock orders this against a run that is being started on it right now.
  const dataset = await client.query<{ upload_id: string }>(
    `update dataset set state = 'READY', physical_rows = $2, accepted_rows = $3, rejected_rows = $4,
       january_first_heaped = $5, facts = $6
     where id = $1 returning upload_id`,
    [claim.datasetId, physical, imported.accepted, rejected, imported.facts.januaryHeaped, imported.facts],
  );
  await client.query('delete from upload_part where upload_id = $1', [dataset.rows[0]?.upload_id]);
  await client.query(
    `update run set state = $2, rows_total = $3, finished_at = clock_timestamp() where id = $1`,
    [claim.runId, rejected > 0 ? 'SUCCEEDED_WITH_ISSUES' : 'SUCCEEDED', physical],
  );
  await insertRunEvent(client, claim.runId, 'FINISHED', { physical, accepted: imported.accepted, rejected });
  await insertAuditEntry(client, {
    actor: null,
    action: 'dataset.import',
    subject: `dataset:${claim.datasetId}`,
    detail: { physical, accepted: imported.accepted, rejected },
  });
  return cutWaitingRuns(client, claim.datasetId, imported.accepted);
}

async function cutWaitingRuns(client: ClientBase, datasetId: string, rows: number): Promise<WorkOnChunk[]> {
  const waiting = await client.query<{ id: string }>(
    `select id from run where dataset_id = $1 and kind <> 'IMPORT' and state = 'QUEUED' and rows_total is null
     for update`,
    [datasetId],
  );
  const bells: WorkOnChunk[] = [];
  for (const run of waiting.rows) bells.push(...(await cutRun(client, run.id, rows)));
  return bells;
}
