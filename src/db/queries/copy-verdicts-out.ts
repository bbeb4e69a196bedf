/** Streams a verification's result as CSV in source order: every column of the file, then what was found. */
import { type DataSource } from 'typeorm';
import { csvLine } from '../../domain/table/safe-cell';
import { copyOutInSlices } from '../copy-out';
import { pickFailures } from './pick-failures';

const RESULT_COLUMNS = [
  'verdict',
  'reasons',
  'confidence',
  'class_number',
  'class_name',
  'class_birth_date',
  'class_sex',
] as const;

export interface VerdictsToCopy {
  readonly runId: string;
  readonly datasetId: string;
  readonly headers: readonly string[];
  /** Of the dataset. */
  readonly rows: number;
  readonly acceptsProbable: boolean;
  /** Adds what people decided, and which verdict counts since: the one file of a run that may differ from day to day. */
  readonly decided?: boolean;
}

const DECIDED_COLUMNS = ['effective_verdict', 'accepted', 'decision'] as const;

/** As `effectiveVerdict` and `isAccepted` of the domain have it; a test holds the two together. */
const EFFECTIVE = `case
  when decided.decision is null or decided.decision = 'UNDECIDED' then verdict.verdict
  when decided.decision = 'SAME_PERSON' then 'PROBABLE'
  when verdict.verdict = 'AMBIGUOUS' then 'NOT_FOUND' else 'MISMATCH' end`;
const ACCEPTED = `case when verdict.verdict = 'VERIFIED' or decided.decision = 'SAME_PERSON'
  or verdict.verdict = 'PROBABLE' and run.accepts_probable and decided.decision is distinct from 'OTHER_PERSON'
  then 'yes' else 'no' end`;

/**
 * Whole lines at a time. The same rows always give the same bytes: rows do not change once a run is over, the order is theirs, and
 * nothing of the moment goes in. That is why no copy of the file needs to be kept.
 */
export async function* writeVerdicts(db: DataSource, wanted: VerdictsToCopy): AsyncGenerator<Buffer> {
  const decided = wanted.decided === true;
  const columns = [...RESULT_COLUMNS, ...(decided ? DECIDED_COLUMNS : [])];
  yield Buffer.from(`${csvLine([...wanted.headers, ...columns])}\n`);
  const cells = wanted.headers.map((_, index) => `nullif(safe_cell(source.cells[${index + 1}]), '')`);
  yield* copyOutInSlices(db, wanted.rows, (client, { firstSeq, lastSeq }) => {
    // COPY takes no parameters; both ids are UUIDs from our own tables and are quoted all the same.
    const run = `${client.escapeLiteral(wanted.runId)}::uuid`;
    const slice = `seq between ${firstSeq} and ${lastSeq}`;
    return `
      select ${cells.join(', ')}, verdict.verdict,
        case when verdict.reasons <> '{}' then array_to_string(verdict.reasons, '|') end,
        verdict.confidence::real, verdict.class_number, verdict.class_name, verdict.class_birth_date,
        verdict.class_sex ${decided ? `, ${EFFECTIVE}, ${ACCEPTED}, decided.decision` : ''}
      from (select accepts_probable from run where id = ${run}) run cross join
        ((select seq, cells from dataset_row where dataset_id = ${client.escapeLiteral(wanted.datasetId)}::uuid and ${slice}) source
        full join (select * from verdict where run_id = ${run} and ${slice}) verdict on verdict.seq = source.seq)
      ${decided ? JOIN_DECISIONS : ''}
      where ${HAS_VERDICT}
      order by source.seq`;
  });
}

/**
 * Rows and verdicts of a slice go side by side, so the join is a full one: those are merged or hashed, never looked up one by one or,
 * on tables so new that the planner knows nothing of them, compared each with each. A plain condition on the verdict would tell the
 * planner that a lesser join will do.
 */
const HAS_VERDICT = `coalesce(verdict.verdict, '') <> ''`;

const JOIN_DECISIONS = `left join review_decision decided
  on decided.run_id = verdict.run_id and decided.seq = verdict.seq`;

/** The lines of the rows that will not do, out of `writeVerdicts`: the file of the failures is a part of the whole by its making. */
export function failuresIn(lines: Buffer, { acceptsProbable }: VerdictsToCopy): Generator<Buffer> {
  return pickFailures(lines, RESULT_COLUMNS.length, acceptsProbable);
}

export async function* writeFailures(db: DataSource, wanted: VerdictsToCopy): AsyncGenerator<Buffer> {
  for await (const lines of writeVerdicts(db, wanted)) yield* failuresIn(lines, wanted);
}
