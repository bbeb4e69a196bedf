/** Stores the verdicts of a chunk by COPY, on the connection of the transaction that settles it. */
import { finished } from 'node:stream/promises';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyNullable, copyTextArray } from '../db/copy-text';
import { writeExplanation } from '../domain/verdict-explanation';
import { type Verdict, type Verification } from '../domain/verdict';

/**
 * The verdicts of a chunk as they will be stored. Each is written down at once, so that a chunk in hand weighs its lines and
 * not its objects: a worker holds thousands of rows at a time.
 */
export class VerdictSheet {
  /** Verdict → number of rows. */
  readonly counts: Partial<Record<Verdict, number>> = {};
  private readonly pages: Buffer[] = [];
  private lines = '';

  constructor(private readonly runId: string) {}

  add(seq: number, verification: Verification): void {
    const { verdict } = verification;
    this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
    this.lines += toLine(this.runId, seq, verification);
    if (this.lines.length >= PAGE) this.turnPage();
  }

  async store(client: ClientBase): Promise<void> {
    this.turnPage();
    const target = client.query(
      copyFrom(`copy verdict (run_id, seq, verdict, underlying, reasons, confidence, weight_bits, class_number,
        class_name, class_birth_date, class_sex, explanation) from stdin`),
    );
    for (const page of this.pages) target.write(page);
    target.end();
    await finished(target);
  }

  /** Codes and numbers only, so one byte a sign. */
  private turnPage(): void {
    if (this.lines !== '') this.pages.push(Buffer.from(this.lines, 'latin1'));
    this.lines = '';
  }
}

const PAGE = 64 * 1_024;

function toLine(runId: string, seq: number, verification: Verification): string {
  const { verdict, underlying, reasons, confidence, weightBits, fields } = verification;
  return (
    `${runId}\t${seq}\t${verdict}\t${copyNullable(underlying)}\t${copyTextArray(reasons)}\t${confidence}\t${weightBits}\t` +
    `${fields.number.class}\t${fields.name.class}\t${fields.birthDate.class}\t${fields.sex.class}\t` +
    `${writeExplanation(verification)}\n`
  );
}
