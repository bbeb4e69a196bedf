/** Cleanses a slice of a dataset by the rules of its run, and hands over each change to be stored. */
import {
  getCleansingPlan,
  listTakenSuggestions,
  type CleansingPlan,
} from '../../src/db/queries/get-cleansing-plan';
import { listRowSlice } from '../../src/db/queries/list-row-slice';
import { cleanseRow, type IsTaken } from '../../src/domain/cleanse/cleanse-row';
import { pickFields } from '../../src/domain/column-mapping';
import { type Claim } from '../../src/services/claim-chunk';
import { failpoint, recordFailpoint } from '../../src/services/failpoint';
import { openFinishWhenDone } from '../../src/services/open-finish-when-done';
import { type Settlement } from '../../src/services/settle-chunk';
import { storeChanges, type RowChanges } from '../../src/services/store-changes';
import { type Processor, type WorkContext } from './processor';

export const cleanseChunk: Processor = async (claim, context): Promise<Settlement> => {
  const plan = await getCleansingPlan(context.db, claim.runId);
  const isTakenIn = await readDecisions(claim, plan, context);
  const rows = await listRowSlice(context.db, claim.datasetId, claim);
  failpoint('work.afterRead');
  const rules = { facts: plan.facts, today: claim.requestedOn };
  const changed: RowChanges[] = [];
  for (const { seq, cells } of rows) {
    recordFailpoint(seq);
    const { changes } = cleanseRow(pickFields(cells, plan.mapping), plan.pack, rules, isTakenIn(seq));
    if (changes.length > 0) changed.push({ seq, changes });
  }
  failpoint('work.beforeSettle');
  return {
    counts: countChanges(changed),
    apply: (client) => storeChanges(client, claim.runId, changed),
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

/** Rows by what became of them: automatic changes, suggestions and flags may all stand on one row. */
function countChanges(rows: readonly RowChanges[]): Record<string, number> {
  const counts = { AUTO: 0, SUGGEST: 0, FLAG: 0 };
  for (const { changes } of rows) {
    for (const mode of new Set(changes.map((change) => change.mode))) counts[mode] += 1;
  }
  return counts;
}
