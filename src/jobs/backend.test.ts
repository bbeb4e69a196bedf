/** Shows that a queue on a PostgreSQL that drops every line is asked again with patience. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { type createPostgresBackend } from 'bullmq';
import { queueConnection, WORK_QUEUE } from './backend';

it('waits before it tells that no job could be taken, however PostgreSQL fails', async () => {
  const rude = createServer((socket) => socket.end());
  rude.listen(0, '127.0.0.1');
  await once(rude, 'listening');
  const { port } = rude.address() as AddressInfo;
  const databaseUrl = `postgres://nobody@127.0.0.1:${port}/nothing`;
  const { connection, factory } = queueConnection({ databaseUrl, redisUrl: undefined });
  const open = factory as unknown as typeof createPostgresBackend;
  const backend = open(WORK_QUEUE, { connection } as never, {});
  const asked = performance.now();
  await expect(backend.moveToActive('token')).rejects.toThrow('terminated');
  expect(performance.now() - asked).toBeGreaterThan(450);
  await backend.close();
  rude.close();
});
