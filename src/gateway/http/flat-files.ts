/**
 * `GET /flat/<panel>.csv` and `.json`: the flat fields of the schema for tools that speak no GraphQL. Each is the very field
 * of the schema, run with the caller's key under the same limits, so that access and validation are the same by construction.
 */
import { type RequestHandler } from 'express';
import { execute, type GraphQLSchema } from 'graphql';
import { Role } from '../../domain/actor';
import { createContext, type Hub } from '../context';
import { ClientError } from '../errors';
import { checkOperation } from '../limits';
import { callerOf, requireHolder } from './caller';
import { findPanels, type Panel } from './flat-panels';
import { EXCEL_VI, PLAIN, writeTable, type TableForm } from './write-table';

type Row = Readonly<Record<string, unknown>>;

export function giveFlatFiles(hub: Hub, schema: GraphQLSchema): RequestHandler {
  const panels = findPanels(schema);
  return async (request, response) => {
    requireHolder(request, Role.VIEWER);
    const [, name = '', format = ''] = /^([a-z-]{1,40})\.(csv|json)$/.exec(String(request.params.file)) ?? [];
    const panel = panels.get(name);
    if (!panel) throw new ClientError('NOT_FOUND', namePanels([...panels.keys()]));
    const { excel, ...given } = request.query;
    const variables = panel.readVariables(given);
    const form = chooseForm(excel);
    const context = createContext(hub, callerOf(request));
    checkOperation({ schema, document: panel.document, variables }, context);
    const result = await execute({
      schema,
      document: panel.document,
      variableValues: variables,
      contextValue: context,
    });
    if (result.errors?.[0]) throw result.errors[0];
    const { columns, rows } = unfold(panel, result.data?.[panel.field]);
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    if (format === 'json') return void response.json(rows);
    response.set({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    });
    response.end(writeTable(columns, rows, form));
  };
}

function unfold(panel: Panel, found: unknown): { columns: readonly string[]; rows: readonly Row[] } {
  if (!panel.isFolded) return { columns: panel.columns, rows: found as Row[] };
  const { columns, rows } = found as { columns: { name: string }[]; rows: Row[] };
  return { columns: columns.map(({ name }) => name), rows };
}

function chooseForm(excel: unknown): TableForm {
  if (excel === undefined) return PLAIN;
  if (excel === 'vi') return EXCEL_VI;
  throw new ClientError('BAD_USER_INPUT', {
    vi: 'Tham số excel chỉ nhận giá trị vi.',
    en: 'The parameter excel takes the value vi only.',
  });
}

const namePanels = (names: readonly string[]) => ({
  vi: `Các bảng: ${names.join(', ')}; đuôi .csv hoặc .json.`,
  en: `There are ${names.join(', ')}, as .csv or .json.`,
});
