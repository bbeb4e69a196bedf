/** Opens a half-year for judging: the period, and an assessment with empty cells for the nation and each province. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { readHalfYear } from '../../domain/matrix/half-year';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { insertAssessments, insertPeriod } from './insert-period';

/** Safe to repeat: what is there already stays as it is. */
export async function openPeriod(
  db: DataSource,
  actor: Actor,
  wanted: { readonly code: string; readonly templateCode: string },
): Promise<{ periodCode: string } | Refusal> {
  const period = readHalfYear(wanted.code);
  if (!period) return refuse('PERIOD_UNKNOWN');
  return inTransaction(db, async ({ client, manager }) => {
    await insertPeriod(manager, period);
    const added = await insertAssessments(manager, wanted.templateCode, period.code);
    await insertAuditEntry(client, {
      actor,
      action: 'period.open',
      subject: `period:${period.code}`,
      detail: { assessments: added },
    });
    return { periodCode: period.code };
  });
}
