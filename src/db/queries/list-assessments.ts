/** The matrices of given localities and periods. */
import { type DataSource } from 'typeorm';

export interface AssessmentKey {
  readonly localityCode: string;
  readonly periodCode: string;
}

export interface AssessmentRow extends AssessmentKey {
  readonly id: string;
  readonly templateCode: string;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'ACCEPTED' | 'PUBLISHED';
}

export function listAssessments(db: DataSource, keys: readonly AssessmentKey[]): Promise<AssessmentRow[]> {
  return db.query(
    `select a.id, a.template_code as "templateCode", a.locality_code as "localityCode",
       a.period_code as "periodCode", a.state
     from assessment a
     where (a.locality_code, a.period_code) in (select * from unnest($1::text[], $2::text[]))`,
    [keys.map((key) => key.localityCode), keys.map((key) => key.periodCode)],
  );
}
