/** Writes the row of a new run, with what holds for it from its start on: the rules, the policy, and how long the source may lag. */
import { ENGINE_VERSION } from '../../domain/run/engine-version';
import { type Actor } from '../../domain/actor';
import { acceptsProbable } from '../../domain/verdict/purpose-policy';
import { RunKind } from '../../domain/run/run-state';
import { type Transaction } from '../in-transaction';
import { getPurposePolicies } from '../reference/purpose-policies';

export interface NewRun {
  readonly kind: RunKind;
  readonly datasetId: string;
  readonly connector?: string;
  readonly purpose?: string;
  readonly idempotencyKey: string;
  readonly settings?: object;
  readonly basedOnId?: string;
  readonly simulated: boolean;
  /** Hours from now on that the source may lag behind; null when it knows at once. */
  readonly settlesWithinHours: number | null;
}

/** Without an actor the hub itself asks. Null when this key has started a run under the same idempotency key before. */
export async function insertRun(
  { client }: Pick<Transaction, 'client'>,
  actor: Actor | null,
  run: NewRun,
): Promise<string | null> {
  const book = run.kind === RunKind.VERIFY ? getPurposePolicies() : null;
  const inserted = await client.query<{ id: string }>(
    `insert into run (kind, dataset_id, connector_key, purpose, idempotency_key, requested_by_id, simulated, engine_version,
       settings, based_on_id, accepts_probable, policy_version, not_found_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp() + make_interval(hours => $13))
     on conflict (requested_by_id, idempotency_key) do nothing returning id`,
    [
      run.kind,
      run.datasetId,
      run.connector ?? null,
      run.purpose ?? null,
      run.idempotencyKey,
      actor?.keyId ?? null,
      run.simulated,
      ENGINE_VERSION,
      run.settings ?? {},
      run.basedOnId ?? null,
      book !== null && acceptsProbable(book, run.purpose ?? null),
      book?.version ?? null,
      run.settlesWithinHours,
    ],
  );
  return inserted.rows[0]?.id ?? null;
}
