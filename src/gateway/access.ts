/** Deny by default: every root field asks for a key of its role, unless it says that it is open. */
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { hasRole, Role } from '../domain/actor';
import { actorOf, type GatewayContext } from './context';
import { ClientError } from './errors';

/** Put on a root field with `@Extensions`: it answers anybody, also without a key. */
export const OPEN = { access: 'OPEN' } as const;

/** Put on a root field with `@Extensions`: it asks for more than its kind does. */
export function needsRole(role: Role): { role: Role } {
  return { role };
}

type RootField = GraphQLField<unknown, GatewayContext>;

/**
 * Guards the root fields in place. Everything else hangs below one of them, so nothing is reached unguarded, and a new
 * query or mutation is closed until somebody opens it.
 */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const field of fieldsOf(schema.getQueryType())) guardResolve(field, Role.VIEWER);
  for (const field of fieldsOf(schema.getMutationType())) guardResolve(field, Role.OPERATOR);
  for (const field of fieldsOf(schema.getSubscriptionType())) guardSubscribe(field, Role.VIEWER);
  return schema;
}

/** @throws ClientError when the caller has no key, or one of a lesser role. */
export function requireRole(
  context: Pick<GatewayContext, 'holder' | 'requestId' | 'language' | 'baseUrl'>,
  role: Role,
): void {
  if (!hasRole(actorOf(context), role)) throw new ClientError('FORBIDDEN');
}

function fieldsOf(type: { getFields(): object } | null | undefined): RootField[] {
  return type ? (Object.values(type.getFields()) as RootField[]) : [];
}

function guardResolve(field: RootField, role: Role): void {
  if (field.extensions.access === OPEN.access) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  const needed = (field.extensions.role as Role | undefined) ?? role;
  field.resolve = (root, args, context, info) => {
    requireRole(context, needed);
    return resolve(root, args, context, info) as unknown;
  };
}

function guardSubscribe(field: RootField, role: Role): void {
  const { subscribe } = field;
  if (!subscribe) throw new Error(`the subscription ${field.name} has no source`);
  field.subscribe = (root, args, context, info) => {
    requireRole(context, role);
    return subscribe(root, args, context, info) as unknown;
  };
}
