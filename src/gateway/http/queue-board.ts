/** Serves bull-board over the hub's queues: operators look, administrators act, and every act is noted. */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { type Express, type RequestHandler, Router } from 'express';
import { type Queue } from 'bullmq';
import { hasRole, Role } from '../../domain/actor';
import { openInspectedQueues, type InspectedQueues } from '../../jobs/inspected-queues';
import { noteQueueAct } from '../../services/runs/note-queue-act';
import { actorOf, type Hub } from '../context';
import { ClientError } from '../errors';
import { callerOf, identify, requireHolder } from './caller';
import { boardPolicy } from './security-headers';

const BOARD_PATH = '/admin/queues';

export interface QueueBoard {
  readonly router: Router;
  close(): Promise<void>;
}

/** The queues are opened when somebody first looks. */
export function createQueueBoard(hub: Hub): QueueBoard {
  let opened: { readonly source: InspectedQueues; readonly look: Express; readonly act: Express } | null =
    null;
  const open = () => {
    const { databaseUrl, redisUrl } = hub.config;
    const source = openInspectedQueues({ databaseUrl: databaseUrl ?? '', redisUrl }, hub.log);
    return { source, look: drawBoard(source.queues, true), act: drawBoard(source.queues, false) };
  };
  const board: RequestHandler = (request, response, next) => {
    opened ??= open();
    const isAdmin = callerOf(request).holder?.role === Role.ADMIN;
    (isAdmin ? opened.act : opened.look)(request, response, next);
  };
  const router = Router();
  router.use(BOARD_PATH, boardPolicy, identify(hub), leadToSignIn, guard(hub), board);
  return { router, close: async () => opened?.source.close() };
}

/** A browser in which nobody is signed in. */
const leadToSignIn: RequestHandler = (request, response, next) => {
  const isPage = request.get('accept')?.includes('text/html') ?? false;
  if (isPage && !callerOf(request).holder) return response.redirect(303, '/runs');
  next();
};

/** Jobs carry ids of runs of every locality, so the key must be one of the nation. */
function guard(hub: Hub): RequestHandler {
  return async (request, _response, next) => {
    const holder = requireHolder(request, Role.OPERATOR);
    if (holder.localityCode !== null) throw new ClientError('FORBIDDEN');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const actor = actorOf(callerOf(request));
      if (!hasRole(actor, Role.ADMIN)) throw new ClientError('FORBIDDEN');
      await noteQueueAct(hub.db, actor, { method: request.method, path: request.path });
    }
    next();
  };
}

function drawBoard(queues: readonly Queue[], readOnlyMode: boolean): Express {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode })),
    serverAdapter: adapter,
    options: {
      uiConfig: { boardTitle: 'Hub06', miscLinks: [{ text: 'Hub06', url: '/runs' }] },
    },
  });
  // Its own answer would show the sentence of whatever was thrown below, be it a line of SQL.
  adapter.setErrorHandler(() => ({ status: 500, body: { error: 'ERRORS.INTERNAL_SERVER_ERROR' } }));
  const app = adapter.getRouter() as Express;
  app.disable('x-powered-by');
  keepPageAtHome(app);
  return app;
}

type Engine = Parameters<Express['engine']>[1];

/** The template asks for letters from elsewhere and has styles inline; both are taken out of what it renders. */
function keepPageAtHome(app: Express): void {
  const { '.ejs': render } = (app as unknown as { engines: Record<string, Engine> }).engines;
  if (!render) throw new Error('bull-board no longer renders its page by ejs');
  app.engine('ejs', (file, options, done) =>
    render(file, options, (error, page) => done(error, page && withoutStrangers(page))),
  );
}

function withoutStrangers(page: string): string {
  return page
    .replace(/<link[^>]+href="https?:[^>]*>/g, '')
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/ style="[^"]*"/g, '');
}
