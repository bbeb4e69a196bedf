/** Puts the gateway together: one HTTP server for GraphQL, WebSocket, files, pages and health, and its orderly end. */
import { createServer, type Server } from 'node:http';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type RequestHandler } from 'express';
import { type DataSource } from 'typeorm';
import { createApollo } from './apollo';
import { createContext, type GatewayContext, type Hub } from './context';
import { allowOrigins } from './http/cross-origin';
import { answerErrors, answerNotFound } from './http/answer-errors';
import { callerOf, identify, nameRequest } from './http/caller';
import { deadlines } from './http/deadlines';
import { giveExports, giveReviewed } from './http/exports';
import { readFeedBody, takeFeeds } from './http/feeds';
import { giveFlatFiles } from './http/flat-files';
import { Gate } from './http/gate';
import { giveMatrixFiles } from './http/matrix-files';
import { giveQualityReports } from './http/quality-files';
import { giveMetrics, isAlive, isReady } from './http/health';
import { servePages } from './http/pages';
import { createQueueBoard } from './http/queue-board';
import { closeSession, openSession, tellSession } from './http/session';
import { securityHeaders } from './http/security-headers';
import { takeUploads } from './http/uploads';
import { closeFeeds } from './feeds';
import { LIMITS } from './limits';
import { createMetrics } from './metrics';
import { requestScope } from './request-scope';
import { getSchema } from './schema';
import { serveSubscriptions } from './subscriptions';

export interface GatewayServer {
  readonly http: Server;
  /** Lets requests under way finish, for a few seconds, then ends. */
  close(): Promise<void>;
}

/** A pool of its own for files on their way, and how many may be at once. */
export interface FilePool {
  readonly db: DataSource;
  readonly places: number;
}

const DRAIN_MS = 5_000;

export async function createGatewayServer(hub: Hub, files: FilePool): Promise<GatewayServer> {
  const state = { draining: false };
  const metrics = createMetrics({ ...hub.feeds });
  const schema = getSchema();
  const apollo = createApollo(schema, hub.log, metrics);
  await apollo.start();
  const app = createApp();
  app.get('/livez', isAlive);
  app.get('/readyz', isReady(hub, state));
  app.use(
    ['/graphql', '/uploads', '/exports', '/matrices', '/reports', '/flat'],
    allowOrigins(hub.config.allowedOrigins),
  );
  const gate = new Gate(files.places);
  app.put('/uploads/:id', identify(hub), takeUploads(hub, files.db, gate));
  app.get('/exports/:id', identify(hub), giveExports(hub, files.db, gate));
  app.get('/exports/runs/:id/reviewed.csv', identify(hub), giveReviewed(hub, files.db, gate));
  app.use(deadlines);
  app.get('/session', identify(hub), tellSession);
  app.post('/session', identify(hub), openSession);
  app.delete('/session', closeSession);
  app.post('/feeds/:locality/:feed', identify(hub), readFeedBody, takeFeeds(hub));
  app.get('/flat/:file', identify(hub), giveFlatFiles(hub, schema));
  app.get('/matrices/:file', identify(hub), giveMatrixFiles(hub));
  app.get('/reports/:file', identify(hub), giveQualityReports(hub));
  app.get('/metrics', identify(hub), giveMetrics(hub, metrics));
  app.all(
    '/graphql',
    identify(hub),
    express.json({ limit: LIMITS.bodyBytes }),
    withinScope,
    answerGraphql(hub, apollo),
  );
  const board = createQueueBoard(hub);
  app.use(board.router);
  app.use(servePages(hub));
  app.use(answerNotFound);
  app.use(answerErrors(hub.log));
  const http = createHttpServer(app);
  const subscriptions = serveSubscriptions(http, hub, schema);
  return {
    http,
    async close() {
      state.draining = true;
      // Sockets first: an HTTP server waits for ever for the connections that they hold.
      await closeFeeds(hub.feeds);
      await subscriptions.close();
      await drain(http);
      await board.close();
      await apollo.stop();
    },
  };
}

function createApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(nameRequest);
  app.use(securityHeaders);
  return app;
}

function createHttpServer(app: Express): Server {
  const http = createServer(
    {
      headersTimeout: LIMITS.bodyMs,
      // A large file may take long; every other body has its own deadline.
      requestTimeout: 0,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
    },
    app,
  );
  http.maxRequestsPerSocket = 1_000;
  return http;
}

/** After the body parser, whose callbacks would lose the scope. */
const withinScope: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  requestScope.run(callerOf(request), next);
};

function answerGraphql(hub: Hub, apollo: ReturnType<typeof createApollo>): RequestHandler {
  return expressMiddleware(apollo, {
    context: ({ req }): Promise<GatewayContext> => Promise.resolve(createContext(hub, callerOf(req))),
  });
}

async function drain(http: Server): Promise<void> {
  const force = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
  await new Promise<void>((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
  });
  clearTimeout(force);
}
