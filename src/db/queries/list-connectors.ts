/** The connectors that the workers have announced, with the health last seen. */
import { type DataSource } from 'typeorm';

export interface ConnectorRow {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly capabilities: readonly string[];
  readonly simulated: boolean;
  readonly health: {
    readonly state: 'UNKNOWN' | 'UP' | 'DOWN';
    readonly lastError: string | null;
    readonly checkedAt: Date | null;
  };
}

interface FlatRow extends Omit<ConnectorRow, 'health'> {
  readonly state: ConnectorRow['health']['state'];
  readonly lastError: string | null;
  readonly checkedAt: Date | null;
}

/** All of them by key, or those with the given keys. */
export async function listConnectors(
  db: DataSource,
  keys: readonly string[] | null = null,
): Promise<ConnectorRow[]> {
  const rows = await db.query<FlatRow[]>(
    `select key as id, json_build_object('vi', title_vi, 'en', title_en) as title, capabilities, simulated,
       health as state, last_error as "lastError", health_checked_at as "checkedAt"
     from connector where $1::text[] is null or key = any($1::text[]) order by key`,
    [keys],
  );
  return rows.map(({ state, lastError, checkedAt, ...row }) => ({
    ...row,
    health: { state, lastError, checkedAt },
  }));
}
