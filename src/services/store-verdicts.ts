/** Stores the verdicts of a chunk by COPY, on the connection of the transaction that settles it. */
import { pipeline } from 'node:stream/promises';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyNullable, copyTextArray } from '../db/copy-text';
import { type Verification } from '../domain/judge-resident';

export interface NumberedVerification {
  readonly seq: number;
  readonly verification: Verification;
}

export async function storeVerdicts(
  client: ClientBase,
  runId: string,
  verdicts: readonly NumberedVerification[],
): Promise<void> {
  const target = client.query(
    copyFrom(`copy verdict (run_id, seq, verdict, underlying, reasons, confidence, weight_bits, class_number,
      class_name, class_birth_date, class_sex, explanation) from stdin`),
  );
  const lines = verdicts.map((verdict) => toLine(runId, verdict)).join('');
  await pipeline([Buffer.from(lines)], target);
}

function toLine(runId: string, { seq, verification }: NumberedVerification): string {
  const { fields } = verification;
  return `${[
    runId,
    seq,
    verification.verdict,
    copyNullable(verification.underlying),
    copyTextArray(verification.reasons),
    verification.confidence,
    verification.weightBits,
    fields.number.class,
    fields.name.class,
    fields.birthDate.class,
    fields.sex.class,
    explain(verification),
  ].join('\t')}\n`;
}

/** Field → what led to its class. Rule ids and numbers only: nothing in it needs escaping. */
function explain({ rule, fields }: Verification): string {
  const parts = Object.entries(fields).map(([name, { sub, rules, bits }]) => [
    name,
    { ...(sub ? { sub } : {}), ...(rules.length > 0 ? { rules } : {}), bits },
  ]);
  return JSON.stringify({ rule, ...Object.fromEntries(parts) });
}
