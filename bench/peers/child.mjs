/** Runs a peer in a process of its own, as the hub's gateway runs in one. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** @returns {Promise<{ url: string, stop(): Promise<void> }>} */
export async function startPeer(file, databaseUrl) {
  const child = fork(file, [databaseUrl]);
  const [url] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`the peer ${file} did not start`))),
  ]);
  return {
    url,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
