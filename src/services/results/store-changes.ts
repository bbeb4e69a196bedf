/** Stores the changes of a chunk by COPY, on the connection of the transaction that settles it. */
import { finished } from 'node:stream/promises';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyNullable, copyText } from '../../db/copy-text';
import { type Change } from '../../domain/cleanse/cleanse-row';
import { type ChangeMode } from '../../domain/cleanse/rule';

const PAGE = 64 * 1_024;

/** The changes of a chunk as they will be stored: written down at once, so that a chunk in hand weighs its lines and not its objects. */
export class ChangeSheet {
  /** Rows by what became of them: automatic changes, suggestions and flags may all stand on one row. */
  readonly counts: Record<ChangeMode, number> = { AUTO: 0, SUGGEST: 0, FLAG: 0 };
  private readonly pages: Buffer[] = [];
  private lines = '';

  constructor(private readonly runId: string) {}

  add(seq: number, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const mode of new Set(changes.map((change) => change.mode))) this.counts[mode] += 1;
    for (const change of changes) this.lines += toLine(this.runId, seq, change);
    if (this.lines.length >= PAGE) this.turnPage();
  }

  async store(client: ClientBase): Promise<void> {
    this.turnPage();
    const target = client.query(
      copyFrom(`copy change (run_id, row_seq, field, no, rule, version, mode, before, after, lossless, confidence)
        from stdin`),
    );
    for (const page of this.pages) target.write(page);
    target.end();
    await finished(target);
  }

  private turnPage(): void {
    if (this.lines !== '') this.pages.push(Buffer.from(this.lines, 'utf8'));
    this.lines = '';
  }
}

function toLine(runId: string, seq: number, change: Change): string {
  const { field, no, rule, version, mode, before, after, lossless, confidence } = change;
  const text = `${copyText(before)}\t${copyNullable(after)}`;
  return `${runId}\t${seq}\t${field}\t${no}\t${rule}\t${version}\t${mode}\t${text}\t${lossless}\t${confidence}\n`;
}
