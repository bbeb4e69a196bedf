/** Notes a file that a run offers: its name, size and checksum. The bytes themselves are made from the rows on demand. */
import { type ClientBase } from 'pg';

export interface ArtifactNote {
  readonly runId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export async function storeArtifact(client: ClientBase, note: ArtifactNote): Promise<void> {
  await client.query('insert into artifact (run_id, name, bytes, sha256) values ($1, $2, $3, $4)', [
    note.runId,
    note.name,
    note.bytes,
    note.sha256,
  ]);
}
