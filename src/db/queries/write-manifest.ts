/** Writes the manifest of a run: what its files are, by size and checksum, and by which rules and policy they came to be. */
import { type DataSource } from 'typeorm';

export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const MANIFEST = 'manifest.json';

/**
 * The same run always gives the same bytes: nothing of the moment goes in. `files` are those that are about to be stored; by default
 * those that the run offers.
 */
export async function writeManifest(
  db: DataSource,
  runId: string,
  files?: readonly ManifestFile[],
): Promise<string> {
  const [run] = await db.query<object[]>(
    `select r.id as run, r.kind, r.dataset_id as dataset, r.rows_total as rows, r.connector_key as connector, r.purpose,
       r.based_on_id as "basedOn", r.engine_version as "engineVersion", r.policy_version as "policyVersion", r.simulated,
       to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "requestedAt", u.sha256 as "sourceSha256"
     from run r join dataset d on d.id = r.dataset_id join upload u on u.id = d.upload_id where r.id = $1`,
    [runId],
  );
  const offered = files ?? (await listFiles(db, runId));
  const sorted = [...offered]
    .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${JSON.stringify({ ...run, files: sorted }, null, 2)}\n`;
}

function listFiles(db: DataSource, runId: string): Promise<ManifestFile[]> {
  return db.query(
    'select name, bytes::float8 as bytes, sha256 from artifact where run_id = $1 and name <> $2',
    [runId, MANIFEST],
  );
}
