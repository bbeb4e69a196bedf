/** The latest profile of given datasets. */
import { type DataSource } from 'typeorm';
import { type TableProfile } from '../../domain/profile/profile-table';

export interface ProfileRow extends TableProfile {
  readonly datasetId: string;
  readonly runId: string;
}

export async function listProfiles(db: DataSource, datasetIds: readonly string[]): Promise<ProfileRow[]> {
  const rows = await db.query<{ datasetId: string; runId: string; profile: TableProfile }[]>(
    `select dataset_id as "datasetId", run_id as "runId", profile from dataset_profile where dataset_id = any($1::uuid[])`,
    [datasetIds],
  );
  return rows.map(({ profile, ...ids }) => ({ ...ids, ...profile }));
}
