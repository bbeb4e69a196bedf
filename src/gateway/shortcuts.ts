/** Lets a field that is asked by the hundred answer at once where nothing has to be fetched or checked. */
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { type GatewayContext } from './context';

/** The answer, or undefined where the resolver has to find it. It must say just what the resolver would say. */
type Shortcut = (root: never, args: never) => unknown;

/**
 * For `@Extensions` on a field. type-graphql waits for its check of the arguments even where they are plainly right:
 * promises, which cost more than the answer when a matrix asks for them once a cell.
 */
export function shortcut<Root, Args>(answer: (root: Root, args: Args) => unknown): { shortcut: Shortcut } {
  return { shortcut: answer as Shortcut };
}

/** Puts the shortcuts before the resolvers, in place. */
export function takeShortcuts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const answer = field.extensions.shortcut as Shortcut | undefined;
      const { resolve } = field as { resolve?: GraphQLFieldResolver<unknown, GatewayContext> };
      if (!answer || !resolve) continue;
      field.resolve = (root: unknown, args: unknown, context: GatewayContext, info) => {
        const known = answer(root as never, args as never);
        return known === undefined ? resolve(root, args as never, context, info) : known;
      };
    }
  }
  return schema;
}
