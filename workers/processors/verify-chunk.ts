/** Verifies a slice of a dataset: asks the register in batches, judges each row, and hands over the verdicts to be stored. */
import { judgeResident, type Verification } from '../../src/domain/judge-resident';
import { firstLookup, nextLookup } from '../../src/domain/lookup-key';
import { prepareResident } from '../../src/domain/prepare-resident';
import { type LookupKey, type PreparedResident, type RegisterPerson } from '../../src/domain/resident';
import { readColumnMapping } from '../../src/db/queries/read-column-mapping';
import { readResidentRows, type NumberedResident } from '../../src/db/queries/read-resident-rows';
import { type Claim } from '../../src/services/claim-chunk';
import { failpoint, recordFailpoint } from '../../src/services/failpoint';
import { openFinishWhenDone } from '../../src/services/open-finish-when-done';
import { type Settlement } from '../../src/services/settle-chunk';
import { storeVerdicts, type NumberedVerification } from '../../src/services/store-verdicts';
import { type CallContext, type LookupAnswer, type LookupRequest } from '../connectors/contract';
import { type Processor, type WorkContext } from './processor';

/** A row on its way: the question that is open for it, and what the last one brought. */
interface Case {
  readonly seq: number;
  readonly prepared: PreparedResident;
  question: LookupKey | null;
  answered: LookupKey | null;
  candidates: readonly RegisterPerson[];
}

export const verifyChunk: Processor = async (claim, context): Promise<Settlement> => {
  const mapping = await readColumnMapping(context.db, claim.datasetId);
  const rows = await readResidentRows(context.db, claim.datasetId, mapping, claim);
  failpoint('work.afterRead');
  const cases = rows.map(openCase);
  await askUntilAnswered(cases, claim, context);
  const verdicts = cases.map(judge);
  failpoint('work.beforeSettle');
  return {
    counts: countVerdicts(verdicts.map(({ verification }) => verification)),
    apply: (client) => storeVerdicts(client, claim.runId, verdicts),
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

function openCase({ seq, record }: NumberedResident): Case {
  recordFailpoint(seq);
  const prepared = prepareResident(record);
  return { seq, prepared, question: firstLookup(prepared), answered: null, candidates: [] };
}

/** Asks round by round: who was not found by number is asked for by name and birth date, and so on. */
async function askUntilAnswered(cases: readonly Case[], claim: Claim, context: WorkContext): Promise<void> {
  for (let open = cases.filter(hasQuestion); open.length > 0; open = open.filter(hasQuestion)) {
    const answers = await ask(open, claim, context);
    for (const one of open) takeAnswer(one, answers.get(String(one.seq)) ?? []);
  }
}

const hasQuestion = (one: Case) => one.question !== null;

function takeAnswer(one: Case, candidates: readonly RegisterPerson[]): void {
  const answered = one.question;
  if (answered === null) return;
  one.answered = answered;
  one.candidates = candidates;
  one.question = nextLookup(one.prepared, answered, candidates);
}

async function ask(
  open: readonly Case[],
  claim: Claim,
  context: WorkContext,
): Promise<Map<string, readonly RegisterPerson[]>> {
  const { spec, connector } = context.getConnector(claim.connectorKey ?? '');
  const requests = open.flatMap((one): LookupRequest[] =>
    one.question ? [{ ref: String(one.seq), key: one.question }] : [],
  );
  const call: CallContext = {
    purpose: claim.purpose ?? '',
    correlationId: `${claim.runId}-${claim.no}-${claim.epoch}`,
    signal: context.signal,
  };
  const answers = new Map<string, readonly RegisterPerson[]>();
  const keep = (batch: readonly LookupAnswer[]) => {
    for (const answer of batch) answers.set(answer.ref, answer.candidates);
    failpoint('work.afterFirstAnswer');
  };
  await Promise.all(
    inBatches(requests, spec.limits.batch).map(async (batch) => keep(await connector.lookup(batch, call))),
  );
  return answers;
}

function judge(one: Case): NumberedVerification {
  return { seq: one.seq, verification: judgeResident(one.prepared, one.answered, one.candidates) };
}

function countVerdicts(verifications: readonly Verification[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of verifications) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function inBatches<T>(all: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < all.length; from += size) batches.push(all.slice(from, from + size));
  return batches;
}
