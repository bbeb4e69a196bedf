/** Runs one question that may turn out dear: read-only, and given up after its own time. */
import { type DataSource } from 'typeorm';
import { borrowClient } from './borrow-client';

/** @throws the database's error 57014 when it takes longer than `ms` milliseconds. */
export async function readWithin<Row extends object>(
  db: DataSource,
  ms: number,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const client = await borrowClient(db);
  let isClean = false;
  try {
    await client.query(`begin transaction read only; set local statement_timeout = ${Math.trunc(ms)}`);
    try {
      return (await client.query<Row>(sql, [...parameters])).rows;
    } finally {
      await client.query('rollback');
      isClean = true;
    }
  } finally {
    client.release(!isClean);
  }
}
