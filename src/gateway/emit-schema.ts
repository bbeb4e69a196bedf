/** Writes schema/schema.graphql from the resolvers; with --check, fails when it differs or when an example does not fit it. */
import 'reflect-metadata';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  lexicographicSortSchema,
  parse,
  printSchema,
  specifiedRules,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { PROJECT_ROOT } from '../project-root';
import { LIMIT_RULES } from './limits';
import { getSchema } from './schema';

const FILE = join(PROJECT_ROOT, 'schema', 'schema.graphql');
const OPERATIONS = join(PROJECT_ROOT, 'schema', 'operations');

const HEADER = `# The GraphQL schema of Hub06, written by \`npm run schema:emit\` from src/gateway. Do not edit it by hand.
# Lược đồ GraphQL của Hub06, sinh ra bằng \`npm run schema:emit\` từ src/gateway. Không sửa trực tiếp.
`;

export function printHubSchema(schema: GraphQLSchema = getSchema()): string {
  return `${HEADER}\n${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** One sentence for each example in schema/operations that the schema or a limit refuses. */
export function findUnfitOperations(schema: GraphQLSchema = getSchema()): string[] {
  const files = readdirSync(OPERATIONS).filter((file) => file.endsWith('.graphql'));
  return files.flatMap((file) => {
    const errors = validate(schema, parse(readFileSync(join(OPERATIONS, file), 'utf8')), [
      ...specifiedRules,
      ...LIMIT_RULES,
    ]);
    return errors.map((error) => `schema/operations/${file}: ${error.message}`);
  });
}

function main(): void {
  const printed = printHubSchema();
  const problems = findUnfitOperations();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, printed);
    process.stdout.write(`wrote schema/schema.graphql (${printed.split('\n').length} lines)\n`);
  } else if (readFileSync(FILE, 'utf8') !== printed) {
    problems.unshift(
      'schema/schema.graphql is not what the resolvers say: run `npm run schema:emit` and commit it.',
    );
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

if (require.main === module) main();
