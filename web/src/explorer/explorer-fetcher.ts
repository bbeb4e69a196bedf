/** Carries GraphiQL's operations to the hub: subscriptions over WebSocket, everything else over HTTP. */
import { getOperationAST, Kind, parse } from 'graphql';
import { type GraphiQLProps } from 'graphiql';
import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { type GraphqlRequest, sendGraphql } from '../shared/graphql-request';
import { hubSocket } from '../shared/hub-socket';

export type ExplorerFetcher = GraphiQLProps['fetcher'];

/** GraphiQL prints an error with its stack, and a lost socket as a CloseEvent, which prints as nothing. */
function readable(reason: unknown): Error {
  const error =
    reason instanceof CloseEvent
      ? new Error(`WebSocket ${reason.code} ${reason.reason}`.trim())
      : reason instanceof Error
        ? reason
        : new Error(JSON.stringify(reason));
  delete error.stack;
  return error;
}

async function* subscribe(client: Client, payload: SubscribePayload) {
  try {
    yield* client.iterate(payload);
  } catch (reason) {
    throw Array.isArray(reason) ? reason : readable(reason);
  }
}

async function send(request: GraphqlRequest, headers: Record<string, string>) {
  try {
    return await sendGraphql(request, headers);
  } catch (reason) {
    throw readable(reason);
  }
}

/**
 * GraphiQL learns of a changed text some moments later and until then names the operation that stood there before,
 * so the text itself is asked. A text that does not parse goes to the hub as it is, whose answer says what is wrong.
 */
function withItsOwnName(request: GraphqlRequest): { request: GraphqlRequest; streams: boolean } {
  try {
    const document = parse(request.query, { noLocation: true });
    const names = document.definitions.map(
      (one) => one.kind === Kind.OPERATION_DEFINITION && one.name?.value,
    );
    const operationName = names.includes(request.operationName ?? false) ? request.operationName : null;
    const streams = getOperationAST(document, operationName)?.operation === 'subscription';
    return { request: { ...request, operationName: operationName ?? null }, streams };
  } catch {
    return { request, streams: false };
  }
}

export interface ExplorerConnection {
  fetcher: ExplorerFetcher;
  close(): void;
}

/** One connection for one session: the socket is opened at the first subscription and closed with the last. */
export function connectExplorer(): ExplorerConnection {
  const client = createClient(hubSocket(3));
  return {
    fetcher(asked, options) {
      const { request, streams } = withItsOwnName(asked);
      const answer = streams ? subscribe(client, request) : send(request, options?.headers ?? {});
      return answer as ReturnType<ExplorerFetcher>;
    },
    close() {
      void client.dispose();
    },
  };
}
