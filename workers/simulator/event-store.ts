/** Answers for keeping life events: in PostgreSQL, in a schema and table of the simulator's own, or in memory. */
import { type Pool } from 'pg';
import { LifeEventRequest } from './register/life-event-request';

export interface EventStore {
  /** All events of this population in the order in which they were added. */
  load(): Promise<LifeEventRequest[]>;
  append(event: LifeEventRequest): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export function createMemoryStore(): EventStore {
  const events: LifeEventRequest[] = [];
  return {
    load: () => Promise.resolve([...events]),
    append: (event) => Promise.resolve(void events.push(event)),
    clear: () => Promise.resolve(void events.splice(0)),
    close: () => Promise.resolve(),
  };
}

/** Events of another population (size or seed) are left alone. @throws when the database cannot be reached. */
export async function openPostgresStore(
  databaseUrl: string,
  population: { people: number; seed: number },
): Promise<EventStore> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who keeps events in PostgreSQL needs it
  const pg = require('pg') as { Pool: typeof Pool };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 10_000 });
  // A lost idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  const own = [population.people, population.seed];
  try {
    await createTable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    load: async () => {
      const sql = 'select event from simulator.life_event where people = $1 and seed = $2 order by id';
      const { rows } = await pool.query<{ event: unknown }>(sql, own);
      return rows.map(({ event }) => LifeEventRequest.parse(event));
    },
    append: async (event) => {
      const sql = 'insert into simulator.life_event (people, seed, event) values ($1, $2, $3)';
      await pool.query(sql, [...own, JSON.stringify(event)]);
    },
    clear: async () => {
      await pool.query('delete from simulator.life_event where people = $1 and seed = $2', own);
    },
    close: () => pool.end(),
  };
}

/** Any number that no other advisory lock of the database uses. */
const CREATE_LOCK = 606_090;

/** One query, and so one transaction: of simulators that start together one creates, and "if not exists" alone lets two of them try. */
async function createTable(pool: Pool): Promise<void> {
  await pool.query(
    `select pg_advisory_xact_lock(${CREATE_LOCK});
     create schema if not exists simulator;
     create table if not exists simulator.life_event (
       id bigint generated always as identity primary key,
       people integer not null,
       seed bigint not null,
       event jsonb not null,
       added_at timestamptz not null default now()
     )`,
  );
}
