/** The files of a new connector: small, working, and passing format, lint, rooms and tests as they are. */

export const INDEX_TEMPLATE = `/** CONNECTOR_ID: say here in one sentence what the source is and how it is asked. */
import { type Pool } from 'undici';
import { z } from 'zod';
import { type LookupKey, type RegisterPerson } from '../../../src/domain/resident/resident';
import { Capability, defineConnector, NOBODY, secret, type CallContext, type Connector } from '../contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { asCode, exchange, openPool, passingTrouble, type HttpAnswer } from '../http-exchange';
import { answersTo } from '../same-person';

const Settings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ label: { vi: 'Địa chỉ của nguồn', en: 'Address of the source' } }),
  apiKey: secret({ vi: 'Khóa truy cập', en: 'Access key' }),
});
type Settings = z.infer<typeof Settings>;

const IN_FLIGHT = 4;

export const connector = defineConnector<Settings>({
  id: 'CONNECTOR_ID',
  title: { vi: 'CONNECTOR_ID', en: 'CONNECTOR_ID' },
  capabilities: [Capability.LOOKUP],
  dataClass: 'PERSONAL',
  simulated: false,
  settings: Settings,
  limits: { batch: 1, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: (settings) => openSource(settings),
});

function openSource(settings: Settings): Connector {
  const pool = openPool(settings.url, IN_FLIGHT);
  return {
    lookup: (requests, context) =>
      Promise.all(
        requests.map(async ({ ref, key }) => ({
          ref,
          candidates: await lookUp(pool, settings, key, context),
        })),
      ),
    check: async (context) => {
      await lookUp(pool, settings, NOBODY, context);
    },
    heartbeat: async (signal) => {
      const { pathname: path } = new URL(settings.url);
      const { status } = await exchange(pool, { method: 'GET', path, signal });
      if (status >= 500) throw new SourceUnavailable(\`HTTP_\${status}\`);
    },
    close: () => pool.destroy(),
  };
}

async function lookUp(pool: Pool, settings: Settings, key: LookupKey, context: CallContext) {
  const answer = await exchange(pool, {
    method: 'POST',
    path: new URL(settings.url).pathname,
    signal: context.signal,
    headers: {
      'content-type': 'application/json',
      authorization: \`Bearer \${settings.apiKey}\`,
      'x-correlation-id': context.correlationId,
    },
    // The source's own words go here.
    body: JSON.stringify({ purpose: context.purpose, key }),
  });
  if (answer.status !== 200) throw blame(answer);
  const people = decode(answer.body);
  if (!people.every((person) => answersTo(person, key))) throw new SourceContractBroken('somebody else');
  return people;
}

/** Whose fault a bad status is; the source's own code is kept. */
function blame(answer: HttpAnswer): Error {
  return (
    passingTrouble(answer, Date.now()) ?? new SourceRejected(asCode(answer.body) ?? \`HTTP_\${answer.status}\`)
  );
}

const partialDate = z.object({ year: z.int(), month: z.int().optional(), day: z.int().optional() });

/** The source's words in the hub's terms. Strict: what is not understood is broken, and never "not found". */
const Answer = z.object({
  people: z.array(
    z.object({
      number: z.string().regex(/^\\d{12}$/),
      oldCardNumber: z.string().nullable(),
      formerNumbers: z.array(z.string()),
      name: z.string().min(1),
      formerNames: z.array(z.string()),
      sex: z.enum(['MALE', 'FEMALE', 'UNKNOWN']),
      birth: partialDate,
      status: z.enum(['ACTIVE', 'DECEASED', 'MISSING']),
    }),
  ),
});

function decode(body: string): RegisterPerson[] {
  try {
    return Answer.parse(JSON.parse(body)).people as RegisterPerson[];
  } catch {
    throw new SourceContractBroken('answer');
  }
}
`;

export const TEST_TEMPLATE = `/** What goes out and how answers are read, against a small server that plays one prepared answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { type Connector } from '../contract';
import { connector } from './index';

const NUMBER = '097185000123';
const PERSON = {
  number: NUMBER,
  oldCardNumber: null,
  formerNumbers: [],
  name: 'NGUYỄN THỊ SIM',
  formerNames: [],
  sex: 'FEMALE',
  birth: { year: 1985, month: 3, day: 17 },
  status: 'ACTIVE',
};

describe('CONNECTOR_ID', () => {
  let server: Server;
  let open: Connector;
  let headers: IncomingMessage['headers'];
  let play: (response: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((request, response) => {
      ({ headers } = request);
      play(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    open = connector.open({ url: \`http://127.0.0.1:\${port}/\`, apiKey: 'test-key' });
  });

  afterAll(async () => {
    await open.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const lookup = () =>
    open.lookup([{ ref: '1', key: { by: 'NUMBER', number: NUMBER } }], {
      purpose: 'TEST-01',
      correlationId: 'run-1',
      signal: AbortSignal.timeout(5_000),
    });
  const answer = (people: object[]) => (response: ServerResponse) => response.end(JSON.stringify({ people }));

  it('finds a person, and says which call it was', async () => {
    play = answer([PERSON]);
    await expect(lookup()).resolves.toEqual([{ ref: '1', candidates: [PERSON] }]);
    expect(headers).toMatchObject({ authorization: 'Bearer test-key', 'x-correlation-id': 'run-1' });
  });

  it('says "not found" for nobody', async () => {
    play = answer([]);
    await expect(lookup()).resolves.toEqual([{ ref: '1', candidates: [] }]);
  });

  it.each([
    ['maintenance', 503, SourceUnavailable],
    ['a quota', 429, SourceUnavailable],
    ['a missing right', 403, SourceRejected],
  ])('tells whose fault it is: %s', async (_, status, kind) => {
    play = (response) => response.writeHead(status).end();
    await expect(lookup()).rejects.toBeInstanceOf(kind);
  });

  it('never takes a broken answer, or somebody else, for an answer', async () => {
    play = (response) => response.end('<html>');
    await expect(lookup()).rejects.toBeInstanceOf(SourceContractBroken);
    play = answer([{ ...PERSON, number: '097185000124' }]);
    await expect(lookup()).rejects.toBeInstanceOf(SourceContractBroken);
  });
});
`;

export const README_TEMPLATE = `# CONNECTOR_ID

Say what the source is, who owns it, and what is certain or assumed about its interface.

|           |                                                           |
| --------- | --------------------------------------------------------- |
| Can       | \`LOOKUP\`                                                  |
| Settings  | \`url\`, \`apiKey\` (secret)                                  |
| Limits    | 1 person a call, 4 calls of one worker in flight, 10 s    |
| Not found | a value: an answer without people                         |
| Rejected  | 4xx, with the source's own code where it gives one        |
| Broken    | anything but the shape that \`decode\` knows, somebody else |
`;
