/** Verifies a slice of a dataset: asks the register in batches, judges each row, and hands over the verdicts to be stored. */
import { setMaxListeners } from 'node:events';
import { type ClientBase } from 'pg';
import { getDatasetReading } from '../../src/db/queries/get-dataset-reading';
import { listKeptVerdicts, type KeptVerdict } from '../../src/db/queries/list-kept-verdicts';
import { countCarriedOver, listSeqsToAskAgain } from '../../src/db/queries/list-verdicts-to-retry';
import { readResidentRows, type NumberedResident } from '../../src/db/queries/read-resident-rows';
import { candidatesForReview, judgeResident } from '../../src/domain/verdict/judge-resident';
import { type ColumnMapping } from '../../src/domain/table/column-mapping';
import { firstLookup } from '../../src/domain/verdict/lookup-key';
import { nextStep } from '../../src/domain/verdict/next-step';
import { prepareResident, type PrepareOptions } from '../../src/domain/verdict/prepare-resident';
import { comparesAddress } from '../../src/domain/verdict/purpose-policy';
import { type LookupKey, type PreparedResident } from '../../src/domain/resident/resident';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { VerdictSheet } from '../../src/services/results/store-verdicts';
import { failpoint, recordFailpoint } from '../../src/services/runs/failpoint';
import { getPurposePolicies } from '../../src/services/reference/purpose-policies';
import { openFinishWhenDone } from '../../src/services/runs/open-finish-when-done';
import { carryVerdictsOver } from '../../src/services/runs/carry-verdicts-over';
import { type Counts, type Settlement } from '../../src/services/runs/settle-chunk';
import { type LookupRequest } from '../connectors/contract';
import { Asker } from './ask-source';
import { eachAtMost, inBatches } from './batches';
import { type Processor, type WorkContext } from './processor';

/** A row on its way, and the question that is open for it. */
interface Case {
  readonly seq: number;
  readonly prepared: PreparedResident;
  question: LookupKey;
}

/** What rows are judged with: whom to ask, where verdicts go, and how candidates are named there. */
interface Bench {
  readonly asker: Asker;
  readonly sheet: VerdictSheet;
  tokenOf(number: string): string;
}

/** Rows judged together when the source takes fewer a call: many enough to keep all its calls busy. */
const FEWEST_ROWS = 500;
/** Batches of a chunk: one is judged while another is asked about. */
const UNDER_WAY = 2;

export const verifyChunk: Processor = async (claim, context): Promise<Settlement> => {
  const { mapping, standInDecades } = await getDatasetReading(context.db, claim.datasetId);
  const kept = await listKeptVerdicts(context.db, claim);
  const judged = new Set(kept.map(({ seq }) => seq));
  const open = (await listOpenSeqs(claim, context)).filter((seq) => !judged.has(seq));
  const { spec } = context.getConnector(claim.connectorKey ?? '');
  const options = {
    today: claim.requestedOn,
    standInDecades,
    comparesAddress: comparesAddress(getPurposePolicies(), claim.purpose),
  };
  const giveUp = new AbortController();
  const asker = openAsker(claim, context, giveUp.signal);
  const sheet = new VerdictSheet(claim.runId);
  const bench = { asker, sheet, tokenOf: context.candidateToken };
  // A batch is read, asked about, judged and written down before its objects grow old.
  const verifyBatch = async (seqs: readonly number[]) => {
    const rows = await readRows(claim.datasetId, seqs, mapping, context);
    failpoint('work.afterRead');
    // The others must not go on asking when one fails.
    await judgeBatch(rows, options, bench).catch((error: unknown) => {
      giveUp.abort();
      throw error;
    });
  };
  try {
    await eachAtMost(UNDER_WAY, inBatches(open, Math.max(spec.limits.batch, FEWEST_ROWS)), verifyBatch);
  } catch (error) {
    // The chunk is given back, and what is judged is kept.
    if (!sheet.isEmpty) context.keep((client) => storeAll(client, sheet, kept));
    throw error;
  }
  failpoint('work.beforeSettle');
  const retried = { runId: claim.runId, firstSeq: claim.firstSeq, lastSeq: claim.lastSeq };
  const carried = claim.basedOnId === null ? {} : await countCarriedOver(context.db, retried);
  return {
    apply: async (client) => {
      const counts = await storeAll(client, sheet, kept);
      if (claim.basedOnId !== null) await carryVerdictsOver(client, retried);
      return addUp(counts, carried);
    },
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

/** The rows of the slice that are to be asked about: all, or when a run is retried those whose verdict may have changed. */
async function listOpenSeqs(claim: Claim, { db }: WorkContext): Promise<number[]> {
  if (claim.basedOnId !== null) return listSeqsToAskAgain(db, claim);
  return Array.from({ length: claim.lastSeq - claim.firstSeq + 1 }, (_, index) => claim.firstSeq + index);
}

async function readRows(
  datasetId: string,
  seqs: readonly number[],
  mapping: ColumnMapping,
  { db }: WorkContext,
): Promise<NumberedResident[]> {
  const wanted = new Set(seqs);
  const range = { firstSeq: seqs[0]!, lastSeq: seqs.at(-1)! };
  const rows = await readResidentRows(db, datasetId, mapping, range);
  return rows.length === wanted.size ? rows : rows.filter(({ seq }) => wanted.has(seq));
}

/** Gives the counts of the whole chunk as far as it is judged. */
async function storeAll(
  client: ClientBase,
  sheet: VerdictSheet,
  kept: readonly KeptVerdict[],
): Promise<Counts> {
  await sheet.store(client);
  const before: Record<string, number> = {};
  for (const { verdict } of kept) before[verdict] = (before[verdict] ?? 0) + 1;
  return addUp(sheet.counts, before);
}

function addUp(counts: Counts, others: Counts): Counts {
  const sums: Record<string, number> = { ...counts };
  for (const [verdict, count] of Object.entries(others)) sums[verdict] = (sums[verdict] ?? 0) + count;
  return sums;
}

/** Asks round by round: who was not found by number is asked for by name and birth date, and so on. Who is answered is judged. */
async function judgeBatch(
  rows: readonly NumberedResident[],
  options: PrepareOptions,
  { asker, sheet, tokenOf }: Bench,
): Promise<void> {
  const open = new Map<string, Case>();
  for (const { seq, record } of rows) {
    recordFailpoint(seq);
    const prepared = prepareResident(record, options);
    const question = firstLookup(prepared);
    if (question === null) sheet.add(seq, judgeResident(prepared, null, []));
    else open.set(String(seq), { seq, prepared, question });
  }
  while (open.size > 0) {
    const requests = Array.from(open, ([ref, { question }]): LookupRequest => ({ ref, key: question }));
    await asker.ask(requests, (ref, candidates) => {
      const one = open.get(ref)!;
      const { question, verification } = nextStep(one.prepared, one.question, candidates);
      if (verification === null) {
        one.question = question;
        return;
      }
      sheet.add(one.seq, verification);
      const shown = candidatesForReview(verification, one.prepared, one.question, candidates);
      if (shown.length > 0) sheet.addCandidates(one.seq, shown, tokenOf);
      open.delete(ref);
    });
  }
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
