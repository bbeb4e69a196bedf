/** The peer of the matrix query: Apollo Server in a process of its own with one field, a text of the same size. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(import.meta.url);

export async function startBareApollo(text) {
  const child = fork(FILE);
  await once(child, 'spawn');
  child.send(text);
  const [url] = await once(child, 'message');
  return {
    url: url.replace(/\/$/, ''),
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

if (process.argv[1] === FILE) {
  const { ApolloServer } = await import('@apollo/server');
  const { startStandaloneServer } = await import('@apollo/server/standalone');
  const [text] = await once(process, 'message');
  const server = new ApolloServer({
    typeDefs: 'type Query { text: String! }',
    resolvers: { Query: { text: () => text } },
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  process.send(url);
}
