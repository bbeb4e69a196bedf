/** Which rows of a chunk have their verdict already: they were judged before the chunk was given back. */
import { type DataSource } from 'typeorm';
import { type SeqRange } from '../../domain/run/run-state';

export interface KeptVerdict {
  readonly seq: number;
  readonly verdict: string;
}

/** By rows and not by chunk: a chunk may have been halved since. */
export function listKeptVerdicts(
  db: DataSource,
  { runId, firstSeq, lastSeq }: SeqRange & { readonly runId: string },
): Promise<KeptVerdict[]> {
  return db.query(`select seq, verdict from verdict where run_id = $1 and seq between $2 and $3`, [
    runId,
    firstSeq,
    lastSeq,
  ]);
}
