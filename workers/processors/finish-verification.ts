/** Seals a verification whose chunks are all over: hashes its files, then settles state, evidence and artifacts together. */
import { ExportName } from '../../src/db/queries/open-export';
import { failpoint } from '../../src/services/runs/failpoint';
import { sealVerification } from '../../src/services/runs/seal-verification';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { endRun } from './end-run';
import { type Processor } from './processor';
import { measureExports } from './seal-export';

export const finishVerification: Processor = async (claim, context): Promise<Settlement> => {
  failpoint('finish.beforeArtifact');
  const files = await measureExports(claim.runId, [ExportName.VERDICTS, ExportName.FAILURES], context);
  failpoint('finish.afterArtifact');
  return endRun(files, (client) => sealVerification(client, claim));
};
