/** How the hub's own machinery stands: the work that waits and is held, and the database beneath. */
import { type DataSource } from 'typeorm';

export interface SystemHealthRow {
  /** Chunks by what became of them. */
  readonly waiting: number;
  readonly waitingForConnector: number;
  readonly held: number;
  /** Held beyond their lease: their worker vanished, another takes over. */
  readonly abandoned: number;
  readonly quarantined: number;
  readonly finishedLastHour: number;
  readonly runsFailedLastDay: number;
  readonly databaseVersion: string;
  readonly databaseBytes: number;
  readonly connections: number;
  readonly largestConnections: number;
}

export async function getSystemHealth(db: DataSource): Promise<SystemHealthRow> {
  const [row] = await db.query<SystemHealthRow[]>(
    `select count(*) filter (where state = 'READY')::int as waiting,
       count(*) filter (where state = 'WAITING_CONNECTOR')::int as "waitingForConnector",
       count(*) filter (where state = 'LEASED' and lease_until >= clock_timestamp())::int as held,
       count(*) filter (where state = 'LEASED' and lease_until < clock_timestamp())::int as abandoned,
       count(*) filter (where state = 'QUARANTINED')::int as quarantined,
       count(*) filter (where state = 'DONE' and done_at > clock_timestamp() - interval '1 hour')::int as "finishedLastHour",
       (select count(*)::int from run where state in ('FAILED_CONFIG', 'FAILED_SYSTEM')
          and finished_at > clock_timestamp() - interval '1 day') as "runsFailedLastDay",
       current_setting('server_version') as "databaseVersion",
       pg_database_size(current_database())::float8 as "databaseBytes",
       (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
       current_setting('max_connections')::int as "largestConnections"
     from chunk`,
  );
  return row!;
}
