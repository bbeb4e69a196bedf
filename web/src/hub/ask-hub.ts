/** Asks the hub one operation and gives its data, or throws a HubError. */
import { authorizationOf, readAccessKey } from '../shared/access-key';
import { type GraphqlAnswer } from '../shared/graphql-request';
import { getLanguage } from '../shared/language';
import { type HubDocument } from './hub-document';
import { HubError } from './hub-error';

interface HttpTrouble {
  readonly code?: string;
  readonly message?: string;
}

export async function askHub<Data, Variables>(
  document: HubDocument<Data, Variables>,
  variables: Variables,
  { key = readAccessKey(), signal }: { key?: string; signal?: AbortSignal } = {},
): Promise<Data> {
  const response = await post({ operationName: document.name, query: document.text, variables }, key, signal);
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => null)) as (GraphqlAnswer<Data> & HttpTrouble) | null;
  const error = answer?.errors?.[0];
  if (error) throw HubError.of(error, requestId);
  // Before GraphQL is reached, as with a key that opens nothing, the hub answers by HTTP alone.
  if (answer?.code) throw new HubError(answer.code, answer.message ?? answer.code, requestId);
  if (!answer?.data) throw HubError.unreachable();
  return answer.data;
}

async function post(body: unknown, key: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'accept-language': getLanguage(),
        ...authorizationOf(key),
      },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  } catch (reason) {
    if (signal?.aborted) throw reason;
    throw HubError.unreachable();
  }
}
