/** Adds a commitment to an item of a draft, or changes one: the roadmap column as something that can be followed up. */
import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { seesLocality, type Actor } from '../../domain/actor';
import { isOpenForEditing, type AssessmentState } from '../../domain/matrix/assessment-state';
import { type CommitmentState, type CommitmentTerms } from '../../domain/matrix/commitment';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

export interface WantedCommitment extends CommitmentTerms {
  /** A criterion of the roadmap column: LEGAL, INFRASTRUCTURE … */
  readonly dimension: string;
  readonly state: CommitmentState;
  readonly evidence: string | null;
}

export function addCommitment(
  db: DataSource,
  actor: Actor,
  place: { readonly assessmentId: string; readonly itemPath: string },
  wanted: WantedCommitment,
): Promise<{ commitmentId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const refusal = await check(client, actor, place, wanted);
    if (refusal) return refusal;
    const added = await client.query<{ id: string }>(
      `insert into commitment (assessment_id, item_path, changed_by_id, action, dimension, person, lead_code, due_on, product,
         authority, state, evidence) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [place.assessmentId, place.itemPath, actor.keyId, ...valuesOf(wanted)],
    );
    const commitmentId = added.rows[0]!.id;
    await insertAuditEntry(client, {
      actor,
      action: 'commitment.add',
      subject: `commitment:${commitmentId}`,
    });
    return { commitmentId };
  });
}

/** Its terms and its progress change in a draft, as everything does that is published with it. */
export function changeCommitment(
  db: DataSource,
  actor: Actor,
  commitment: { readonly id: string; readonly version: number },
  wanted: WantedCommitment,
): Promise<{ commitmentId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const place = await lock(client, commitment);
    if (isRefusal(place)) return place;
    const refusal = await check(client, actor, place, wanted);
    if (refusal) return refusal;
    await client.query(
      `update commitment set changed_by_id = $2, action = $3, dimension = $4, person = $5, lead_code = $6, due_on = $7,
         product = $8, authority = $9, state = $10, evidence = $11, version = version + 1, changed_at = clock_timestamp()
       where id = $1`,
      [commitment.id, actor.keyId, ...valuesOf(wanted)],
    );
    await insertAuditEntry(client, {
      actor,
      action: 'commitment.change',
      subject: `commitment:${commitment.id}`,
      detail: { before: commitment.version, state: wanted.state },
    });
    return { commitmentId: commitment.id };
  });
}

async function lock(client: PoolClient, { id, version }: { id: string; version: number }) {
  const found = await client.query<{ assessmentId: string; itemPath: string; version: number }>(
    `select assessment_id as "assessmentId", item_path as "itemPath", version from commitment where id = $1 for update`,
    [id],
  );
  const [commitment] = found.rows;
  if (!commitment) return refuse('COMMITMENT_NOT_FOUND');
  return commitment.version === version ? commitment : refuse('CONFLICT_VERSION');
}

async function check(
  client: PoolClient,
  actor: Actor,
  place: { readonly assessmentId: string; readonly itemPath: string },
  wanted: WantedCommitment,
): Promise<Refusal | null> {
  const found = await client.query<{
    state: AssessmentState;
    localityCode: string;
    criteria: string[];
    hasItem: boolean;
  }>(
    `select a.state, a.locality_code as "localityCode", m.criteria,
       exists (select from matrix_item i where i.template_code = a.template_code and i.path = $2) as "hasItem"
     from assessment a join matrix_column m on m.template_code = a.template_code and m.code = 'SOLUTION_ROADMAP'
     where a.id = $1 for share of a`,
    [place.assessmentId, place.itemPath],
  );
  const [assessment] = found.rows;
  if (!assessment || !seesLocality(actor, assessment.localityCode)) return refuse('ASSESSMENT_NOT_FOUND');
  if (!assessment.hasItem) return refuse('CELL_NOT_FOUND');
  if (!isOpenForEditing(assessment.state)) return refuse('ASSESSMENT_LOCKED');
  if (!assessment.criteria.includes(wanted.dimension)) return refuse('DIMENSION_NOT_IN_ROADMAP');
  if (wanted.state === 'DONE' && (wanted.evidence ?? '').trim() === '') return refuse('EVIDENCE_REQUIRED');
  if (wanted.leadCode === null) return null;
  const known = await client.query('select from agency where code = $1', [wanted.leadCode]);
  return known.rowCount === 0 ? refuse('AGENCY_NOT_FOUND') : null;
}

function valuesOf(wanted: WantedCommitment): unknown[] {
  const { action, dimension, person, leadCode, dueOn, product, authority, state, evidence } = wanted;
  return [action, dimension, person, leadCode, dueOn, product, authority, state, evidence];
}
