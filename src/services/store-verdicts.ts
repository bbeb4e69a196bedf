/** Stores the verdicts of a chunk by COPY, on the connection of the transaction that settles it. */
import { finished } from 'node:stream/promises';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AsciiPages } from '../db/ascii-pages';
import { copyTextArray } from '../db/copy-text';
import { writeExplanation } from '../domain/verdict-explanation';
import { type Verdict, type Verification } from '../domain/verdict';

/**
 * The verdicts of a chunk as they will be stored. Each is written down at once, so that a chunk in hand weighs its lines and
 * not its objects: a worker holds thousands of rows at a time.
 */
export class VerdictSheet {
  /** Verdict → number of rows. */
  readonly counts: Partial<Record<Verdict, number>> = {};
  private readonly pages = new AsciiPages();

  constructor(private readonly runId: string) {}

  add(seq: number, verification: Verification): void {
    const { verdict } = verification;
    this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
    this.writeLine(seq, verification);
  }

  async store(client: ClientBase): Promise<void> {
    const target = client.query(
      copyFrom(`copy verdict (run_id, seq, verdict, underlying, reasons, confidence, weight_bits, class_number,
        class_name, class_birth_date, class_sex, explanation) from stdin`),
    );
    for (const page of this.pages.close()) target.write(page);
    target.end();
    await finished(target);
  }

  /** Codes and numbers only: nothing here needs an escape. */
  private writeLine(seq: number, verification: Verification): void {
    const { verdict, underlying, reasons, confidence, weightBits, fields } = verification;
    this.cell(this.runId);
    this.cell(String(seq));
    this.cell(verdict);
    this.cell(underlying ?? '\\N');
    this.cell(reasons.length === 0 ? '{}' : copyTextArray(reasons));
    this.cell(String(confidence));
    this.cell(String(weightBits));
    this.cell(fields.number.class);
    this.cell(fields.name.class);
    this.cell(fields.birthDate.class);
    this.cell(fields.sex.class);
    writeExplanation(verification, this.put);
    this.put('\n');
  }

  private cell(text: string): void {
    this.put(text);
    this.put('\t');
  }

  private readonly put = (text: string) => this.pages.put(text);
}
