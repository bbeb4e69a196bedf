/** Shows a row of a file in full to a person who says what for and why; the trail keeps who saw it, and never what. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { seesLocality, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { inTransaction } from '../in-transaction';

export interface WantedRow {
  /** A verification of the file. */
  readonly runId: string;
  /** The row, from 1. */
  readonly seq: number;
  /** A code of the purposes, such as `DOI_SOAT`. */
  readonly purpose: string;
  readonly reason: string;
}

export interface UnmaskedRow {
  readonly runId: string;
  readonly seq: number;
  readonly cells: readonly (string | null)[];
  readonly mapping: ColumnMapping;
}

export function unmaskRow(
  db: DataSource,
  actor: Actor,
  { runId, seq, purpose, reason }: WantedRow,
): Promise<UnmaskedRow | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{
      localityCode: string;
      cells: (string | null)[];
      mapping: ColumnMapping;
    }>(
      `select d.locality_code as "localityCode", d.mapping, source.cells
       from run r join dataset d on d.id = r.dataset_id
         join dataset_row source on source.dataset_id = d.id and source.seq = $2
       where r.id = $1 and r.kind = 'VERIFY'`,
      [runId, seq],
    );
    const [row] = found.rows;
    if (!row || !seesLocality(actor, row.localityCode)) return refuse('ROW_NOT_FOUND');
    if (purpose.trim() === '') return refuse('PURPOSE_REQUIRED');
    if (reason.trim() === '') return refuse('REASON_REQUIRED');
    await insertAuditEntry(client, {
      actor,
      action: 'row.unmask',
      subject: `run:${runId}`,
      detail: { row: seq, purpose: purpose.trim(), reason: reason.trim() },
    });
    return { runId, seq, cells: row.cells, mapping: row.mapping };
  });
}
