/** How many elements a list field is expected to give: what the cost of a query is reckoned with before it runs. */
import { type ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** A list whose length is not the caller's choice. A field with a resolver states it there: type-graphql drops it from the type. */
export function listOf(size: number) {
  return {
    complexity: ({ childComplexity }: ComplexityEstimatorArgs): number => size * (1 + childComplexity),
  };
}

/** A list inside a connection: the connection's `first` has multiplied already. */
export const ONE_EACH = listOf(1);

/** A flat list: its `limit` is what it may hold. */
export const BY_LIMIT = {
  complexity: ({ args }: ComplexityEstimatorArgs): number => Math.max(Number(args.limit), 1),
};
