/** Notes what a person decides about a row that the rules left open. The verdict itself is kept; what counts is reckoned from both. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { IS_RETRIED } from '../../db/queries/list-review-tasks';
import { seesLocality, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { isReviewed, ReviewDecision } from '../../domain/verdict/review';
import { type Verdict } from '../../domain/verdict/verdict';
import { inTransaction } from '../in-transaction';

export interface ReviewInput {
  readonly runId: string;
  readonly seq: number;
  readonly decision: ReviewDecision;
  /** Which of several candidates, counted from 1; only with SAME_PERSON. */
  readonly candidate?: number;
  readonly reason: string;
}

/** A later decision replaces an earlier one; both stand in the audit trail. */
export function decideReview(
  db: DataSource,
  actor: Actor,
  { runId, seq, decision, candidate, reason }: ReviewInput,
): Promise<{ runId: string; seq: number } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{ verdict: Verdict; locality_code: string; candidates: number[] }>(
      `select v.verdict, d.locality_code,
         array(select c.no::int from verdict_candidate c where c.run_id = v.run_id and c.seq = v.seq) as candidates
       from verdict v join run r on r.id = v.run_id join dataset d on d.id = r.dataset_id
       where v.run_id = $1 and v.seq = $2 and r.state in ('SUCCEEDED', 'SUCCEEDED_WITH_ISSUES')
         and not ${IS_RETRIED}`,
      [runId, seq],
    );
    const [row] = found.rows;
    if (!row || !isReviewed(row.verdict) || !seesLocality(actor, row.locality_code)) {
      return refuse('REVIEW_TASK_NOT_FOUND');
    }
    if (reason.trim() === '') return refuse('REASON_REQUIRED');
    const chosen = decision === ReviewDecision.SAME_PERSON ? (candidate ?? null) : null;
    const several = decision === ReviewDecision.SAME_PERSON && row.candidates.length > 1;
    if (several && !row.candidates.includes(chosen ?? 0)) return refuse('CANDIDATE_REQUIRED');
    await client.query(
      `insert into review_decision (run_id, seq, decision, candidate_no, reason, decided_by_id)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (run_id, seq) do update set decision = excluded.decision, candidate_no = excluded.candidate_no,
         reason = excluded.reason, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at`,
      [runId, seq, decision, several ? chosen : null, reason.trim(), actor.keyId],
    );
    await insertAuditEntry(client, {
      actor,
      action: 'review.decide',
      subject: `run:${runId}`,
      detail: { row: seq, verdict: row.verdict, decision, candidate: chosen, reason: reason.trim() },
    });
    return { runId, seq };
  });
}
