/** Serves the console, and in sandbox mode the explorer, from the files that the web build made. */
import { extname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { PROJECT_ROOT } from '../../project-root';
import { type Hub } from '../context';
import { answerNotFound } from './answer-errors';
import { explorerPolicy } from './security-headers';

export function servePages(hub: Hub, folder = join(PROJECT_ROOT, 'web', 'dist')): Router {
  const pages = Router();
  const page = (name: string): RequestHandler => {
    return (_request, response, next) =>
      response.sendFile(
        name,
        { root: folder, cacheControl: false, headers: { 'cache-control': 'no-cache' } },
        (error) => {
          if (error) next(error);
        },
      );
  };
  const explorer = [explorerPolicy, page('explorer.html')];
  pages.get('/explorer', hub.config.mode === 'sandbox' ? explorer : answerNotFound);
  pages.get('/licenses.md', page('licenses.md'));
  // The names of the files change with their content, so they may be kept for ever.
  pages.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      redirect: false,
      immutable: true,
      maxAge: '365d',
    }),
    answerNotFound,
  );
  const consolePage = page('index.html');
  pages.get('/{*address}', (request, response, next) =>
    asksForPage(request) ? consolePage(request, response, next) : next(),
  );
  return pages;
}

/** The console has many addresses and one file; a program that asks for anything else gets its clear 404. */
function asksForPage(request: express.Request): boolean {
  if (request.path === '/') return true;
  return extname(request.path) === '' && request.get('accept')?.includes('text/html') === true;
}
