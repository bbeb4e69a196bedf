/** What a GraphQL request may cost: one set of limits for HTTP and WebSocket, checked before any work is done. */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  getNullableType,
  GraphQLError,
  isLeafType,
  getNamedType,
  isListType,
  Kind,
  visit,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { hasRole, Role } from '../domain/actor';
import { actorOf, type GatewayContext } from './context';
import { ClientError } from './errors';

export const LIMITS = {
  bodyBytes: 256 * 1_024,
  tokens: 1_000,
  depth: 10,
  aliases: 15,
  directives: 9,
  /** Objects that an answer may hold, reckoned from the list sizes asked for. */
  cost: 20_000,
  validationErrors: 5,
  /** Milliseconds for the body to arrive, and for the answer to be ready. */
  bodyMs: 10_000,
  answerMs: 30_000,
  socketMessageBytes: 64 * 1_024,
  socketOperations: 20,
  socketInitMs: 3_000,
  /** Bytes waiting for a client that does not read. */
  socketBacklogBytes: 1_048_576,
} as const;

/** Lists that declare no size; no list should, so this is dear. */
const UNKNOWN_LIST = 50;

/** A rule that throws would end in a masked bug, so it reports instead. */
const reporting = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** On top of the rules of the specification, for HTTP and WebSocket alike. */
export const LIMIT_RULES: ValidationRule[] = [
  maxDepthRule({ n: LIMITS.depth, flattenFragments: true, ...reporting }) as ValidationRule,
  // The default list of exempt aliases has __typename in it, which is enough to flood with.
  maxAliasesRule({ n: LIMITS.aliases, allowList: [], ...reporting }) as ValidationRule,
  maxDirectivesRule({ n: LIMITS.directives, ...reporting }) as ValidationRule,
];

export interface RequestedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What validation cannot see, since it knows neither variables nor callers. @throws GraphQLError */
export function checkOperation(operation: RequestedOperation, context: GatewayContext): void {
  if (context.hub.config.mode === 'production') refuseIntrospection(operation.document, context);
  if (knownCostOf(operation) > LIMITS.cost) throw new ClientError('QUERY_TOO_EXPENSIVE');
}

/** Apollo keeps the documents it has parsed; dashboards send one document with the same variables again and again. */
const knownCosts = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_KNOWN_COSTS = 100;

function knownCostOf(operation: RequestedOperation): number {
  const costs = knownCosts.get(operation.document) ?? new Map<string, number>();
  knownCosts.set(operation.document, costs);
  const key = JSON.stringify([operation.operationName, operation.variables]);
  const known = costs.get(key);
  if (known !== undefined) return known;
  const cost = costOf(operation);
  if (costs.size >= MOST_KNOWN_COSTS) costs.clear();
  costs.set(key, cost);
  return cost;
}

/** Objects that the answer may hold at most. @throws GraphQLError when the variables do not fit. */
export function costOf({ schema, document, operationName, variables }: RequestedOperation): number {
  try {
    return getComplexity({
      schema,
      query: document,
      ...(operationName ? { operationName } : {}),
      variables: variables ?? {},
      estimators: [estimate],
    });
  } catch (error) {
    if (!(error instanceof GraphQLError) || /maximum allowed number of nodes/.test(error.message)) {
      throw new ClientError('QUERY_TOO_EXPENSIVE');
    }
    // Arguments that do not fit. Letting them pass for nothing would let one bad field hide the cost of all others.
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

const estimate: ComplexityEstimator = (seen) => {
  const { field, args, childComplexity } = seen;
  if (isLeafType(getNamedType(field.type))) return 0;
  const declared = field.extensions?.complexity;
  if (typeof declared === 'function') return (declared as ComplexityEstimator)(seen) ?? UNKNOWN_LIST;
  const isList = isListType(getNullableType(field.type));
  if (typeof args.first === 'number') {
    // A connection is one object that holds `first` others; a plain list is those others.
    const size = Math.max(args.first, 1);
    return isList ? size * (1 + childComplexity) : 1 + size * childComplexity;
  }
  const isUnsized = isList && !seen.type.name.startsWith('__');
  return (isUnsized ? UNKNOWN_LIST : 1) * (1 + childComplexity);
};

function refuseIntrospection(document: DocumentNode, context: GatewayContext): void {
  if (context.holder && hasRole(actorOf(context), Role.ADMIN)) return;
  let asked = false;
  visit(document, {
    [Kind.FIELD]: (node) => {
      asked = node.name.value === '__schema' || node.name.value === '__type';
      return asked ? BREAK : undefined;
    },
  });
  if (asked) throw new ClientError('INTROSPECTION_DISABLED');
}
