/** Serves the console, and in sandbox mode the explorer, from the files that the web build made. */
import { join } from 'node:path';
import express, { Router } from 'express';
import { PROJECT_ROOT } from '../../project-root';
import { type Hub } from '../context';
import { answerNotFound } from './answer-errors';

export function servePages(hub: Hub, folder = join(PROJECT_ROOT, 'web', 'dist')): Router {
  const pages = Router();
  const page = (name: string): express.RequestHandler => {
    return (_request, response, next) =>
      response.sendFile(
        name,
        { root: folder, cacheControl: false, headers: { 'cache-control': 'no-cache' } },
        (error) => {
          if (error) next(error);
        },
      );
  };
  pages.get('/', page('index.html'));
  pages.get('/explorer', hub.config.mode === 'sandbox' ? page('explorer.html') : answerNotFound);
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
  );
  return pages;
}
