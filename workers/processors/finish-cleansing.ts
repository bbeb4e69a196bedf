/** Ends a cleansing whose chunks are all over: flags what only many rows show, then seals the clean file and the change log. */
import { ExportName } from '../../src/db/queries/open-export';
import { getCleansingPlan } from '../../src/db/queries/get-cleansing-plan';
import { failpoint } from '../../src/services/runs/failpoint';
import { flagRowSets } from '../../src/services/datasets/flag-row-sets';
import { sealRun } from '../../src/services/runs/seal-run';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { endRun } from './end-run';
import { type Processor } from './processor';
import { measureExports } from './seal-export';

export const finishCleansing: Processor = async (claim, context): Promise<Settlement> => {
  const { runId, datasetId } = claim;
  const { mapping, pack, basedOnId } = await getCleansingPlan(context.db, runId);
  await flagRowSets(context.db, { runId, datasetId, mapping, pack, basedOnId });
  failpoint('finish.beforeArtifact');
  const files = await measureExports(runId, [ExportName.CLEAN, ExportName.CHANGES], context);
  failpoint('finish.afterArtifact');
  return endRun(files, (client) => sealRun(client, runId));
};
