/** Brings a file into a hub through its public face and waits until its rows are there. */
import { createReadStream, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export async function bringIn(hub, file) {
  const { size: bytes } = statSync(file);
  const { createUpload } = await hub.ask('create-upload', { input: { filename: 'people.csv', bytes } });
  const headers = Object.fromEntries(createUpload.headers.map(({ name, value }) => [name, value]));
  const authorization = `Bearer ${hub.keys.admin}`;
  const put = await fetch(createUpload.url, {
    method: createUpload.method,
    headers: { ...headers, authorization },
    body: createReadStream(file),
    duplex: 'half',
  });
  if (!put.ok) throw new Error(`the upload was refused: ${put.status}`);
  const { createDataset } = await hub.ask('create-dataset', {
    input: { uploadId: createUpload.id, name: 'bench' },
  });
  for (;;) {
    const { state } = (await hub.ask('dataset', { id: createDataset.id })).dataset;
    if (state === 'FAILED') throw new Error('the import failed');
    if (state !== 'IMPORTING') return createDataset.id;
    await delay(20);
  }
}
