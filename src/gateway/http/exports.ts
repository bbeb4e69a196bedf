/** Files of finished runs, made from their rows while they are read. `GET /exports/:id` gives a sealed one. */
import { pipeline } from 'node:stream/promises';
import { type RequestHandler } from 'express';
import { type DataSource } from 'typeorm';
import { findArtifact } from '../../db/queries/find-artifact';
import { listRunsById } from '../../db/queries/list-runs';
import { ExportName, openExport } from '../../db/queries/open-export';
import { Role } from '../../domain/actor';
import { RunKind } from '../../domain/run/run-state';
import { scopeOf, type Hub } from '../context';
import { knownId } from '../cursor';
import { ClientError } from '../errors';
import { requireHolder } from './caller';
import { type Gate } from './gate';

/** A reader that takes nothing for so long has gone. Milliseconds. */
const LONGEST_SILENCE = 60_000;

export function giveExports(hub: Hub, files: DataSource, gate: Gate): RequestHandler {
  return async (request, response) => {
    const holder = requireHolder(request, Role.VIEWER);
    const artifact = await findArtifact(hub.db, scopeOf(holder), knownId(String(request.params.id)));
    if (!artifact) throw new ClientError('NOT_FOUND');
    response.set({
      'content-type': `${artifact.name.endsWith('.json') ? 'application/json' : 'text/csv'}; charset=utf-8`,
      'content-length': String(artifact.bytes),
      'content-disposition': `attachment; filename="${artifact.name.replaceAll(/[^\w.-]/g, '_')}"`,
      'x-content-sha256': artifact.sha256,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    if (request.method === 'HEAD') return void response.end();
    response.setTimeout(LONGEST_SILENCE);
    await gate.pass(async () => pipeline(await openExport(files, artifact.runId, artifact.name), response));
  };
}

/** `GET /exports/runs/:id/reviewed.csv`: the result of a verification with what people have decided up to now. */
export function giveReviewed(hub: Hub, files: DataSource, gate: Gate): RequestHandler {
  return async (request, response) => {
    const holder = requireHolder(request, Role.VIEWER);
    const [run] = await listRunsById(hub.db, scopeOf(holder), [knownId(String(request.params.id))]);
    if (run?.kind !== RunKind.VERIFY || !run.state.startsWith('SUCCEEDED'))
      throw new ClientError('NOT_FOUND');
    response.set({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="reviewed.csv"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    if (request.method === 'HEAD') return void response.end();
    response.setTimeout(LONGEST_SILENCE);
    await gate.pass(async () => pipeline(await openExport(files, run.id, ExportName.REVIEWED), response));
  };
}
