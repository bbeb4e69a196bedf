/** Writes web/generated: the schema's types and words, and one typed document for each file of schema/operations. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse } from 'graphql';
import { writeWords } from './generate-words.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const operationsDir = join(root, 'schema', 'operations');
const outDir = join(root, 'web', 'generated');
const NOTICE = '/** Written by web/generate-operations.mjs from schema/. Do not edit it by hand. */\n';

const SCALARS = {
  DateTime: 'string',
  Date: 'string',
  JSONObject: 'Record<string, unknown>',
  SafeInt: 'number',
};
const CONFIG = { enumType: 'string-literal', scalars: SCALARS, disableDescriptions: true };

async function readOperations() {
  const files = (await readdir(operationsDir)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(operationsDir, file), 'utf8')).replace(/^#.*\n/gm, '').trim();
      return { name: basename(file, '.graphql'), text, document: parse(text) };
    }),
  );
}

async function writeTypes(operations, schema) {
  const content = await codegen({
    filename: 'types.ts',
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents: operations.map(({ name, document }) => ({ location: name, document })),
    plugins: [{ operationTypes: CONFIG }],
    pluginMap: { operationTypes },
    config: {},
  });
  await writeFile(join(outDir, 'types.ts'), `${NOTICE}${content}`);
}

/** One file an operation, so that a page carries the documents that it sends and no others. */
async function writeDocument({ name, text, document }) {
  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const operation = definition.name.value;
  const type = `${operation}${definition.operation[0].toUpperCase()}${definition.operation.slice(1)}`;
  const content = `${NOTICE}import { type HubDocument } from '../src/hub/hub-document';
import { type ${type}, type ${type}Variables } from './types';

export const ${operation}Document: HubDocument<${type}, ${type}Variables> = {
  name: '${operation}',
  file: '${name}',
  text: ${JSON.stringify(text)},
};
`;
  await writeFile(join(outDir, `${name}.ts`), content);
}

export async function generateOperations() {
  const operations = await readOperations();
  const schema = await readFile(join(root, 'schema', 'schema.graphql'), 'utf8');
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeTypes(operations, schema),
    writeWords(buildSchema(schema), outDir, NOTICE),
    ...operations.map(writeDocument),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateOperations();
