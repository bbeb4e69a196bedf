/** Notes what a person says about one suggestion of a cleansing. It takes effect when the cleansing is made again. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { ChangeDecision } from '../../db/entities/change-decision.entity';
import { seesLocality, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

export interface Decision {
  readonly runId: string;
  readonly row: number;
  readonly field: string;
  readonly no: number;
  readonly accepted: boolean;
  readonly reason?: string;
}

/** A later word replaces an earlier one; both stand in the audit trail. */
export function decideSuggestion(
  db: DataSource,
  actor: Actor,
  { row: rowSeq, runId, field, no, accepted, reason }: Decision,
): Promise<{ runId: string } | Refusal> {
  return inTransaction(db, async ({ manager, client }) => {
    const found = await client.query<{ mode: string; locality_code: string }>(
      `select c.mode, d.locality_code from change c join run r on r.id = c.run_id join dataset d on d.id = r.dataset_id
       where c.run_id = $1 and c.row_seq = $2 and c.field = $3 and c.no = $4`,
      [runId, rowSeq, field, no],
    );
    const [change] = found.rows;
    if (!change || change.mode !== 'SUGGEST' || !seesLocality(actor, change.locality_code)) {
      return refuse('SUGGESTION_NOT_FOUND');
    }
    const decision = { runId, rowSeq, field, no, accepted, reason: reason ?? null, decidedById: actor.keyId };
    await manager.upsert(ChangeDecision, { ...decision, decidedAt: new Date() }, [
      'runId',
      'rowSeq',
      'field',
      'no',
    ]);
    await insertAuditEntry(client, {
      actor,
      action: 'suggestion.decide',
      subject: `run:${runId}`,
      detail: { row: rowSeq, field, no, accepted: String(accepted), reason: reason ?? null },
    });
    return { runId };
  });
}
