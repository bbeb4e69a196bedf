/** Seals a verification whose chunks are all over: hashes the result file, then settles state, evidence and artifact together. */
import { createHash } from 'node:crypto';
import { openExport } from '../../src/db/queries/open-export';
import { failpoint } from '../../src/services/failpoint';
import { sealVerification } from '../../src/services/seal-verification';
import { type Settlement } from '../../src/services/settle-chunk';
import { storeArtifact } from '../../src/services/store-artifact';
import { type Processor } from './processor';

export const finishVerification: Processor = async (claim, context): Promise<Settlement> => {
  failpoint('finish.beforeArtifact');
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of await openExport(context.db, claim.runId)) {
    context.signal.throwIfAborted();
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  failpoint('finish.afterArtifact');
  const sha256 = hash.digest('hex');
  return {
    counts: {},
    apply: (client) => storeArtifact(client, { runId: claim.runId, name: 'verdicts.csv', bytes, sha256 }),
    follow: async (client) => {
      await sealVerification(client, claim);
      return [];
    },
  };
};
