/** The settlement of a run's last chunk: its files are noted, then the run is closed; nobody is rung for. */
import { type PoolClient } from 'pg';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { storeArtifact, type ArtifactNote } from '../../src/services/runs/store-artifact';

export function endRun(
  files: readonly ArtifactNote[],
  close: (client: PoolClient) => Promise<unknown>,
): Settlement {
  return {
    apply: async (client) => {
      for (const file of files) await storeArtifact(client, file);
      return null;
    },
    follow: async (client) => {
      await close(client);
      return [];
    },
  };
}
