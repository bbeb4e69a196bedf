/** Stores the profile of a dataset; a newer one takes the place of an older. */
import { type ClientBase } from 'pg';
import { type TableProfile } from '../../domain/profile/profile-table';

export async function storeProfile(
  client: ClientBase,
  run: { readonly runId: string; readonly datasetId: string },
  profile: TableProfile,
): Promise<void> {
  await client.query(
    `insert into dataset_profile (dataset_id, run_id, profile) values ($1, $2, $3)
     on conflict (dataset_id) do update set run_id = excluded.run_id, profile = excluded.profile`,
    [run.datasetId, run.runId, profile],
  );
}
