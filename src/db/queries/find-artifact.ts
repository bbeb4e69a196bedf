/** A file that a run offers, when the asker may see the run's locality. */
import { type DataSource } from 'typeorm';
import { type ArtifactRow } from './list-run-details';
import { type Scope } from './list-runs';

export async function findArtifact(db: DataSource, scope: Scope, id: string): Promise<ArtifactRow | null> {
  const [row] = await db.query<ArtifactRow[]>(
    `select a.id, a.run_id as "runId", a.name, a.bytes::float8 as bytes, a.sha256
     from artifact a join run r on r.id = a.run_id join dataset d on d.id = r.dataset_id
     where a.id = $1 and ($2::text is null or d.locality_code = $2)`,
    [id, scope.localityCode],
  );
  return row ?? null;
}
