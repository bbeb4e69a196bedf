/** Seals a verification whose chunks are all over: hashes its files, then settles state, evidence and artifacts together. */
import { failpoint } from '../../src/services/runs/failpoint';
import { sealVerification } from '../../src/services/runs/seal-verification';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { endRun } from './end-run';
import { type Processor } from './processor';
import { measureVerdicts } from './seal-export';

export const finishVerification: Processor = async (claim, context): Promise<Settlement> => {
  failpoint('finish.beforeArtifact');
  const files = await measureVerdicts(claim.runId, context);
  failpoint('finish.afterArtifact');
  return endRun(files, (client) => sealVerification(client, claim));
};
