/** The steps that given assessments took towards publication and back, newest first. */
import { type DataSource } from 'typeorm';
import { type AssessmentState } from '../../domain/matrix/assessment-state';

export interface AssessmentEventRow {
  readonly assessmentId: string;
  readonly at: Date;
  readonly by: string;
  readonly fromState: AssessmentState;
  readonly toState: AssessmentState;
  readonly reason: string | null;
}

export function listAssessmentEvents(db: DataSource, ids: readonly string[]): Promise<AssessmentEventRow[]> {
  return db.query(
    `select e.assessment_id as "assessmentId", e.at, k.label as by, e.from_state as "fromState",
       e.to_state as "toState", e.reason
     from assessment_event e join api_key k on k.id = e.actor_id
     where e.assessment_id = any($1::text[]) order by e.id desc`,
    [ids],
  );
}
