/** Where the embedded PostgreSQL answers, and as whom it is asked. */

export const DATABASE_USER = 'hub06';

/** The connection string of one of its databases. */
export function connectionString(port: number, password: string, database: string): string {
  return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}
