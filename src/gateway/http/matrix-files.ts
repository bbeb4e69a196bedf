/** `GET /matrices/<assessment>.<format>`: gives an assessment as the official document, or as plain data. */
import { type RequestHandler } from 'express';
import { listAssessmentsById } from '../../db/queries/list-assessments';
import { listMatrixCells } from '../../db/queries/list-matrix-cells';
import { writeDocx } from '../../documents/write-docx';
import { writeXlsx } from '../../documents/write-xlsx';
import { Role } from '../../domain/actor';
import { layOutRows, type MatrixDocument } from '../../domain/matrix/matrix-document';
import { csvLine } from '../../domain/table/safe-cell';
import { scopeOf, type Hub } from '../context';
import { ClientError } from '../errors';
import { requireHolder } from './caller';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const FORMATS: Readonly<
  Record<string, { readonly type: string; write(document: MatrixDocument): Buffer | string }>
> = {
  docx: { type: `${OFFICE}.wordprocessingml.document`, write: writeDocx },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, write: writeXlsx },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  json: { type: 'application/json; charset=utf-8', write: (document) => JSON.stringify(document, null, 2) },
};

export function giveMatrixFiles(hub: Hub): RequestHandler {
  return async (request, response) => {
    const holder = requireHolder(request, Role.VIEWER);
    const [, id = '', format = ''] =
      /^([A-Z\d]{2,3}\.\d{4}-H[12])\.([a-z]{3,4})$/.exec(String(request.params.file)) ?? [];
    const writer = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    const document = writer && (await readDocument(hub, scopeOf(holder), id));
    if (!writer || !document) throw new ClientError('NOT_FOUND');
    response.set({
      'content-type': writer.type,
      'content-disposition': `attachment; filename="ma-tran-${id}.${format}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(writer.write(document));
  };
}

async function readDocument(
  hub: Hub,
  scope: { readonly localityCode: string | null },
  id: string,
): Promise<MatrixDocument | null> {
  // Taken before the cells are read: a change in between then counts as later than the file.
  const takenAt = new Date().toISOString();
  const [assessment] = await listAssessmentsById(hub.db, scope, [id]);
  const form = assessment && (await hub.findForm(assessment.templateCode));
  if (!assessment || !form) return null;
  const cells = new Map(
    (await listMatrixCells(hub.db, [id])).map((cell) => [`${cell.itemPath} ${cell.columnCode}`, cell]),
  );
  const [names] = await hub.db.query<{ locality: string; period: string; simulated: boolean }[]>(
    `select l.name_vi as locality, p.label_vi as period,
       exists (select from evidence e where e.assessment_id = $3 and e.simulated) as simulated
     from locality l, period p where l.code = $1 and p.code = $2`,
    [assessment.localityCode, assessment.periodCode, id],
  );
  return {
    assessmentId: id,
    takenAt,
    title: form.title.vi.toLocaleUpperCase('vi'),
    subtitle: `${names?.locality ?? ''}, ${names?.period ?? ''}`,
    simulated: names?.simulated ?? false,
    columns: form.columns,
    rows: layOutRows(form, (path, column) => cells.get(`${path} ${column}`)),
  };
}

function writeCsv({ assessmentId, columns, rows }: MatrixDocument): string {
  const head = ['assessment', 'item', 'no', 'title', ...columns.map((column) => column.code)];
  const lines = rows.flatMap((row) =>
    row.kind === 'GROUP'
      ? []
      : [[assessmentId, row.path, row.printedNo, row.title, ...row.cells.map((cell) => cell.text)]],
  );
  return [head, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('');
}
