/** Takes an assessment one step on its way to publication, or back to the draft with a reason. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { hasRole, seesLocality, type Actor } from '../../domain/actor';
import { findMove, type AssessmentState, type AssessmentStep } from '../../domain/matrix/assessment-state';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

export interface WantedStep {
  readonly assessmentId: string;
  readonly step: AssessmentStep;
  /** What the actor saw; null where it does not matter. */
  readonly version: number | null;
  /** Required on the way back. */
  readonly reason: string | null;
}

export function moveAssessment(
  db: DataSource,
  actor: Actor,
  { assessmentId, step, version, reason }: WantedStep,
): Promise<{ assessmentId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{ state: AssessmentState; version: number; locality_code: string }>(
      'select state, version, locality_code from assessment where id = $1 for update',
      [assessmentId],
    );
    const [assessment] = found.rows;
    if (!assessment || !seesLocality(actor, assessment.locality_code)) return refuse('ASSESSMENT_NOT_FOUND');
    if (version !== null && version !== assessment.version) return refuse('CONFLICT_VERSION');
    const move = findMove(step, assessment.state);
    if (!move) return refuse('STATE_TRANSITION');
    if (!hasRole(actor, move.role)) return refuse('STEP_NOT_ALLOWED');
    if (step === 'RETURN' && (reason ?? '').trim() === '') return refuse('REASON_REQUIRED');
    await client.query('update assessment set state = $2, version = version + 1 where id = $1', [
      assessmentId,
      move.to,
    ]);
    await client.query(
      'insert into assessment_event (assessment_id, actor_id, from_state, to_state, reason) values ($1, $2, $3, $4, $5)',
      [assessmentId, actor.keyId, move.from, move.to, reason?.trim() || null],
    );
    await insertAuditEntry(client, {
      actor,
      action: `assessment.${step.toLowerCase()}`,
      subject: `assessment:${assessmentId}`,
      detail: { from: move.from, to: move.to },
    });
    return { assessmentId };
  });
}
