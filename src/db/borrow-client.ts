/** Borrows one connection from the pool for work outside a transaction, such as a long COPY. */
import { type Pool, type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';

/** Give it back with `release()`, or with `release(true)` when it was left in the middle of something: it is closed then. */
export async function borrowClient(db: DataSource): Promise<PoolClient> {
  // TypeORM keeps its pool under this name and offers no typed way to it.
  const { master } = db.driver as unknown as { master: Pool };
  const client = await master.connect();
  // A borrowed connection that breaks reports it here as well as to the statement; unheard, it would end the process.
  client.on('error', ignore);
  const release = client.release.bind(client);
  client.release = (broken) => {
    client.off('error', ignore);
    release(broken);
  };
  return client;
}

const ignore = () => {};
