/** Asks the hub one operation and gives its data, or throws a HubError. */
import { type GraphqlAnswer, postGraphql } from '../shared/graphql-request';
import { type HubDocument } from './hub-document';
import { HubError } from './hub-error';
import { type HttpTrouble } from './http-trouble';

export async function askHub<Data, Variables>(
  document: HubDocument<Data, Variables>,
  variables: Variables,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Data> {
  const request = {
    operationName: document.name,
    query: document.text,
    variables: variables as Record<string, unknown>,
  };
  const response = await postGraphql(request, { signal }).catch((reason: unknown) => {
    throw signal?.aborted ? reason : HubError.unreachable();
  });
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => null)) as (GraphqlAnswer<Data> & HttpTrouble) | null;
  const error = answer?.errors?.[0];
  if (error) throw HubError.of(error, requestId);
  // Before GraphQL is reached, as with a body too large, the hub answers by HTTP alone.
  if (answer?.code) throw new HubError(answer.code, answer.message ?? answer.code, requestId);
  if (!answer?.data) throw HubError.unreachable();
  return answer.data;
}
