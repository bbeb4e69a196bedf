/** Sends one GraphQL operation over HTTP to the hub that served the page. */
import { authorizationOf } from './access-key';
import { getLanguage } from './language';

export interface GraphqlRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string | null;
}

export interface GraphqlError {
  message: string;
  extensions?: { code?: string; requestId?: string };
}

export interface GraphqlAnswer<Data> {
  data?: Data | null;
  errors?: GraphqlError[];
}

/**
 * Answers whatever GraphQL answered, its errors included. Throws only when there was no GraphQL answer at all:
 * the hub is unreachable, or something in between spoke for it.
 */
export async function sendGraphql<Data>(
  request: GraphqlRequest,
  key: string,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': getLanguage(),
      ...authorizationOf(key),
      ...headers,
    },
    body: JSON.stringify(request),
  });
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim());
  return (await response.json()) as GraphqlAnswer<Data>;
}
