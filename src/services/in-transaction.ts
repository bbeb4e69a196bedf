/** Opens the transaction of a use case and hands out its one connection, for statements and for COPY alike. */
import { type PoolClient } from 'pg';
import { type DataSource, type EntityManager } from 'typeorm';

export interface Transaction {
  readonly manager: EntityManager;
  /** The connection itself, for hot paths: plain statements and COPY, in the same transaction. */
  readonly client: PoolClient;
}

export async function inTransaction<T>(db: DataSource, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    try {
      const result = await work({ manager: runner.manager, client });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // The first error is the one to tell; a connection that is gone has rolled back by itself.
      await runner.rollbackTransaction().catch(() => {});
      throw error;
    }
  } finally {
    await runner.release();
  }
}
