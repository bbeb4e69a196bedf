/** Sends one GraphQL operation over HTTP to the hub that served the page; the browser's session says who asks. */
import { getLanguage } from './language';

export interface GraphqlRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
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

export function postGraphql(
  request: GraphqlRequest,
  { headers, signal }: { headers?: Record<string, string>; signal?: AbortSignal | undefined } = {},
): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': getLanguage(),
      ...headers,
    },
    body: JSON.stringify(request),
    ...(signal && { signal }),
  });
}

/**
 * Answers whatever GraphQL answered, its errors included. Throws only when there was no GraphQL answer at all:
 * the hub is unreachable, or something in between spoke for it.
 */
export async function sendGraphql<Data>(
  request: GraphqlRequest,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer<Data>> {
  const response = await postGraphql(request, { headers });
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim());
  return (await response.json()) as GraphqlAnswer<Data>;
}
