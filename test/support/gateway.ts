/** A gateway for a test: in this process, on a database of its own, with a key of each role and one of a single province. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { readConfig } from '../../src/config';
import { openDatabase } from '../../src/db/data-source';
import { Role } from '../../src/domain/actor';
import { runGateway } from '../../src/gateway/main';
import { createApiKey } from '../../src/services/keys/create-api-key';
import { cloneDatabase } from './database';

export interface GraphqlReply {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into answers of many shapes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly requestId: string; readonly fields?: unknown };
  }[];
  readonly text: string;
}

export interface Asking {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export const TEST_SECRET = 'a secret of the tests and of nothing else';

export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>;

/** `route` leads the gateway to its database by another address. */
export async function openTestGateway(
  environment: Readonly<Record<string, string>> = {},
  route: (url: string) => Promise<string> = (url) => Promise.resolve(url),
) {
  const database = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'hub06-gateway-'));
  const db = await openDatabase({ url: database.url, applicationName: 'hub06-test' });
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    HUB_SECRET: TEST_SECRET,
    HUB_DATA_DIR: folder,
    DATABASE_URL: await route(database.url),
    PORT: '0',
    ...environment,
  });
  const keys = await makeKeys(db);
  const gateway = await runGateway(config);
  const ask = (query: string, variables: object = {}, asking: Asking = {}) =>
    askGraphql(gateway.url, { query, variables }, { key: keys.viewer, ...asking });
  return {
    url: gateway.url,
    database,
    db,
    config,
    keys,
    ask,
    close: async () => {
      await gateway.close();
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeKeys(db: DataSource) {
  const make = async (role: Role, localityCode: string | null = null) =>
    (await createApiKey(db, TEST_SECRET, { label: 'test', role, localityCode })).key;
  return {
    viewer: await make(Role.VIEWER),
    operator: await make(Role.OPERATOR),
    steward: await make(Role.STEWARD),
    admin: await make(Role.ADMIN),
    provincial: await make(Role.OPERATOR, '79'),
  };
}

export async function askGraphql(url: string, body: unknown, asking: Asking): Promise<GraphqlReply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(asking.key ? { authorization: `Bearer ${asking.key}` } : {}),
      ...asking.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text.startsWith('{')
    ? (JSON.parse(text) as Pick<GraphqlReply, 'data' | 'errors'>)
    : undefined;
  return {
    status: response.status,
    headers: response.headers,
    data: answer?.data as unknown,
    errors: answer?.errors ?? [],
    text,
  };
}
