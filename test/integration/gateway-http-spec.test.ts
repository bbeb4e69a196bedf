/** GraphQL over HTTP: every audit of the reference suite, as one case each. */
import { serverAudits } from 'graphql-http';
import { openTestGateway, type TestGateway } from '../support/gateway';

let gateway: TestGateway;

const audits = serverAudits({
  url: () => `${gateway.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string>),
        // Requests that a foreign page could send without asking are refused; a program says that it is none.
        'apollo-require-preflight': '1',
        authorization: `Bearer ${gateway.keys.admin}`,
      },
    }),
});

describe('GraphQL over HTTP', () => {
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('is audited in all 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect('reason' in result ? `${result.status}: ${result.reason}` : result.status).toBe('ok');
    },
  );
});
