/** Ends a linkage: seals its two files, or, when the work had to be put aside, says that the run failed. */
import { ExportName } from '../../src/db/queries/open-export';
import { hasLinkageReport } from '../../src/db/queries/get-linkage-settings';
import { failpoint } from '../../src/services/runs/failpoint';
import { sealRun } from '../../src/services/runs/seal-run';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { endRun } from './end-run';
import { type Processor } from './processor';
import { measureExports } from './seal-export';

export const finishLinkage: Processor = async (claim, context): Promise<Settlement> => {
  const { runId } = claim;
  failpoint('finish.beforeArtifact');
  const linked = await hasLinkageReport(context.db, runId);
  const names = linked ? [ExportName.PAIRS, ExportName.CLUSTERS] : [];
  const files = await measureExports(runId, names, context);
  failpoint('finish.afterArtifact');
  return endRun(files, async (client) => {
    await sealRun(client, runId);
    if (linked) return;
    await client.query(
      `update run set state = 'FAILED_SYSTEM', error_code = 'LINKAGE_CRASHED' where id = $1`,
      [runId],
    );
  });
};
