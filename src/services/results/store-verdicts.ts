/** Stores the verdicts of a chunk by COPY, on the connection of the transaction that settles it. */
import { type ClientBase } from 'pg';
import { copyIn } from '../../db/copy-in';
import { CopyPages } from '../../db/copy-pages';
import { copyTextArray } from '../../db/copy-text';
import { type ComparedCandidate, type ComparedFields } from '../../domain/verdict/compare-resident';
import { writeExplanation } from '../../domain/verdict/verdict-explanation';
import { type Verdict, type Verification } from '../../domain/verdict/verdict';

/**
 * The verdicts of a chunk as they will be stored. Each is written down at once, so that a chunk in hand weighs its lines and
 * not its objects: a worker holds thousands of rows at a time. Codes and numbers only: nothing here needs an escape.
 */
export class VerdictSheet {
  /** Verdict → number of rows. */
  readonly counts: Partial<Record<Verdict, number>> = {};
  private readonly verdicts = new CopyPages();
  private readonly candidates = new CopyPages();

  constructor(private readonly runId: string) {}

  add(seq: number, verification: Verification): void {
    const { verdict, underlying, reasons, confidence, weightBits, fields } = verification;
    this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
    const line = this.verdicts;
    line.cell(this.runId);
    line.cell(String(seq));
    line.cell(verdict);
    line.cell(underlying ?? '\\N');
    line.cell(reasons.length === 0 ? '{}' : copyTextArray(reasons));
    line.cell(String(confidence));
    line.cell(String(weightBits));
    putClasses(line, fields);
    writeExplanation(verification, line);
    line.put('\n');
  }

  /** `tokenOf` turns the number of a candidate into what may be stored of it. */
  addCandidates(
    seq: number,
    candidates: readonly ComparedCandidate[],
    tokenOf: (number: string) => string,
  ): void {
    const line = this.candidates;
    candidates.forEach(({ person, fields, weightBits }, index) => {
      line.cell(this.runId);
      line.cell(String(seq));
      line.cell(String(index + 1));
      line.cell(tokenOf(person.number));
      putClasses(line, fields);
      line.cell(String(weightBits));
      writeExplanation({ rule: 0, fields }, line);
      line.put('\n');
    });
  }

  get isEmpty(): boolean {
    return this.verdicts.isEmpty;
  }

  async store(client: ClientBase): Promise<void> {
    await copyIn(
      client,
      `verdict (run_id, seq, verdict, underlying, reasons, confidence, weight_bits, class_number, class_name,
        class_birth_date, class_sex, explanation)`,
      this.verdicts.read(),
    );
    if (this.candidates.isEmpty) return;
    await copyIn(
      client,
      `verdict_candidate (run_id, seq, no, token, class_number, class_name, class_birth_date, class_sex,
        weight_bits, explanation)`,
      this.candidates.read(),
    );
  }
}

function putClasses(line: CopyPages, { number, name, birthDate, sex }: ComparedFields): void {
  line.cell(number.class);
  line.cell(name.class);
  line.cell(birthDate.class);
  line.cell(sex.class);
}
