/** What a thrown value becomes for a client: its code, its words, and nothing of the inside. */
import { GraphQLError } from 'graphql';
import { UnusableWhere } from '../db/where-sql';
import { createLog } from '../log';
import { ERROR_WORDS, HTTP_STATUS, type ErrorCode } from './error-words';
import { ClientError, codeOf, presentError } from './errors';

const to = {
  requestId: 'r-1',
  language: 'en',
  log: createLog({ process: 'test', level: 'silent' }),
} as const;
const thrown = (original: Error) =>
  new GraphQLError(original.message, { path: ['run'], originalError: original });
const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('codeOf', () => {
  it.each<[string, unknown, ErrorCode]>([
    ['a refused connection', withCode('ECONNREFUSED'), 'SERVICE_UNAVAILABLE'],
    [
      'a refused connection to each address',
      new AggregateError([withCode('ECONNREFUSED')]),
      'SERVICE_UNAVAILABLE',
    ],
    ['a server that shuts down', thrown(withCode('57P01')), 'SERVICE_UNAVAILABLE'],
    ['a server that starts', withCode('57P03'), 'SERVICE_UNAVAILABLE'],
    ['too many connections', withCode('53300'), 'SERVICE_UNAVAILABLE'],
    [
      'a connection lost in the middle',
      thrown(new Error('Connection terminated unexpectedly')),
      'SERVICE_UNAVAILABLE',
    ],
    ['no connection in time', new Error('timeout exceeded when trying to connect'), 'SERVICE_UNAVAILABLE'],
    ['a statement that took too long', thrown(withCode('57014')), 'TIMEOUT'],
    ['an unusable filter', thrown(new UnusableWhere('nested too deeply')), 'BAD_USER_INPUT'],
    ['a client error', new ClientError('FORBIDDEN'), 'FORBIDDEN'],
    [
      'an error of graphql-js',
      new GraphQLError('x', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } }),
      'GRAPHQL_PARSE_FAILED',
    ],
    ['a constraint that was broken', thrown(withCode('23505')), 'INTERNAL_SERVER_ERROR'],
    ['a bug', thrown(new TypeError('x is undefined')), 'INTERNAL_SERVER_ERROR'],
    ['an unknown code', new GraphQLError('x', { extensions: { code: 'SECRET' } }), 'INTERNAL_SERVER_ERROR'],
    [
      'an inherited word as code',
      new GraphQLError('x', { extensions: { code: 'constructor' } }),
      'INTERNAL_SERVER_ERROR',
    ],
    ['something that is no error', 'text', 'INTERNAL_SERVER_ERROR'],
    ['nothing', undefined, 'INTERNAL_SERVER_ERROR'],
  ])('%s', (_, error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});

describe('presentError', () => {
  it('says nothing of a bug but that there was one', () => {
    const bug = withCode('23505', 'Key (number)=(001085000001) already exists.');
    expect(presentError(thrown(bug), to)).toEqual({
      message: ERROR_WORDS.INTERNAL_SERVER_ERROR.en,
      path: ['run'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' },
    });
  });

  it('keeps the explanation of graphql-js and drops its suggestions', () => {
    const error = new GraphQLError(
      'Cannot query field "nam" on type "Run". Did you mean "name" or "names"?',
      {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    );
    expect(presentError(error, { ...to, language: 'vi' }).message).toBe(
      `${ERROR_WORDS.GRAPHQL_VALIDATION_FAILED.vi} Cannot query field "nam" on type "Run".`,
    );
  });

  it('has words in both languages and a status for every code', () => {
    for (const [code, words] of Object.entries(ERROR_WORDS)) {
      expect(words.vi).not.toBe(words.en);
      expect(HTTP_STATUS[code as ErrorCode]).toBeGreaterThanOrEqual(400);
    }
  });
});
