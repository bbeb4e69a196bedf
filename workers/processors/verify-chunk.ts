/** Verifies a slice of a dataset: asks the register in batches, judges each row, and hands over the verdicts to be stored. */
import { getDatasetReading } from '../../src/db/queries/get-dataset-reading';
import { readResidentRows, type NumberedResident } from '../../src/db/queries/read-resident-rows';
import { judgeResident } from '../../src/domain/judge-resident';
import { firstLookup, nextLookup } from '../../src/domain/lookup-key';
import { prepareResident, type PrepareOptions } from '../../src/domain/prepare-resident';
import { type LookupKey, type PreparedResident, type RegisterPerson } from '../../src/domain/resident';
import { type Claim } from '../../src/services/claim-chunk';
import { failpoint, recordFailpoint } from '../../src/services/failpoint';
import { openFinishWhenDone } from '../../src/services/open-finish-when-done';
import { type Settlement } from '../../src/services/settle-chunk';
import { VerdictSheet } from '../../src/services/store-verdicts';
import { type CallContext, type LookupRequest } from '../connectors/contract';
import { askSource, inBatches, type Answers } from './ask-source';
import { type Processor, type WorkContext } from './processor';

/** A row on its way: the question that is open for it, and what the last one brought. */
interface Case {
  readonly seq: number;
  readonly prepared: PreparedResident;
  question: LookupKey | null;
  answered: LookupKey | null;
  candidates: readonly RegisterPerson[];
}

type Ask = (requests: readonly LookupRequest[]) => Promise<Answers>;

/** Rows judged together when the source takes fewer a call: many enough to keep all its calls busy. */
const FEWEST_ROWS = 500;

export const verifyChunk: Processor = async (claim, context): Promise<Settlement> => {
  const { mapping, januaryFirstHeaped } = await getDatasetReading(context.db, claim.datasetId);
  const rows = await readResidentRows(context.db, claim.datasetId, mapping, claim);
  failpoint('work.afterRead');
  const { spec } = context.getConnector(claim.connectorKey ?? '');
  const options = { today: claim.requestedOn, januaryFirstIsPlaceholder: januaryFirstHeaped };
  const sheet = new VerdictSheet(claim.runId);
  const ask = askThrough(claim, context);
  // A batch is read, asked about, judged and written down before its objects grow old.
  const verifyBatch = (batch: readonly NumberedResident[]) =>
    judgeBatch(
      batch.map((row) => openCase(row, options)),
      ask,
      sheet,
    );
  await Promise.all(inBatches(rows, Math.max(spec.limits.batch, FEWEST_ROWS)).map(verifyBatch));
  failpoint('work.beforeSettle');
  return {
    counts: sheet.counts,
    apply: (client) => sheet.store(client),
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

function openCase({ seq, record }: NumberedResident, options: PrepareOptions): Case {
  recordFailpoint(seq);
  const prepared = prepareResident(record, options);
  return { seq, prepared, question: firstLookup(prepared), answered: null, candidates: [] };
}

/** Asks round by round: who was not found by number is asked for by name and birth date, and so on. Who is answered is judged. */
async function judgeBatch(cases: readonly Case[], ask: Ask, sheet: VerdictSheet): Promise<void> {
  let open = judgeSettled(cases, sheet);
  while (open.length > 0) {
    const answers = await ask(open.map(toRequest));
    for (const one of open) takeAnswer(one, answers.get(String(one.seq)) ?? []);
    open = judgeSettled(open, sheet);
  }
}

/** Judges the cases that have no question left, and gives those that have. */
function judgeSettled(cases: readonly Case[], sheet: VerdictSheet): readonly Case[] {
  return cases.filter(({ seq, prepared, question, answered, candidates }) => {
    if (question !== null) return true;
    sheet.add(seq, judgeResident(prepared, answered, candidates));
    return false;
  });
}

function takeAnswer(one: Case, candidates: readonly RegisterPerson[]): void {
  const answered = one.question;
  if (answered === null) return;
  one.answered = answered;
  one.candidates = candidates;
  one.question = nextLookup(one.prepared, answered, candidates);
}

function toRequest({ seq, question }: Case): LookupRequest {
  if (question === null) throw new Error('a case without a question is never asked about');
  return { ref: String(seq), key: question };
}

function askThrough(claim: Claim, context: WorkContext): Ask {
  const source = context.getConnector(claim.connectorKey ?? '');
  const call: CallContext = {
    purpose: claim.purpose ?? '',
    correlationId: `${claim.runId}-${claim.no}-${claim.epoch}`,
    signal: context.signal,
  };
  return (requests) => askSource(source, requests, call, () => failpoint('work.afterFirstAnswer'));
}
