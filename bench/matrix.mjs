/** Measures how often a second the whole matrix is served, beside a bare Apollo Server that hands out the same bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startBareApollo } from './peers/bare-apollo.mjs';
import { ROOT, startHub } from './support/hub.mjs';
import { findParts, peakMiB } from './support/processes.mjs';

const CONNECTIONS = 20;
const SECONDS = 10;

const hub = await startHub();
const whole = await hub.ask('matrix');
const peer = await startBareApollo(JSON.stringify(whole));
try {
  const rows = [
    ['the whole matrix', await fire(hub.url, hub.keys.viewer, operation('matrix'))],
    ['statuses only', await fire(hub.url, hub.keys.viewer, operation('matrix-overview'))],
    ['server info', await fire(hub.url, hub.keys.viewer, operation('server-info'))],
    ['peer: bare Apollo Server, same bytes', await fire(peer.url, 'none', '{ text }')],
  ];
  for (const [name, { requests, latency, bytes }] of rows) {
    console.log(
      `${name.padEnd(38)} ${Math.round(requests.average)} requests/s, p99 ${latency.p99} ms, ${Math.round(bytes / 1024)} KiB each`,
    );
  }
  console.log(`peak memory of the gateway: ${peakMiB(findParts(hub.dataDir).gateway)} MiB`);
} finally {
  await peer.stop();
  await hub.stop();
}

function operation(name) {
  return readFileSync(join(ROOT, 'schema', 'operations', `${name}.graphql`), 'utf8');
}

async function fire(url, key, query) {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  };
  const answer = await fetch(`${url}/graphql`, request);
  const text = await answer.text();
  if (!answer.ok || JSON.parse(text).errors) throw new Error(text.slice(0, 200));
  const result = await autocannon({
    url: `${url}/graphql`,
    ...request,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} broken`);
  return { ...result, bytes: Buffer.byteLength(text) };
}
