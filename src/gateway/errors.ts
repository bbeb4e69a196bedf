/** Turns whatever was thrown into what a client may see: a code, a sentence in its language and the request id; bugs are masked. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ValidationError } from 'class-validator';
import { UnusableWhere } from '../db/where-sql';
import { type Log } from '../log';
import { ERROR_WORDS, HTTP_STATUS, isErrorCode, type ErrorCode } from './error-words';
import { type Language } from './language';

/** An error that is the client's to mend. `detail` says more than the code does; it never holds a personal value. */
export class ClientError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: Readonly<Record<Language, string>>,
  ) {
    super(ERROR_WORDS[code].en, { extensions: { code, http: { status: HTTP_STATUS[code] } } });
    this.name = 'ClientError';
  }
}

export interface Presentation {
  readonly requestId: string;
  readonly language: Language;
  readonly log: Log;
}

/** Codes behind which graphql-js or Apollo says in English what exactly is wrong with the request. */
const EXPLAINED: ReadonlySet<ErrorCode> = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Apollo's own codes that say the same as one of ours. */
const SAME_AS: Readonly<Record<string, ErrorCode>> = {
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_SUPPORTED',
};

export function presentError(error: unknown, to: Presentation): GraphQLFormattedError {
  const code = codeOf(error);
  if (code === 'INTERNAL_SERVER_ERROR')
    to.log.error({ err: rootOf(error), requestId: to.requestId }, 'a request failed');
  const graphql = error instanceof GraphQLError ? error : null;
  const fields = code === 'BAD_USER_INPUT' ? refusedFields(rootOf(error)) : [];
  return {
    message: messageOf(error, code, to.language),
    ...(graphql?.locations ? { locations: graphql.locations } : {}),
    ...(graphql?.path ? { path: graphql.path } : {}),
    extensions: { code, requestId: to.requestId, ...(fields.length > 0 ? { fields } : {}) },
  };
}

/** The code that a client sees for any thrown value. */
export function codeOf(error: unknown): ErrorCode {
  const root = rootOf(error);
  if (root instanceof UnusableWhere) return 'BAD_USER_INPUT';
  if (isUnreachable(root)) return 'SERVICE_UNAVAILABLE';
  if (sqlState(root) === QUERY_CANCELED) return 'TIMEOUT';
  const given = error instanceof GraphQLError ? error.extensions.code : undefined;
  if (typeof given === 'string' && Object.hasOwn(SAME_AS, given)) return SAME_AS[given]!;
  return isErrorCode(given) ? given : 'INTERNAL_SERVER_ERROR';
}

function messageOf(error: unknown, code: ErrorCode, language: Language): string {
  const words: string = ERROR_WORDS[code][language];
  const root = rootOf(error);
  if (root instanceof ClientError) return root.detail ? `${words} ${root.detail[language]}` : words;
  const explained = EXPLAINED.has(code) && root instanceof GraphQLError && !root.extensions.validationErrors;
  return explained ? `${words} ${withoutSuggestions(root.message)}` : words;
}

/** graphql-js suggests names that it knows; where introspection is closed they would give the schema away. */
function withoutSuggestions(message: string): string {
  return message.replaceAll(/ ?Did you mean .*?\?(?=$| )/gs, '').slice(0, 500);
}

/** What was first thrown; graphql-js wraps it, and wraps it once more when it was no Error. */
function rootOf(error: unknown): unknown {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  if (inner) return rootOf(inner);
  return (error as { thrownValue?: unknown } | null | undefined)?.thrownValue ?? error;
}

const QUERY_CANCELED = '57014';
const UNREACHABLE = /^(ECONN(REFUSED|RESET)|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[1-5]|53300|08\w{3})$/;
const UNREACHABLE_WORDS =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client has encountered a connection error|not queryable|is not established|driver not connected/i;

function sqlState(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** True when the database could not be reached, as opposed to having answered with an error. */
function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof GraphQLError) return false;
  const { errors, message } = error as { errors?: unknown; message?: unknown };
  if (Array.isArray(errors) && errors.some(isUnreachable)) return true;
  return (
    UNREACHABLE.test(sqlState(error) ?? '') ||
    (typeof message === 'string' && UNREACHABLE_WORDS.test(message))
  );
}

/** Which inputs broke which rule. The refused values themselves stay out. */
function refusedFields(root: unknown): { path: string; rules: string[] }[] {
  const found = root instanceof GraphQLError ? root.extensions.validationErrors : undefined;
  return Array.isArray(found) ? (found as ValidationError[]).flatMap((error) => flatten(error, '')) : [];
}

function flatten(error: ValidationError, prefix: string): { path: string; rules: string[] }[] {
  const path = `${prefix}${error.property}`;
  const own = error.constraints ? [{ path, rules: Object.keys(error.constraints) }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, `${path}.`))];
}
