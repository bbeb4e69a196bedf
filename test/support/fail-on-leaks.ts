/** After each test file: a pool, worker or queue that the file left open fails it. */
import 'reflect-metadata';
import { dropAll, findLeakedSessions } from './database';
import { waitFor } from './wait-for';

jest.setTimeout(120_000);

afterAll(async () => {
  try {
    // A closed pool's sessions need a moment to vanish from the server's list.
    await waitFor(async () => (await findLeakedSessions()).length === 0, { withinMs: 5_000 }).catch(() => {});
    const leaked = await findLeakedSessions();
    if (leaked.length > 0) throw new Error(`Left open by this file: ${leaked.join(', ')}`);
  } finally {
    await dropAll();
  }
});
