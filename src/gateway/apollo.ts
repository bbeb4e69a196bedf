/** The GraphQL server for HTTP: limits, masked errors, honest status codes and figures around one schema. */
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type GraphQLSchema } from 'graphql';
import { type Log } from '../log';
import { type GatewayContext } from './context';
import { HTTP_STATUS, type ErrorCode } from './error-words';
import { presentError } from './errors';
import { checkOperation, LIMIT_RULES, LIMITS } from './limits';
import { type Metrics } from './metrics';
import { requestScope } from './request-scope';

export function createApollo(
  schema: GraphQLSchema,
  log: Log,
  metrics: Metrics,
): ApolloServer<GatewayContext> {
  const nobody = { requestId: '-', language: 'vi' } as const;
  return new ApolloServer<GatewayContext>({
    schema,
    // In production mode it is closed by checkOperation, which knows who asks.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: LIMIT_RULES,
    validationOptions: { maxErrors: LIMITS.validationErrors },
    logger: log,
    formatError: (_formatted, error) => presentError(error, { ...(requestScope.getStore() ?? nobody), log }),
    plugins: [
      // The first wraps every field of every answer; the others would talk to a cloud if an environment told them to.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitAndMeasure(schema, metrics),
    ],
  });
}

function limitAndMeasure(schema: GraphQLSchema, metrics: Metrics): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart() {
      const end = metrics.begin();
      const listener: GraphQLRequestListener<GatewayContext> = {
        didResolveOperation({ document, request, contextValue }) {
          const { operationName, variables } = request;
          checkOperation({ schema, document, operationName, variables }, contextValue);
          return Promise.resolve();
        },
        willSendResponse({ request, response, operationName }) {
          const result =
            response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
          end(operationName, result.errors ? 'error' : 'ok');
          const codes = (result.errors ?? []).map((error) => error.extensions?.code as ErrorCode);
          const status = statusOf(
            codes,
            result.data != null,
            request.http?.headers.get('accept') ?? '',
            response.http.status,
          );
          if (status !== undefined) response.http.status = status;
          return Promise.resolve();
        },
      };
      return Promise.resolve(listener);
    },
  };
}

/** Codes that concern the request as a whole: the status says them too when there is no data beside them. */
const TOLD_BY_STATUS: ReadonlySet<ErrorCode> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'QUERY_TOO_EXPENSIVE',
  'INTROSPECTION_DISABLED',
]);

/** Clients that only know application/json take any other status than 200 for a broken network and never read why. */
const OK_FOR_OLD_CLIENTS: ReadonlySet<ErrorCode> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

function statusOf(
  codes: ErrorCode[],
  hasData: boolean,
  accept: string,
  status: number | undefined,
): number | undefined {
  const [first] = codes;
  if (first === undefined || hasData) return status;
  if (TOLD_BY_STATUS.has(first)) return HTTP_STATUS[first];
  const isOld = !accept.includes('application/graphql-response+json');
  return isOld && status === 400 && OK_FOR_OLD_CLIENTS.has(first) ? 200 : status;
}
