/** Stores the last conformance report of a connector, where people see it beside its health. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { inTransaction } from '../in-transaction';

export interface StoredReport {
  readonly connector: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly cases: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly detail: string | null;
  }[];
}

/** False when no worker has ever announced this connector to this hub. */
export function storeConformance(db: DataSource, report: StoredReport): Promise<boolean> {
  return inTransaction(db, async ({ client }) => {
    const { connector, passed, failed, notApplicable } = report;
    const cases = report.cases.map(({ id, outcome, detail }) => ({ id, outcome, detail }));
    const stored = await client.query(
      `update connector set conformance = $2, conformance_at = clock_timestamp() where key = $1`,
      [connector, { passed, failed, notApplicable, cases }],
    );
    if (stored.rowCount === 0) return false;
    await insertAuditEntry(client, {
      actor: null,
      action: 'connector.conform',
      subject: `connector:${connector}`,
      detail: { passed, failed, notApplicable },
    });
    return true;
  });
}
