/** `GET /reports/<dataset or run>.<json|xlsx>`: the quality report as a file. */
import { type RequestHandler } from 'express';
import { findQualityReport, type DatasetReport } from '../../db/queries/get-quality-report';
import { writeQualityXlsx } from '../../documents/write-quality-xlsx';
import { Role } from '../../domain/actor';
import { scopeOf, type Hub } from '../context';
import { knownId } from '../cursor';
import { ClientError } from '../errors';
import { requireHolder } from './caller';

const FORMATS: Readonly<
  Record<string, { readonly type: string; write(report: DatasetReport): Buffer | string }>
> = {
  json: {
    type: 'application/json; charset=utf-8',
    write: (report) => `${JSON.stringify(report, null, 2)}\n`,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeQualityXlsx,
  },
};

export function giveQualityReports(hub: Hub): RequestHandler {
  return async (request, response) => {
    const holder = requireHolder(request, Role.VIEWER);
    const [, id = '', format = ''] = /^([\da-f-]{36})\.([a-z]{4})$/.exec(String(request.params.file)) ?? [];
    const writer = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    const scope = scopeOf(holder);
    const report =
      writer &&
      ((await findQualityReport(hub.db, scope, { datasetId: knownId(id) })) ??
        (await findQualityReport(hub.db, scope, { runId: knownId(id) })));
    if (!writer || !report) throw new ClientError('NOT_FOUND');
    response.set({
      'content-type': writer.type,
      'content-disposition': `attachment; filename="chat-luong-${id}.${format}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(writer.write(report));
  };
}
