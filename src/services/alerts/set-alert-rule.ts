/** Changes what an alert rule demands: marks, patience, severity, or whether it watches at all. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type AlertSeverity } from '../../domain/alert/alert';
import { type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

/** What is absent stays. Marks in the unit of the rule, patience in seconds. */
export interface AlertRuleChange {
  readonly raiseAt?: number;
  readonly clearAt?: number;
  readonly raiseAfter?: number;
  readonly clearAfter?: number;
  readonly severity?: AlertSeverity;
  readonly enabled?: boolean;
}

export function setAlertRule(
  db: DataSource,
  actor: Actor,
  code: string,
  change: AlertRuleChange,
): Promise<{ rule: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{ worse: 'ABOVE' | 'BELOW'; raiseAt: number; clearAt: number }>(
      'select worse, raise_at as "raiseAt", clear_at as "clearAt" from alert_rule where code = $1 for update',
      [code],
    );
    const [rule] = found.rows;
    if (!rule) return refuse('ALERT_RULE_NOT_FOUND');
    const [raiseAt, clearAt] = [change.raiseAt ?? rule.raiseAt, change.clearAt ?? rule.clearAt];
    if (rule.worse === 'ABOVE' ? clearAt > raiseAt : clearAt < raiseAt) return refuse('ALERT_MARKS_CROSSED');
    await client.query(
      `update alert_rule set raise_at = $2, clear_at = $3, raise_after = coalesce($4, raise_after),
         clear_after = coalesce($5, clear_after), severity = coalesce($6, severity), enabled = coalesce($7, enabled)
       where code = $1`,
      [
        code,
        raiseAt,
        clearAt,
        change.raiseAfter ?? null,
        change.clearAfter ?? null,
        change.severity ?? null,
        change.enabled ?? null,
      ],
    );
    await insertAuditEntry(client, {
      actor,
      action: 'alert_rule.set',
      subject: `alert_rule:${code}`,
      detail: { changed: Object.keys(change).sort().join(',') },
    });
    return { rule: code };
  });
}
