/** Tells machines how the gateway is: alive, ready for traffic, and in figures. */
import { type RequestHandler } from 'express';
import { listMissingMigrations } from '../../db/queries/list-missing-migrations';
import { Role } from '../../domain/actor';
import { type Hub } from '../context';
import { type Metrics } from '../metrics';
import { requireHolder } from './caller';

export const isAlive: RequestHandler = (_request, response) => {
  response.set('cache-control', 'no-store').json({ ok: true });
};

/** `draining` turns true when the gateway is about to stop: no new traffic then. */
export function isReady(hub: Hub, state: { readonly draining: boolean }): RequestHandler {
  return async (_request, response) => {
    const missing = await listMissingMigrations(hub.db).catch(() => null);
    const checks = {
      serving: !state.draining,
      database: missing !== null,
      migrations: missing !== null && missing.length === 0,
    };
    const ok = Object.values(checks).every(Boolean);
    response
      .status(ok ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ok, checks });
  };
}

/** Open in sandbox mode; in production whoever scrapes needs a key. */
export function giveMetrics(hub: Hub, metrics: Metrics): RequestHandler {
  return async (request, response) => {
    if (hub.config.mode === 'production') requireHolder(request, Role.VIEWER);
    response
      .set({ 'content-type': metrics.contentType, 'cache-control': 'no-store' })
      .send(await metrics.print());
  };
}
