/** GraphQL on the WebSocket: subscriptions only, under the same limits, for callers with a key and from allowed origins. */
import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server } from 'node:http';
import { type Duplex } from 'node:stream';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Context, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { readBearer } from './authenticate';
import { baseUrlOf, createContext, type Caller, type Hub } from './context';
import { ClientError, presentError } from './errors';
import { isOurPage, readSessionKey } from './http/session-cookie';
import { chooseLanguage } from './language';
import { checkOperation, LIMIT_RULES, LIMITS } from './limits';
import { carry, closeSockets, type Carrier } from './socket-transport';

interface Connection extends Carrier {
  caller?: Caller;
  key?: string;
}
type SocketContext = Context<Record<string, unknown> | undefined, Connection>;

const TRY_AGAIN_LATER = 1013;

export interface Subscriptions {
  /** Ends every subscription and socket. */
  close(): Promise<void>;
}

export function serveSubscriptions(server: Server, hub: Hub, schema: GraphQLSchema): Subscriptions {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.socketMessageBytes,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  const protocol = makeServer<Record<string, unknown> | undefined, Connection>({
    connectionInitWaitTimeout: LIMITS.socketInitMs,
    onConnect: (context) => letIn(hub, context),
    onSubscribe: (context, _id, payload) => prepare(hub, schema, context, payload),
    onNext: async (context, _id, _payload, _args, result): Promise<FormattedExecutionResult | void> => {
      await keepHonest(hub, context);
      const { data = null, errors } = result;
      if (errors) return { data, errors: present(hub, context, errors) };
    },
    onError: (context, _id, _payload, errors) => present(hub, context, errors),
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== '/graphql') return turnAway(socket, '404 Not Found');
    if (!isAllowedOrigin(request, hub.config.allowedOrigins)) return turnAway(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (upgraded) =>
      carry(protocol, { socket: upgraded, request }, hub.log),
    );
  });
  return { close: () => closeSockets(sockets) };
}

function turnAway(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Browsers always name the page's origin; programs name none, and a key they need in any case. */
function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  return isOurPage(request) || allowed.includes(request.headers.origin ?? '');
}

async function letIn(hub: Hub, context: SocketContext): Promise<boolean> {
  const { authorization, acceptLanguage } = context.connectionParams ?? {};
  const { request } = context.extra;
  const key = typeof authorization === 'string' ? readBearer(authorization) : readSessionKey(request);
  const holder = await hub.authenticate(key);
  if (!holder || key === null) return false;
  const language = chooseLanguage(
    typeof acceptLanguage === 'string' ? acceptLanguage : request.headers['accept-language'],
  );
  context.extra.key = key;
  context.extra.caller = { holder, language, requestId: randomUUID(), baseUrl: baseUrlOf(request) };
  return true;
}

function prepare(
  hub: Hub,
  schema: GraphQLSchema,
  context: SocketContext,
  payload: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    if (Object.keys(context.subscriptions).length > LIMITS.socketOperations)
      throw new ClientError('TOO_MANY_SUBSCRIPTIONS');
    const document = parse(payload.query, { maxTokens: LIMITS.tokens });
    if (getOperationAST(document, payload.operationName)?.operation !== 'subscription') {
      throw new ClientError('SUBSCRIPTIONS_ONLY');
    }
    const rules = [...specifiedRules, ...LIMIT_RULES];
    const errors = validate(schema, document, rules, { maxErrors: LIMITS.validationErrors });
    if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    const contextValue = createContext(hub, callerOf(context), { cache: false });
    const { operationName, variables } = payload;
    checkOperation({ schema, document, operationName, variables }, contextValue);
    return { schema, document, contextValue, operationName, variableValues: variables };
  } catch (error) {
    return [error instanceof ClientError ? error : withCode(error, 'GRAPHQL_PARSE_FAILED')];
  }
}

/** A client that does not read, or whose key was taken away meanwhile, is let go. */
async function keepHonest(hub: Hub, { extra }: SocketContext): Promise<void> {
  if (extra.socket.bufferedAmount > LIMITS.socketBacklogBytes)
    extra.socket.close(TRY_AGAIN_LATER, 'Reads too slowly');
  // While the database is out of reach nobody can be shut out, and nothing is told either.
  const holder = await hub.authenticate(extra.key ?? null).catch(() => extra.caller?.holder);
  if (!holder) extra.socket.close(CloseCode.Forbidden, 'Forbidden');
}

function callerOf({ extra }: SocketContext): Caller {
  if (!extra.caller) throw new Error('the socket was not let in');
  return { ...extra.caller, requestId: randomUUID() };
}

function present(hub: Hub, context: SocketContext, errors: readonly GraphQLError[]) {
  const { requestId, language } = callerOf(context);
  return errors.map((error) => presentError(error, { requestId, language, log: hub.log }));
}

function withCode(error: unknown, code: string): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError('failed', { originalError: error as Error });
  const { message, nodes, source, positions, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code, ...extensions },
  });
}
