/** Cleanses a slice of a dataset by the rules of its run, and hands over each change to be stored. */
import {
  getCleansingPlan,
  listTakenSuggestions,
  type CleansingPlan,
} from '../../src/db/queries/get-cleansing-plan';
import { listRowSlice } from '../../src/db/queries/list-row-slice';
import { cleanseRow, type IsTaken } from '../../src/domain/cleanse/cleanse-row';
import { pickFields } from '../../src/domain/table/column-mapping';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { failpoint, recordFailpoint } from '../../src/services/runs/failpoint';
import { openFinishWhenDone } from '../../src/services/runs/open-finish-when-done';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { ChangeSheet } from '../../src/services/results/store-changes';
import { type Processor, type WorkContext } from './processor';

/** Rows in hand at a time: few enough that their objects die young. */
const SLICE = 1_000;

export const cleanseChunk: Processor = async (claim, context): Promise<Settlement> => {
  const plan = await getCleansingPlan(context.db, claim.runId);
  const isTakenIn = await readDecisions(claim, plan, context);
  const rules = { facts: plan.facts, today: claim.requestedOn };
  const sheet = new ChangeSheet(claim.runId);
  for (let firstSeq = claim.firstSeq; firstSeq <= claim.lastSeq; firstSeq += SLICE) {
    context.signal.throwIfAborted();
    const range = { firstSeq, lastSeq: Math.min(claim.lastSeq, firstSeq + SLICE - 1) };
    const rows = await listRowSlice(context.db, claim.datasetId, plan.columns, range);
    failpoint('work.afterRead');
    for (const { seq, cells } of rows) {
      recordFailpoint(seq);
      sheet.add(seq, cleanseRow(pickFields(cells, plan.mapping), plan.pack, rules, isTakenIn(seq)).changes);
    }
  }
  failpoint('work.beforeSettle');
  return {
    apply: async (client) => {
      await sheet.store(client);
      return sheet.counts;
    },
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

const nobodyTook: IsTaken = () => false;

/** A suggestion counts as accepted when the same rule suggests the same value for the same cell again. */
async function readDecisions(
  claim: Claim,
  { basedOnId }: CleansingPlan,
  { db }: WorkContext,
): Promise<(seq: number) => IsTaken> {
  if (basedOnId === null) return () => nobodyTook;
  const taken = new Set(
    (await listTakenSuggestions(db, basedOnId, claim)).map(({ seq, field, rule, after }) =>
      [seq, field, rule, after].join('\t'),
    ),
  );
  if (taken.size === 0) return () => nobodyTook;
  return (seq) => (change) => taken.has([seq, change.field, change.rule, change.after].join('\t'));
}
