/** Sends a file to a gateway as a client does: announce it, then PUT its bytes. Gives the id of the upload. */
import { askGraphql, type TestGateway } from './gateway';

export async function sendFile(
  gateway: TestGateway,
  key: string,
  file: { readonly name: string; readonly bytes: Uint8Array | string },
): Promise<string> {
  const bytes = Buffer.from(file.bytes);
  const query = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url headers { name value } } }`;
  const variables = { input: { filename: file.name, bytes: bytes.length } };
  const { data, errors } = await askGraphql(gateway.url, { query, variables }, { key });
  if (errors.length > 0) throw new Error(errors[0]!.message);
  const { id, url, headers } = data.createUpload as {
    id: string;
    url: string;
    headers: { name: string; value: string }[];
  };
  const sent = await fetch(url, {
    method: 'PUT',
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    body: bytes,
  });
  if (sent.status !== 201) throw new Error(`the upload was answered with ${sent.status}`);
  return id;
}
