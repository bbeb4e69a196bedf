/** Stores the changes of a chunk by COPY, on the connection of the transaction that settles it. */
import { type ClientBase } from 'pg';
import { copyIn } from '../../db/copy-in';
import { CopyPages } from '../../db/copy-pages';
import { type Change } from '../../domain/cleanse/cleanse-row';
import { ChangeMode } from '../../domain/cleanse/rule';

/** The changes of a chunk as they will be stored: written down at once, so that a chunk in hand weighs its lines and not its objects. */
export class ChangeSheet {
  /** Rows by what became of them: automatic changes, suggestions and flags may all stand on one row. */
  readonly counts: Record<ChangeMode, number> = { AUTO: 0, SUGGEST: 0, FLAG: 0 };
  private readonly lines = new CopyPages();

  constructor(private readonly runId: string) {}

  add(seq: number, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const mode of MODES) if (changes.some((change) => change.mode === mode)) this.counts[mode] += 1;
    const row = `${this.runId}\t${seq}\t`;
    for (const change of changes) this.writeLine(row, change);
  }

  private writeLine(
    row: string,
    { field, no, rule, version, mode, before, after, lossless, confidence }: Change,
  ): void {
    const { lines } = this;
    lines.put(row);
    lines.cell(field);
    lines.cell(String(no));
    lines.cell(rule);
    lines.cell(String(version));
    lines.cell(mode);
    lines.putText(before);
    lines.put('\t');
    if (after === null) lines.put('\\N');
    else lines.putText(after);
    lines.put(lossless ? '\ttrue\t' : '\tfalse\t');
    lines.put(String(confidence));
    lines.put('\n');
  }

  async store(client: ClientBase): Promise<void> {
    await copyIn(
      client,
      'change (run_id, row_seq, field, no, rule, version, mode, before, after, lossless, confidence)',
      this.lines.read(),
    );
  }
}

const MODES = Object.values(ChangeMode);
