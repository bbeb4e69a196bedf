/** Verifies a slice of a dataset: asks the register in batches, judges each row, and hands over the verdicts to be stored. */
import { setMaxListeners } from 'node:events';
import { getDatasetReading } from '../../src/db/queries/get-dataset-reading';
import { countCarriedOver, listSeqsToAskAgain } from '../../src/db/queries/list-verdicts-to-retry';
import { readResidentRows, type NumberedResident } from '../../src/db/queries/read-resident-rows';
import { candidatesForReview, judgeResident } from '../../src/domain/verdict/judge-resident';
import { type ColumnMapping } from '../../src/domain/table/column-mapping';
import { firstLookup, nextLookup } from '../../src/domain/verdict/lookup-key';
import { prepareResident, type PrepareOptions } from '../../src/domain/verdict/prepare-resident';
import { comparesAddress } from '../../src/domain/verdict/purpose-policy';
import {
  type LookupKey,
  type PreparedResident,
  type RegisterPerson,
} from '../../src/domain/resident/resident';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { failpoint, recordFailpoint } from '../../src/services/runs/failpoint';
import { getPurposePolicies } from '../../src/services/reference/purpose-policies';
import { openFinishWhenDone } from '../../src/services/runs/open-finish-when-done';
import { carryVerdictsOver } from '../../src/services/runs/carry-verdicts-over';
import { type Counts, type Settlement } from '../../src/services/runs/settle-chunk';
import { type LookupRequest } from '../connectors/contract';
import { Asker, inBatches } from './ask-source';
import { type JudgedRows } from './judged-rows';
import { type Processor, type WorkContext } from './processor';

/** A row on its way: the question that is open for it, and what the last one brought. */
interface Case {
  readonly seq: number;
  readonly prepared: PreparedResident;
  question: LookupKey | null;
  answered: LookupKey | null;
  candidates: readonly RegisterPerson[];
}

/** What rows are judged with: whom to ask, where verdicts go, and how candidates are named there. */
interface Bench {
  readonly asker: Asker;
  readonly judged: JudgedRows;
  tokenOf(number: string): string;
}

/** Rows judged together when the source takes fewer a call: many enough to keep all its calls busy. */
const FEWEST_ROWS = 500;

export const verifyChunk: Processor = async (claim, context): Promise<Settlement> => {
  const { mapping, januaryFirstHeaped } = await getDatasetReading(context.db, claim.datasetId);
  const judged = context.keptWork.take(claim);
  const rows = (await readOpenRows(claim, mapping, context)).filter(({ seq }) => !judged.has(seq));
  failpoint('work.afterRead');
  const { spec } = context.getConnector(claim.connectorKey ?? '');
  const options = {
    today: claim.requestedOn,
    januaryFirstIsPlaceholder: januaryFirstHeaped,
    comparesAddress: comparesAddress(getPurposePolicies(), claim.purpose),
  };
  const giveUp = new AbortController();
  const asker = openAsker(claim, context, giveUp.signal);
  // A batch is read, asked about, judged and written down before its objects grow old.
  const verifyBatch = (batch: readonly NumberedResident[]) =>
    judgeBatch(
      batch.map((row) => openCase(row, options)),
      { asker, judged, tokenOf: context.candidateToken },
    );
  try {
    await Promise.all(inBatches(rows, Math.max(spec.limits.batch, FEWEST_ROWS)).map(verifyBatch));
  } catch (error) {
    // When one batch fails, the chunk is given back: the others must not go on asking, and what is judged is kept.
    giveUp.abort();
    context.keptWork.keep(claim, judged);
    throw error;
  }
  failpoint('work.beforeSettle');
  const retried = { runId: claim.runId, firstSeq: claim.firstSeq, lastSeq: claim.lastSeq };
  const carried = claim.basedOnId === null ? {} : await countCarriedOver(context.db, retried);
  return {
    apply: async (client) => {
      await judged.sheet.store(client);
      if (claim.basedOnId !== null) await carryVerdictsOver(client, retried);
      return addUp(judged.sheet.counts, carried);
    },
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

/** The rows of the slice that are to be asked about: all, or when a run is retried those whose verdict may have changed. */
async function readOpenRows(
  claim: Claim,
  mapping: ColumnMapping,
  { db }: WorkContext,
): Promise<NumberedResident[]> {
  if (claim.basedOnId === null) return readResidentRows(db, claim.datasetId, mapping, claim);
  const open = new Set(await listSeqsToAskAgain(db, claim));
  if (open.size === 0) return [];
  const rows = await readResidentRows(db, claim.datasetId, mapping, claim);
  return rows.filter(({ seq }) => open.has(seq));
}

function addUp(counts: Counts, others: Counts): Counts {
  const sums: Record<string, number> = { ...counts };
  for (const [verdict, count] of Object.entries(others)) sums[verdict] = (sums[verdict] ?? 0) + count;
  return sums;
}

function openCase({ seq, record }: NumberedResident, options: PrepareOptions): Case {
  recordFailpoint(seq);
  const prepared = prepareResident(record, options);
  return { seq, prepared, question: firstLookup(prepared), answered: null, candidates: [] };
}

/** Asks round by round: who was not found by number is asked for by name and birth date, and so on. Who is answered is judged. */
async function judgeBatch(cases: readonly Case[], bench: Bench): Promise<void> {
  const open = new Map<string, Case>();
  for (const one of cases) {
    if (one.question === null) judge(one, bench);
    else open.set(String(one.seq), one);
  }
  while (open.size > 0) {
    await bench.asker.ask([...open.values()].map(toRequest), (ref, candidates) => {
      const one = open.get(ref);
      if (one === undefined || one.question === null) return;
      takeAnswer(one, candidates);
      if (one.question !== null) return;
      judge(one, bench);
      open.delete(ref);
    });
  }
}

function takeAnswer(one: Case, candidates: readonly RegisterPerson[]): void {
  const answered = one.question;
  if (answered === null) return;
  one.answered = answered;
  one.candidates = candidates;
  one.question = nextLookup(one.prepared, answered, candidates);
}

/** Once a case has no question left. */
function judge({ seq, prepared, answered, candidates }: Case, { judged, tokenOf }: Bench): void {
  const verification = judgeResident(prepared, answered, candidates);
  judged.add(seq, verification);
  const shown = candidatesForReview(verification, prepared, answered, candidates);
  if (shown.length > 0) judged.sheet.addCandidates(seq, shown, tokenOf);
}

function toRequest({ seq, question }: Case): LookupRequest {
  if (question === null) throw new Error('a case without a question is never asked about');
  return { ref: String(seq), key: question };
}

function openAsker(claim: Claim, context: WorkContext, givenUp: AbortSignal): Asker {
  const signal = AbortSignal.any([context.signal, givenUp]);
  // Every call of the chunk that is under way listens, and Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  const correlationId = `${claim.runId}-${claim.no}-${claim.epoch}`;
  const source = context.getConnector(claim.connectorKey ?? '');
  const call = { purpose: claim.purpose ?? '', correlationId, signal };
  return new Asker(source, call, () => failpoint('work.afterFirstAnswer'));
}
